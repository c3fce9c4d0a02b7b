import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { STAGES } from '@core/domain/members/sections'
import { failureCopy } from '@/copy/failures'
import { statusSentence } from '@/copy/lifecycle'
import { POINTS_ARRIVAL, POINTS_CAUSE_COPY } from '@/copy/points'
import { goodsCopy } from '@/copy/promotions'
import { contactHoursCopy, openCopy } from '@/copy/service'
import { pointsCopy } from '@/pages/catalog/detail/sale-copy'
import { deliveryCopy } from '@/pages/catalog/detail/savings-copy'

/** Sentences that several pages say are written once. */

const SRC = join(__dirname, '../../src')
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && name !== join('copy', 'points.ts'))
  .map((name) => [name, readFileSync(join(SRC, name), 'utf8')] as const)

test('when points can be spent is said in one place, in no other words', () => {
  const other = /(收货|订单完成|确认收货|售后期过)后?(到账|可用)|售后期过后/
  const said = sources.flatMap(([name, text]) =>
    text
      .split('\n')
      .filter((line) => line.includes('积分') && other.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  )
  expect(said).toEqual([])
  expect(POINTS_CAUSE_COPY.earn).toContain(POINTS_ARRIVAL)
})

describe('points on a product’s page', () => {
  const skus = [{ id: 'a' }, { id: 'b' }] as never[]
  test.each([
    ['of the chosen SKU', { a: 39, b: 68 }, { id: 'b' }, '下单得 68 积分'],
    ['of the least while nothing is chosen', { a: 39, b: 68 }, null, '下单得 39 积分起'],
    ['without 起 where all are the same', { a: 39, b: 39 }, null, '下单得 39 积分'],
    ['not at all where there are none', { a: 0, b: 0 }, null, ''],
  ])('%s', (_words, earnsPoints, sku, text) =>
    expect(pointsCopy({ skus, earnsPoints }, sku)).toBe(text),
  )
})

describe('freight on a product’s page', () => {
  const zone = { isServed: true, fen: 800, isFrom: false, freeFromFen: null }
  const zones = [
    { ...zone, provinces: ['浙江省'], freeFromFen: 9_900 },
    { ...zone, provinces: ['新疆维吾尔自治区'], isFrom: true },
    { ...zone, provinces: ['台湾省'], isServed: false },
    { ...zone, provinces: ['上海市'], fen: 0 },
    { ...zone, provinces: [] },
  ]
  test.each([
    ['浙江省', '浙江省 · 运费 ¥8.00，满 ¥99 包邮'],
    ['新疆维吾尔自治区', '新疆维吾尔自治区 · 运费 ¥8.00 起'],
    ['台湾省', '台湾省 · 暂时送不到'],
    ['上海市', '上海市 · 包邮'],
    ['四川省', '四川省 · 运费 ¥8.00'],
    [null, '选择省份 · 运费 ¥8.00'],
  ])('to %s: %s', (province, text) =>
    expect(deliveryCopy({ province: null, zones }, province)).toBe(text),
  )
})

const goods = (title: string, priceFen: number | null, listFen: number | null = 6_800) => ({
  title,
  spec: '',
  listFen,
  priceFen,
})

test.each([
  [{ isWholeShop: true, named: [], more: 0 }, '全店商品'],
  [{ isWholeShop: false, named: [goods('龙井', 4_900)], more: 0 }, '龙井 ¥49.00（原价 ¥68.00）'],
  [
    { isWholeShop: false, named: [goods('茶', null), goods('蜜', null)], more: 3 },
    '茶、蜜 等 5 种',
  ],
])('the goods of a promotion: %j', (of, text) => expect(goodsCopy(of)).toBe(text))

test.each([
  [null, '随时可以留言，上班就回'],
  [{ serviceFromHour: 9, serviceToHour: 21 }, '每天 9:00–21:00 有人回复，其余时间可以留言'],
  [{ serviceFromHour: 0, serviceToHour: 24 }, '全天有人回复'],
])('the hours %j: %s', (hours, text) => expect(contactHoursCopy(hours)).toBe(text))

test.each([
  [true, '现在有人回复（每天 9:00–21:00）'],
  [false, '现在休息，每天 9:00–21:00 有人回复'],
])('open now: %p', (isOpen, text) =>
  expect(openCopy({ isOpen, fromHour: 9, toHour: 21 })).toBe(text),
)

test('what was not found is not said to be off sale', () => {
  const { title, note } = failureCopy({ code: 'NOT_FOUND' })
  expect(title + note).not.toContain('下架')
})

test.each(STAGES)('the status %s is a sentence without a model’s word', (stage) => {
  const sentence = statusSentence({ stage, recency: 'silent' })
  expect(sentence).toMatch(/，有一阵没来了。$/)
  expect(sentence).not.toMatch(/阶段|路径|沉默|流失|认知|生命周期/)
})
