import { type SdkDevcloud, startSdkDevcloud } from './sdk'
import { type Command, listOf } from './sdk-types'

let devcloud: SdkDevcloud

const AT = new Date('2026-03-01T17:30:15.250Z')

beforeAll(async () => {
  devcloud = await startSdkDevcloud({ collections: [{ name: 'one', indexes: [] }] })
  await devcloud.db.collection('one').add({
    data: {
      _id: 'x',
      n: 7.5,
      m: -3,
      text: 'Shan 山',
      list: [3, 1, 2],
      other: [2, 9],
      at: AT,
      pairs: [['k', 1]],
      deep: { a: 1 },
      items: [{ n: 1 }, { n: 5 }],
    },
  })
})
afterAll(() => devcloud.close())

type Operators = Command['aggregate']
type Case = [operator: string, expression: ($: Operators) => unknown, expected: unknown]

const CASES: Case[] = [
  ['abs', ($) => $.abs('$m'), 3],
  ['add', ($) => $.add(['$n', 1, 2]), 10.5],
  ['add to a date', ($) => $.add(['$at', 1000]), new Date(AT.getTime() + 1000)],
  ['ceil', ($) => $.ceil('$n'), 8],
  ['divide', ($) => $.divide(['$n', 2]), 3.75],
  ['exp', ($) => $.exp(0), 1],
  ['floor', ($) => $.floor('$n'), 7],
  ['ln', ($) => $.ln(1), 0],
  ['log', ($) => $.log([8, 2]), 3],
  ['log10', ($) => $.log10(1000), 3],
  ['mod', ($) => $.mod([17, 5]), 2],
  ['multiply', ($) => $.multiply(['$n', '$m']), -22.5],
  ['pow', ($) => $.pow([2, 10]), 1024],
  ['sqrt', ($) => $.sqrt(81), 9],
  ['subtract', ($) => $.subtract(['$n', '$m']), 10.5],
  ['subtract of dates is milliseconds', ($) => $.subtract(['$at', new Date(0)]), AT.getTime()],
  ['trunc', ($) => $.trunc('$n'), 7],
  ['arrayElemAt', ($) => $.arrayElemAt(['$list', -1]), 2],
  ['arrayToObject', ($) => $.arrayToObject('$pairs'), { k: 1 }],
  ['concatArrays', ($) => $.concatArrays(['$list', '$other']), [3, 1, 2, 2, 9]],
  ['filter', ($) => $.filter({ input: '$list', as: 'i', cond: $.gte(['$$i', 2]) }), [3, 2]],
  ['in', ($) => $.in([2, '$list']), true],
  ['indexOfArray', ($) => $.indexOfArray(['$list', 1]), 1],
  ['isArray', ($) => $.isArray('$list'), true],
  ['map', ($) => $.map({ input: '$list', as: 'i', in: $.multiply(['$$i', 2]) }), [6, 2, 4]],
  ['range', ($) => $.range([0, 6, 2]), [0, 2, 4]],
  [
    'reduce',
    ($) => $.reduce({ input: '$list', initialValue: 0, in: $.add(['$$value', '$$this']) }),
    6,
  ],
  ['reverseArray', ($) => $.reverseArray('$list'), [2, 1, 3]],
  ['size', ($) => $.size('$list'), 3],
  ['slice', ($) => $.slice(['$list', 1, 2]), [1, 2]],
  [
    'zip',
    ($) => $.zip({ inputs: ['$list', '$other'] }),
    [
      [3, 2],
      [1, 9],
    ],
  ],
  ['and', ($) => $.and([true, '$n']), true],
  ['not', ($) => $.not([true]), false],
  ['or', ($) => $.or([false, 0]), false],
  ['cmp', ($) => $.cmp(['$n', '$m']), 1],
  ['eq', ($) => $.eq(['$m', -3]), true],
  ['gt', ($) => $.gt(['$n', '$m']), true],
  ['gte', ($) => $.gte(['$m', -3]), true],
  ['lt', ($) => $.lt(['$n', '$m']), false],
  ['lte', ($) => $.lte(['$m', -3]), true],
  ['neq', ($) => $.neq(['$n', '$m']), true],
  ['cond', ($) => $.cond({ if: $.gt(['$n', 5]), then: 'big', else: 'small' }), 'big'],
  ['ifNull', ($) => $.ifNull(['$nothing', 'none']), 'none'],
  [
    'switch',
    ($) => $.switch({ branches: [{ case: $.eq(['$n', 1]), then: 'one' }], default: 'other' }),
    'other',
  ],
  [
    'dateFromParts',
    ($) => $.dateFromParts({ year: 2026, month: 2, day: 3 }),
    new Date('2026-02-03'),
  ],
  ['dateFromString', ($) => $.dateFromString({ dateString: '2026-02-03' }), new Date('2026-02-03')],
  [
    'dateToString in Shanghai is the next day',
    ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' }),
    '2026-03-02 01:30',
  ],
  ['dayOfMonth', ($) => $.dayOfMonth('$at'), 1],
  ['dayOfWeek', ($) => $.dayOfWeek('$at'), 1],
  ['dayOfYear', ($) => $.dayOfYear('$at'), 60],
  ['hour', ($) => $.hour('$at'), 17],
  ['isoDayOfWeek', ($) => $.isoDayOfWeek('$at'), 7],
  ['isoWeek', ($) => $.isoWeek('$at'), 9],
  ['isoWeekYear', ($) => $.isoWeekYear('$at'), 2026],
  ['millisecond', ($) => $.millisecond('$at'), 250],
  ['minute', ($) => $.minute('$at'), 30],
  ['month', ($) => $.month('$at'), 3],
  ['second', ($) => $.second('$at'), 15],
  ['week', ($) => $.week('$at'), 9],
  ['year', ($) => $.year('$at'), 2026],
  ['literal', ($) => $.literal('$n'), '$n'],
  ['mergeObjects', ($) => $.mergeObjects(['$deep', { b: 2 }]), { a: 1, b: 2 }],
  ['objectToArray', ($) => $.objectToArray('$deep'), [{ k: 'a', v: 1 }]],
  ['allElementsTrue', ($) => $.allElementsTrue([[true, 1]]), true],
  ['anyElementTrue', ($) => $.anyElementTrue([[false, 1]]), true],
  ['setDifference', ($) => $.setDifference(['$list', '$other']), [3, 1]],
  ['setEquals', ($) => $.setEquals(['$list', [1, 2, 3]]), true],
  ['setIntersection', ($) => $.setIntersection(['$list', '$other']), [2]],
  ['setIsSubset', ($) => $.setIsSubset([[1, 2], '$list']), true],
  ['setUnion', ($) => $.setUnion(['$list', '$other']), [3, 1, 2, 9]],
  ['concat', ($) => $.concat(['$text', '!']), 'Shan 山!'],
  ['indexOfBytes', ($) => $.indexOfBytes(['$text', 'a']), 2],
  ['indexOfCP', ($) => $.indexOfCP(['$text', '山']), 5],
  ['indexOfBytes after a letter of three bytes', ($) => $.indexOfBytes(['山x', 'x']), 3],
  ['trunc to two places', ($) => $.trunc([3.14159, 2]), 3.14],
  ['split', ($) => $.split(['$text', ' ']), ['Shan', '山']],
  ['strLenBytes', ($) => $.strLenBytes('$text'), 8],
  ['strLenCP', ($) => $.strLenCP('$text'), 6],
  ['strcasecmp', ($) => $.strcasecmp(['SHAN', 'shan']), 0],
  ['substr', ($) => $.substr(['$text', 0, 2]), 'Sh'],
  ['substrBytes', ($) => $.substrBytes(['$text', 5, 3]), '山'],
  ['substrCP', ($) => $.substrCP(['$text', 5, 1]), '山'],
  ['toLower', ($) => $.toLower('$text'), 'shan 山'],
  ['toUpper', ($) => $.toUpper('$text'), 'SHAN 山'],
  ['let', ($) => $.let({ vars: { v: 4 }, in: $.add(['$$v', 1]) }), 5],
  ['sum of a list', ($) => $.sum('$items.n'), 6],
  ['avg of a list', ($) => $.avg('$list'), 2],
  ['max of a list', ($) => $.max('$list'), 3],
  ['min of a list', ($) => $.min('$list'), 1],
]

describe('aggregate operators', () => {
  it.each(CASES)('%s', async (_operator, expression, expected) => {
    const value = expression(devcloud.db.command.aggregate)
    const [result] = await listOf(devcloud.db.collection('one').aggregate().project({ value }))
    expect(result?.value).toEqual(expected)
  })

  it.each<['stdDevPop' | 'stdDevSamp', number]>([
    ['stdDevPop', 2],
    ['stdDevSamp', 2.8284271247461903],
  ])('%s over a group', async (operator, expected) => {
    const { aggregate } = devcloud.db.command
    const [result] = await listOf(
      devcloud.db
        .collection('one')
        .aggregate()
        .unwind('$items')
        .group({ _id: null, value: aggregate[operator]('$items.n') }),
    )
    expect(result?.value).toBeCloseTo(expected, 12)
  })
})
