import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Command, type Database, failureOf } from './sdk-types'

let devcloud: SdkDevcloud
let db: Database

const DAY = (day: number) => new Date(Date.UTC(2026, 0, day))

const DOCUMENTS = [
  { _id: 'a', n: 1, text: 'apple', tags: ['red', 'small'], at: DAY(1), deep: { x: 1 } },
  { _id: 'b', n: 5, text: 'Banana', tags: ['yellow'], at: DAY(2), deep: { x: 2, y: 0 } },
  { _id: 'c', n: 9.5, text: 'cherry', tags: [], at: DAY(3), lines: [{ sku: 's1', count: 2 }] },
  {
    _id: 'd',
    n: null,
    text: 'date',
    tags: ['red', 'sweet', 'small'],
    lines: [
      { sku: 's1', count: 9 },
      { sku: 's2', count: 2 },
    ],
  },
  { _id: 'e', text: '柿子', scores: [3, 12], isGone: true },
]

beforeAll(async () => {
  // The same conditions are asked twice: of a collection without indexes, and of one full of them.
  devcloud = await startSdkDevcloud({
    collections: [
      { name: 'plain', indexes: [] },
      {
        name: 'indexed',
        indexes: [
          {
            fields: [
              ['n', 'asc'],
              ['text', 'desc'],
            ],
          },
          {
            fields: [
              ['tags', 'asc'],
              ['n', 'desc'],
            ],
          },
          { fields: [['text', 'desc']] },
          { fields: [['at', 'asc']] },
          { fields: [['deep.x', 'asc']] },
          {
            fields: [
              ['lines.sku', 'asc'],
              ['lines.count', 'asc'],
            ],
          },
          { fields: [['scores', 'desc']] },
        ],
      },
    ],
  })
  db = devcloud.db
  for (const name of ['plain', 'indexed']) await db.collection(name).add({ data: DOCUMENTS })
})
afterAll(() => devcloud.close())

type Case = [rule: string, condition: (_: Command) => unknown, ids: string]

const CASES: Case[] = [
  ['a plain value is equality', () => ({ n: 5 }), 'b'],
  ['eq', (_) => ({ n: _.eq(5) }), 'b'],
  ['eq finds an element of a list', (_) => ({ tags: _.eq('red') }), 'ad'],
  ['eq null finds null and missing', (_) => ({ n: _.eq(null) }), 'de'],
  ['eq of a date', (_) => ({ at: _.eq(DAY(2)) }), 'b'],
  ['eq of a whole list', (_) => ({ tags: _.eq(['red', 'small']) }), 'a'],
  ['neq, missing included', (_) => ({ n: _.neq(5) }), 'acde'],
  ['gt', (_) => ({ n: _.gt(5) }), 'c'],
  ['gte', (_) => ({ n: _.gte(5) }), 'bc'],
  ['lt reaches numbers only', (_) => ({ n: _.lt(5) }), 'a'],
  ['lte', (_) => ({ n: _.lte(5) }), 'ab'],
  ['gt and lt chained', (_) => ({ n: _.gt(1).lt(9.5) }), 'b'],
  ['gt of texts', (_) => ({ text: _.gt('b') }), 'cde'],
  ['gt of dates', (_) => ({ at: _.gt(DAY(1)) }), 'bc'],
  ['gte on a list: any element', (_) => ({ scores: _.gte(10) }), 'e'],
  ['a range on a list may be met by two elements', (_) => ({ scores: _.gt(4).lt(10) }), 'e'],
  ['elemMatch needs one element within', (_) => ({ scores: _.elemMatch(_.gt(4).lt(10)) }), ''],
  ['elemMatch of one element', (_) => ({ scores: _.elemMatch(_.gt(2).lt(4)) }), 'e'],
  ['elemMatch by and', (_) => ({ scores: _.elemMatch(_.and(_.gte(12), _.lte(12))) }), 'e'],
  ['elemMatch of one command', (_) => ({ scores: _.elemMatch(_.gt(10)) }), 'e'],
  ['elemMatch of in', (_) => ({ tags: _.elemMatch(_.in(['sweet', 'yellow'])) }), 'bd'],
  ['elemMatch of neq', (_) => ({ tags: _.elemMatch(_.neq('yellow')) }), 'ad'],
  ['elemMatch of fields passes over texts', (_) => ({ tags: _.elemMatch({ x: null }) }), ''],
  [
    'elemMatch of objects, chained',
    (_) => ({ lines: _.elemMatch({ sku: 's1', count: _.gt(1).lt(9) }) }),
    'c',
  ],
  ['in', (_) => ({ n: _.in([1, 9.5, 77]) }), 'ac'],
  ['in with null', (_) => ({ n: _.in([1, null]) }), 'ade'],
  ['in of ids', (_) => ({ _id: _.in(['e', 'a', 'zz']) }), 'ae'],
  ['in an empty list is nothing', (_) => ({ n: _.in([]) }), ''],
  ['nin', (_) => ({ n: _.nin([1, 5]) }), 'cde'],
  ['all', (_) => ({ tags: _.all(['small', 'red']) }), 'ad'],
  ['all of three', (_) => ({ tags: _.all(['small', 'red', 'sweet']) }), 'd'],
  ['elemMatch of objects', (_) => ({ lines: _.elemMatch({ sku: 's1', count: _.gt(5) }) }), 'd'],
  ['a dotted path into a list', () => ({ 'lines.sku': 's2' }), 'd'],
  ['dotted paths may meet in two elements', () => ({ 'lines.sku': 's2', 'lines.count': 9 }), 'd'],
  ['a position in a list', () => ({ 'lines.1.sku': 's2' }), 'd'],
  ['exists', (_) => ({ n: _.exists(true) }), 'abcd'],
  ['not exists', (_) => ({ n: _.exists(false) }), 'e'],
  ['size', (_) => ({ tags: _.size(1) }), 'b'],
  ['size zero', (_) => ({ tags: _.size(0) }), 'c'],
  ['mod, rounding towards zero', (_) => ({ n: _.mod(4, 1) }), 'abc'],
  ['mod of texts', (_) => ({ text: _.mod(1, 0) }), ''],
  ['a nested object is a dotted match', () => ({ deep: { x: 2 } }), 'b'],
  ['eq of a nested object is the whole', (_) => ({ deep: _.eq({ x: 2 }) }), ''],
  ['and within a field', (_) => ({ n: _.and(_.gt(1), _.lt(6)) }), 'b'],
  ['or within a field', (_) => ({ n: _.or(_.lt(2), _.gt(6)) }), 'ac'],
  ['or of conditions', (_) => _.or([{ n: 1 }, { text: 'cherry' }]), 'ac'],
  ['and of ors', (_) => _.and([_.or([{ n: 1 }, { n: 5 }]), { tags: 'red' }]), 'a'],
  ['not', (_) => ({ n: _.not(_.gt(4)) }), 'ade'],
  ['nor', (_) => _.nor([{ n: 1 }, { tags: 'red' }]), 'bce'],
  ['expr', (_) => _.expr(_.aggregate.gt(['$n', 4])), 'bc'],
  ['a regular expression', () => ({ text: /an/ }), 'b'],
  ['an anchored expression', () => ({ text: /^ch/ }), 'c'],
  ['an expression without case', () => ({ text: /^b/i }), 'b'],
  ['db.RegExp', () => ({ text: db.RegExp({ regexp: '^A', options: 'i' }) }), 'a'],
  ['a quantifier after the prefix', () => ({ text: /^dx?ate/ }), 'd'],
  ['an expression in Chinese', () => ({ text: /^柿/ }), 'e'],
  ['a boolean', () => ({ isGone: true }), 'e'],
  ['two fields', () => ({ n: 1, text: 'apple' }), 'a'],
  ['nothing at all', () => ({}), 'abcde'],
]

describe.each(['plain', 'indexed'])('query commands on the %s collection', (name) => {
  it.each(CASES)('%s', async (_rule, condition, ids) => {
    const { data } = await db.collection(name).where(condition(db.command)).limit(100).get()
    const found = data.map(({ _id }) => _id as string).sort()
    expect(found.join('')).toBe(ids)
    const { total } = await db.collection(name).where(condition(db.command)).count()
    expect(total).toBe(ids.length)
  })
})

describe('what the local cloud cannot do is refused as an invalid command', () => {
  const place = () => new db.Geo.Point(113.3, 23.1)
  it.each<[string, (_: Command) => unknown]>([
    ['geoNear', (_) => ({ place: _.geoNear({ geometry: place(), maxDistance: 1000 }) })],
    ['geoWithin', (_) => ({ place: _.geoWithin({ centerSphere: [[113, 23], 0.1] }) })],
    ['geoIntersects', (_) => ({ place: _.geoIntersects({ geometry: place() }) })],
    ['scripts', (_) => _.expr({ $function: { body: 'true', args: [], lang: 'js' } })],
    ['text search', (_) => _.and([{ $text: { $search: 'x' } }])],
    ['types', () => ({ n: { $type: 'number' } })],
    ['bits', () => ({ n: { $bitsAllSet: 1 } })],
    ['a chained or in elemMatch', (_) => ({ n: _.elemMatch(_.or(_.gt(4), _.lt(1))) })],
    ['an option of a pattern', () => ({ text: /a/g })],
    ['an operator of expressions', (_) => _.expr({ $toString: '$n' })],
  ])('%s', async (_name, condition) => {
    const error = await failureOf(db.collection('plain').where(condition(db.command)).get())
    expect(error.errCode).toBe(-502002)
    expect(error.errMsg).toContain('not available in the local cloud')
  })

  it('an unknown operator is refused', async () => {
    const query = db.collection('plain').where({ n: { $nonsense: 1 } })
    await expect(query.get()).rejects.toMatchObject({ errCode: -502001 })
  })
})
