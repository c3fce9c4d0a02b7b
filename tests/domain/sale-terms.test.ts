import {
  type CustomField,
  checkOptions,
  DEFAULT_SALE_TERMS,
  type LineOptions,
  lineKey,
  saleState,
} from '@core/domain/catalog/product'
import * as fc from 'fast-check'
import { propertyRuns } from '../builders/property-runs'

const NOON = Date.parse('2026-03-14T12:00:00+08:00')
const EARLY = NOON - 86_400_000

describe('S1-17 a product with a launch time', () => {
  const terms = {
    isOnSale: true,
    launchAt: NOON,
    earlyAccess: { tier: 'gold', from: EARLY },
  } as const
  it.each([
    ['a moment before, for nobody special', null, NOON - 1, { state: 'NOT_YET', from: NOON }],
    ['at the moment itself, for everybody', null, NOON, { state: 'ON_SALE' }],
    ['before the early time, for gold', 'gold', EARLY - 1, { state: 'NOT_YET', from: EARLY }],
    ['at the early time, for gold', 'gold', EARLY, { state: 'EARLY', launchAt: NOON }],
    ['at the early time, for black above gold', 'black', EARLY, { state: 'EARLY', launchAt: NOON }],
    ['at the early time, for silver below', 'silver', EARLY, { state: 'NOT_YET', from: NOON }],
    ['at the early time, for no member', null, EARLY, { state: 'NOT_YET', from: NOON }],
    ['after the launch, for gold', 'gold', NOON, { state: 'ON_SALE' }],
  ] as const)('%s', (_, tier, now, expected) => {
    expect(saleState(terms, { tier, now })).toEqual(expected)
  })

  it('is gone when it is off sale, launched or not', () => {
    const gone = saleState({ ...terms, isOnSale: false }, { tier: 'black', now: NOON })
    expect(gone).toEqual({ state: 'GONE' })
  })

  it('without a launch time is on sale', () => {
    const plain = { ...DEFAULT_SALE_TERMS, isOnSale: true }
    expect(saleState(plain, { tier: null, now: 0 })).toEqual({ state: 'ON_SALE' })
  })
})

const engraving: CustomField = {
  id: 'name',
  label: '刻字',
  kind: 'text',
  choices: [],
  maxLength: 4,
  isRequired: true,
}
const colour: CustomField = {
  id: 'ribbon',
  label: '丝带',
  kind: 'choice',
  choices: ['红', '白'],
  maxLength: 10,
  isRequired: false,
}
const wrap = { id: 'wrap', name: '礼品包装', priceFen: 1_200, note: '' }
const card = { id: 'card', name: '手写卡片', priceFen: 300, note: '' }
const sku = { fields: [engraving, colour], services: [wrap, card] }

describe('S1-25 S1-26 what is asked for with a line', () => {
  it.each<[string, LineOptions, object]>([
    [
      'nothing where something is needed',
      { fields: {}, services: [] },
      { code: 'FIELD_MISSING', field: 'name' },
    ],
    ['blanks', { fields: { name: '  ' }, services: [] }, { code: 'FIELD_MISSING', field: 'name' }],
    [
      '5 letters of 4',
      { fields: { name: '平安喜乐啊' }, services: [] },
      { code: 'FIELD_TOO_LONG', field: 'name' },
    ],
    [
      'a field there is not',
      { fields: { name: '平安', x: '1' }, services: [] },
      { code: 'FIELD_UNKNOWN', field: 'x' },
    ],
    [
      'a choice there is not',
      { fields: { name: '平安', ribbon: '蓝' }, services: [] },
      { code: 'FIELD_UNKNOWN', field: 'ribbon' },
    ],
    [
      'a service there is not',
      { fields: { name: '平安' }, services: ['gold'] },
      { code: 'SERVICE_UNKNOWN', field: 'gold' },
    ],
  ])('%s is refused by name', (_, options, error) => {
    expect(checkOptions(sku, options)).toEqual({ ok: false, error })
  })

  it('4 letters of 4, a choice and a service are kept by their labels and prices', () => {
    const options = { fields: { name: ' 平安喜乐 ', ribbon: '红' }, services: ['wrap', 'wrap'] }
    expect(checkOptions(sku, options)).toEqual({
      ok: true,
      value: {
        fields: [
          { label: '刻字', value: '平安喜乐' },
          { label: '丝带', value: '红' },
        ],
        services: [wrap],
      },
    })
  })

  it('a picture letter is one letter', () => {
    const options = { fields: { name: '🍵🍵🍵🍵' }, services: [] }
    expect(checkOptions(sku, options).ok).toBe(true)
  })
})

describe('the key of a line', () => {
  it('is the SKU where nothing was asked for', () => {
    expect(lineKey('tea:1', { fields: { name: ' ' }, services: [] })).toBe('tea:1')
  })

  it('does not depend on how the choice is written', () => {
    const one = lineKey('tea:1', { fields: { a: '1', b: '2' }, services: ['x', 'y'] })
    const fields = { b: ' 2', a: '1', c: '' }
    const other = lineKey('tea:1', { fields, services: ['y', 'x', 'y'] })
    expect(one).toBe(other)
    expect(one).toMatch(/^tea:1~[0-9a-z]{1,14}$/)
  })

  it('differs for different wishes', () => {
    const wishes = fc.record({
      fields: fc.dictionary(fc.constantFrom('a', 'b'), fc.stringMatching(/^[a-z0-9]{1,4}$/)),
      services: fc.uniqueArray(fc.constantFrom('x', 'y', 'z')),
    })
    fc.assert(
      fc.property(wishes, wishes, (one, other) => {
        const isSame = told(one) === told(other)
        expect(lineKey('sku', one) === lineKey('sku', other)).toBe(isSame)
      }),
      { numRuns: propertyRuns(10_000) },
    )
  })
})

const told = ({ fields, services }: LineOptions): string =>
  JSON.stringify([Object.entries(fields).sort(), [...services].sort()])
