import { type CsvRecord, CsvRecords } from '@local/import/csv-records'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'

const read = (text: string, delimiter = ','): CsvRecord[] => {
  const records = new CsvRecords(delimiter)
  return [...text.split('\n').flatMap((line) => records.push(line)), ...records.end()]
}

/** What was read: cells, or the error, by line. */
const byLine = (text: string) =>
  Object.fromEntries(
    read(text).map((record) => [record.line, 'cells' in record ? record.cells : record.error]),
  )

test('quotes keep delimiters, doubled quotes and line ends', () => {
  expect(byLine('a,b\n"1,2","say ""hi"""\n"two\nlines",x\ny,z')).toEqual({
    1: ['a', 'b'],
    2: ['1,2', 'say "hi"'],
    3: ['two\nlines', 'x'],
    5: ['y', 'z'],
  })
})

test('a quote within a cell is a letter', () => {
  expect(byLine('a,b\n12" PLATE,6')).toEqual({ 1: ['a', 'b'], 2: ['12" PLATE', '6'] })
})

test('blank lines are no records and still count as lines', () => {
  expect(byLine('a,b\n\n  \n1,2\n')).toEqual({ 1: ['a', 'b'], 4: ['1', '2'] })
})

describe('what is broken costs its own line alone', () => {
  test.each([
    ['too few cells', '1', 'WRONG_CELLS'],
    ['too many cells', '1,2,3', 'WRONG_CELLS'],
    ['text after a quote', '"1"x,2', 'TEXT_AFTER_QUOTE'],
    ['a quote that never closes', '"1,2', 'QUOTE_NOT_CLOSED'],
    ['a line without an end', `${'x'.repeat(20_000)},1`, 'LINE_TOO_LONG'],
  ])('%s', (_what, line, error) => {
    expect(byLine(`a,b\n${line}\n3,4\n5,6`)).toEqual({
      1: ['a', 'b'],
      2: error,
      3: ['3', '4'],
      4: ['5', '6'],
    })
  })

  test('a stray quote before rows that have quotes of their own', () => {
    expect(byLine('a,b\n"1,2\n"3,3",4\n"5",6')).toEqual({
      1: ['a', 'b'],
      2: 'QUOTE_NOT_CLOSED',
      3: ['3,3', '4'],
      4: ['5', '6'],
    })
  })

  test('a stray quote far from the next one', () => {
    const rows = Array.from({ length: 200 }, (_, n) => `${n},x`)
    const records = read(['a,b', '"0,x', ...rows].join('\n'))
    expect(records.filter((record) => 'cells' in record)).toHaveLength(201)
    expect(records.filter((record) => 'error' in record)).toEqual([
      { line: 2, error: 'QUOTE_NOT_CLOSED', text: '"0,x' },
    ])
  })

  test('every line with a stray quote: each is one error, and it ends soon', () => {
    const records = read(['a,b', ...Array<string>(3_000).fill('"x,y')].join('\n'))
    expect(records.filter((record) => 'error' in record).length).toBeGreaterThan(1_000)
  })
})

test('what is well formed is read as another reader reads it', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '中'), maxLength: 6 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = fc.array(fc.tuple(fc.constant('k'), cell, cell), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, (table) => {
      const text = table.map((row) => row.map(quoted).join(',')).join('\n')
      const cells = read(text).map((record) => ('cells' in record ? record.cells : record.error))
      expect(cells).toEqual(parse(text))
    }),
  )
})
