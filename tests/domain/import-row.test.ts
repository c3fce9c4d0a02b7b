import { amountOf, readDecimal, readInteger } from '@core/domain/imports/number'
import { type RawRow, readRow } from '@core/domain/imports/row'
import { readTime } from '@core/domain/imports/time'
import fc from 'fast-check'

const shanghai = (text: string) => Date.parse(`${text}+08:00`)

describe('a time', () => {
  test.each([
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00'],
    ['2010-12-01T08:26:00', '2010-12-01T08:26:00'],
    ['2010-12-01T08:26:00.123456', '2010-12-01T08:26:00'],
    ['2010-12-01T00:26:00Z', '2010-12-01T08:26:00'],
    ['2010-12-01 02:26:00+02:00', '2010-12-01T08:26:00'],
    ['2010-11-30T19:56:00-0430', '2010-12-01T08:26:00'],
    ['12/1/2010 8:26', '2010-12-01T08:26:00'],
    ['12/1/2010 8:26 AM', '2010-12-01T08:26:00'],
    ['12/1/2010 12:05 am', '2010-12-01T00:05:00'],
    ['12/1/2010 12:05:09 PM', '2010-12-01T12:05:09'],
    ['2010/12/1 8:26', '2010-12-01T08:26:00'],
    ['2010年12月1日 8:26', '2010-12-01T08:26:00'],
    [' 2010-12-01 ', '2010-12-01T00:00:00'],
  ])('%s', (text, expected) => {
    expect(readTime(text, 'monthFirst')).toBe(shanghai(expected))
  })

  test('with the day first when that is said', () => {
    expect(readTime('1/12/2010 8:26', 'dayFirst')).toBe(shanghai('2010-12-01T08:26:00'))
    expect(readTime('31.12.2010', 'dayFirst')).toBe(shanghai('2010-12-31T00:00:00'))
  })

  test.each(['', 'yesterday', '2011-02-29 08:00', '2010-13-01', '31/12/2010', '2010-12-01 24:00'])(
    'is not %j',
    (text) => expect(readTime(text, 'monthFirst')).toBeNull(),
  )

  test.each(['2010-12-01 08:60', '2010-12-01 13:00 PM', '2010-12-01 8', '2010-12-01x', '20101201'])(
    'is not %j',
    (text) => expect(readTime(text, 'monthFirst')).toBeNull(),
  )
})

describe('a number', () => {
  test.each([
    ['6', 6],
    ['-1', -1],
    ['6.0', 6],
    ['1,200', 1_200],
    [' 12 ', 12],
  ])('%j is whole', (text, expected) => expect(readInteger(text)).toBe(expected))

  test.each(['', '1.5', 'six', '1,20', '--1', '1e3', 'NaN', '99999999999999999999', '.'])(
    '%j is not',
    (text) => expect(readInteger(text)).toBeNull(),
  )

  test.each([
    [3, '2.55', 765],
    [1, '0.005', 1],
    [-1, '0.005', -1],
    [1, '0.0049', 0],
    [-1, '0.0049', 0],
    [3, '0.333', 100],
    [80_995, '2.08', 16_846_960],
    [1, '1.005', 101],
    [1, '.5', 50],
    [2, '¥1,234.50', 246_900],
    [1, '-11062.06', -1_106_206],
  ])('%d × %s is %d in minor units', (quantity, price, expected) => {
    const decimal = readDecimal(price)
    expect(decimal && amountOf(quantity, decimal)).toBe(expected)
  })

  test('is multiplied exactly: no price of two digits is ever rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (quantity, fen) => {
          const cents = String(fen % 100).padStart(2, '0')
          const price = readDecimal(`${Math.floor(fen / 100)}.${cents}`)
          expect(price && amountOf(quantity, price)).toBe(quantity * fen + 0)
        },
      ),
    )
  })
})

const row: RawRow = {
  invoice: '536365',
  sku: '85123A',
  title: 'WHITE HANGING HEART',
  quantity: '6',
  at: '2010-12-01 08:26:00',
  price: '2.55',
  customer: '17850',
}
const reading = { dateOrder: 'monthFirst', latest: shanghai('2012-01-01T00:00:00') } as const

describe('a row', () => {
  test('is understood', () => {
    expect(readRow(row, reading)).toEqual({
      kind: 'line',
      row: {
        customer: '17850',
        invoice: '536365',
        at: shanghai('2010-12-01T08:26:00'),
        sku: '85123A',
        title: 'WHITE HANGING HEART',
        unitFen: 255,
        quantity: 6,
        amountFen: 1_530,
        refundFen: 0,
      },
    })
  })

  test('loses the .0 that spreadsheets add to a number', () => {
    const read = readRow({ ...row, customer: '17850.0', invoice: '536365.0' }, reading)
    expect(read).toMatchObject({ kind: 'line', row: { customer: '17850', invoice: '536365' } })
  })

  test.each([
    [{ invoice: ' ' }, { code: 'MISSING', field: 'invoice' }],
    [{ sku: '' }, { code: 'MISSING', field: 'sku' }],
    [{ invoice: 'x'.repeat(41) }, { code: 'TOO_LONG', field: 'invoice', text: 'x'.repeat(41) }],
    [{ quantity: '' }, { code: 'MISSING', field: 'quantity' }],
    [{ quantity: '1.5' }, { code: 'NOT_A_NUMBER', field: 'quantity', text: '1.5' }],
    [{ at: '' }, { code: 'MISSING', field: 'at' }],
    [{ at: 'soon' }, { code: 'NOT_A_TIME', field: 'at', text: 'soon' }],
    [{ at: '2012-01-02' }, { code: 'IN_THE_FUTURE', field: 'at', text: '2012-01-02' }],
    [{ price: '' }, { code: 'MISSING', field: 'price' }],
    [{ price: 'free' }, { code: 'NOT_A_NUMBER', field: 'price', text: 'free' }],
    [{ price: '99999999999' }, { code: 'TOO_LARGE', field: 'price', text: '6 × 99999999999' }],
  ] as const)('with %j is refused', (wrong, error) => {
    expect(readRow({ ...row, ...wrong }, reading)).toEqual({ kind: 'dirty', error })
  })
})
