import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { must, openShop, type TestShop } from '../builders/shop'
import { afterSaleId } from '../builders/trade'
import {
  CHINESE_COLUMNS,
  csv,
  fileIn,
  fixtureFile,
  importInto,
  interruptedAt,
  scratch,
  undoIn,
} from './fixture'

jest.setTimeout(120_000)

let shop: TestShop
let folder: string
beforeAll(async () => {
  folder = scratch()
  shop = await openShop()
})
afterAll(async () => {
  await shop.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Arguments for a file that always has the same name, whatever it holds. */
const args = (source: string, content: string, ...more: string[]) => [
  ...[fileIn(folder, `${source}.csv`, content), '--source', source, '--data', folder],
  ...['--as-of', '2011-04-01', ...more],
]

const run = (source: string, content: string, ...more: string[]) =>
  importInto(shop, ...args(source, content, ...more))

/** The orders of a source as the shop keeps them: what was paid and refunded, by number. */
async function storedOf(source: string) {
  const kept = []
  for (const kind of ['orders', 'refunds'] as const) {
    const { items } = must(await shop.admin('imports.stored', { source, kind }))
    kept.push(...items)
  }
  return Object.fromEntries(kept.map(({ number, fen, backFen }) => [number, [fen, backFen]]))
}

const summaryOf = async (source: string) => must(await shop.admin('imports.summary', { source }))

const WRONG = csv(
  '1 A 2 2011-01-03 1.00 ann',
  '2 B 1 2011-02-03 5.00 ann',
  '3 A 1 2011-01-04 1.00 bob',
  'C4 A -1 2011-01-05 1.00 bob',
  '5 A 1 2011-01-06 1.00 cat',
)
/** Order 1 costs more, 5 and its customer are gone, 6 is new; the cancellation was another one. */
const RIGHT = csv(
  '1 A 2 2011-01-03 3.00 ann',
  '2 B 1 2011-02-03 5.00 ann',
  '3 A 2 2011-01-04 1.00 bob',
  'C4 A -2 2011-01-05 1.00 bob',
  '6 A 1 2011-01-06 1.00 dan',
)

const RIGHT_KEPT = { 1: [600, 0], 2: [500, 0], 3: [200, 200], 6: [100, 0], C4: [200, 0] }

describe('a second run', () => {
  test('tells the difference and changes nothing of it', async () => {
    await run('told', WRONG)
    const before = await storedOf('told')
    const { report, differenceLines } = await run('told', RIGHT, '--compare')
    expect(report).toMatchObject({
      differences: { same: 1, differing: 3, onlyInFile: 1, onlyInShop: 1 },
      customersAdded: 0,
      ordersAdded: 0,
      replaced: null,
    })
    expect(differenceLines).toEqual([
      '订单 1：金额：文件里 6.00，店里 2.00；商品行不同',
      '订单 3：金额：文件里 2.00，店里 1.00；退款：文件里 2.00，店里 1.00；商品行不同',
      '订单 5：只在店里（这次导入带来的，文件里已经没有）',
      '退单 C4：金额：文件里 2.00，店里 1.00',
    ])
    expect(
      readFileSync(join(folder, 'import/difference-report.csv'), 'utf8').split('\r\n'),
    ).toEqual(expect.arrayContaining(['订单,2,一致,', '订单,6,只在文件里,']))
    expect(await storedOf('told')).toEqual(before)
  })

  test('without a word only adds what is new', async () => {
    const { report } = await run('told', RIGHT)
    expect(report).toMatchObject({ ordersAdded: 1, customersAdded: 1, replaced: null })
    expect(await storedOf('told')).toMatchObject({ 1: [200, 0], 5: [100, 0], 6: [100, 0] })
  })

  test('of the same file finds that all is the same', async () => {
    await run('same', WRONG)
    const { report, differenceLines } = await run('same', WRONG)
    expect(report.differences).toEqual({ same: 5, differing: 0, onlyInFile: 0, onlyInShop: 0 })
    expect(differenceLines).toEqual([])
  })
})

describe('--replace', () => {
  test('makes the shop as the file has it, customers and their facts too', async () => {
    await run('right', WRONG)
    const { report } = await run('right', RIGHT, '--replace')
    expect(report.replaced).toMatchObject({
      ordersReplaced: 2,
      refundsReplaced: 1,
      removed: { orders: 1, refunds: 0, customers: 1, held: 0 },
    })
    expect(await storedOf('right')).toEqual(RIGHT_KEPT)
    expect(await summaryOf('right')).toMatchObject({
      customers: 3,
      orders: 4,
      refunds: 1,
      paidFen: 1_400,
      refundedFen: 200,
    })
    const { report: again } = await run('right', RIGHT, '--replace')
    expect(again.differences).toEqual({ same: 5, differing: 0, onlyInFile: 0, onlyInShop: 0 })
    expect(again.replaced).toMatchObject({ ordersReplaced: 0, removed: { orders: 0 } })
  })

  test.each([
    ['imports.replace', 1],
    ['imports.remove', 1],
    ['imports.prune', 1],
    ['imports.review', 1],
  ] as const)('interrupted before %s %d, it goes on', async (operation, nth) => {
    const source = `cut-${operation.slice(8)}`
    await run(source, WRONG)
    const command = args(source, RIGHT, '--replace')
    expect(await interruptedAt(shop, [operation, nth], command)).toBe(true)
    await importInto(shop, ...command)
    expect(await storedOf(source)).toEqual(RIGHT_KEPT)
    expect(await summaryOf(source)).toMatchObject({ customers: 3, paidFen: 1_400 })
  })

  test('a state that was overlooked takes the order back', async () => {
    const header = '订单号,商品编码,商品名,数量,下单时间,单价,客户'
    const line = '9,T1,茶,1,2026-03-01 10:00,88.00,乔木'
    const other = '8,T1,茶,1,2026-03-01 10:00,88.00,乔木'
    const more = ['--columns', CHINESE_COLUMNS]
    await run('state', [header, line, other].join('\n'), ...more)
    const stated = [`${header},订单状态`, `${line},交易关闭`, `${other},交易成功`].join('\n')
    const { report } = await run('state', stated, ...more, '--replace')
    expect(report).toMatchObject({ noSaleRows: 1, replaced: { removed: { orders: 1 } } })
    expect(await storedOf('state')).toEqual({ 8: [8_800, 0] })
  })

  test('leaves orders that another import brought', async () => {
    await run('months', csv('1 A 1 2011-01-03 1.00 eve'), '--name', 'january')
    const february = csv('2 A 1 2011-02-03 1.00 eve')
    const { report } = await run('months', february, '--name', 'february', '--replace')
    expect(report.differences).toMatchObject({ onlyInFile: 1, onlyInShop: 0 })
    expect(await storedOf('months')).toEqual({ 1: [100, 0], 2: [100, 0] })
  })
})

describe('--undo', () => {
  /** Everything that an import could touch, but for what timers and imports note. */
  const counted = () => {
    const { settings: _settings, ...counts } = shop.devcloud.counts()
    return counts
  }

  test('takes everything back that the import brought, and nothing else', async () => {
    const before = counted()
    await run('undo', WRONG)
    const taken = await undoIn(shop, ...args('undo', WRONG))
    expect(taken).toEqual({ orders: 4, refunds: 1, customers: 3, held: 0 })
    expect(counted()).toEqual(before)
    expect(await undoIn(shop, ...args('undo', WRONG))).toMatchObject({ orders: 0, customers: 0 })
  })

  test.each([
    ['imports.remove', 1],
    ['imports.remove', 2],
    ['imports.prune', 1],
  ] as const)('interrupted before %s %d, it goes on', async (operation, nth) => {
    const before = counted()
    await run('half', WRONG)
    const command = args('half', WRONG, '--undo')
    expect(await interruptedAt(shop, [operation, nth], command)).toBe(true)
    await undoIn(shop, ...args('half', WRONG))
    expect(counted()).toEqual(before)
  })

  test('leaves what another import of the same customers brought, with right facts', async () => {
    await run('two', csv('1 A 1 2011-01-03 1.00 fay'), '--name', 'first')
    const second = csv('1 A 1 2011-01-03 1.00 fay', '2 A 1 2011-03-03 2.00 fay')
    await run('two', second, '--name', 'second')
    const taken = await undoIn(shop, ...args('two', second, '--name', 'second'))
    expect(taken).toMatchObject({ orders: 1, customers: 0 })
    expect(await summaryOf('two')).toMatchObject({ customers: 1, orders: 1, paidFen: 100 })
    const { items } = must(await shop.admin('members.list', { word: 'fay', channel: 'import' }))
    const fay = must(await shop.admin('members.show', { memberId: items[0]?.id ?? '' }))
    expect(fay).toMatchObject({
      keptOrders: 1,
      lifecycle: { recencyReason: { on: '2011-01-03' } },
    })
  })

  test('leaves an order of which the shop has handled an after-sale', async () => {
    await run('held', csv('1 A 1 2026-01-03 50.00 gus', '2 A 1 2026-01-04 50.00 gus'))
    const { items } = must(await shop.admin('imports.stored', { source: 'held', kind: 'orders' }))
    const orderId = items.find(({ number }) => number === '1')?.id ?? ''
    const given = { afterSaleId: afterSaleId(), lines: [], withFreight: false, amountFen: 1_000 }
    must(await shop.admin('afterSales.refundByStaff', { ...given, orderId, words: '老顾客' }))
    const taken = await undoIn(shop, ...args('held', ''))
    expect(taken).toMatchObject({ orders: 1, customers: 0, held: 1 })
  })
})

test('a phone is sealed: staff find the customer by it, and nothing shows it whole', async () => {
  const file = [fixtureFile('phones.csv'), '--columns', CHINESE_COLUMNS, '--source', 'phones']
  await importInto(shop, ...file, '--data', folder)
  const { items } = must(await shop.admin('members.list', { word: '13800006021' }))
  expect(items).toHaveLength(1)
  const shown = must(await shop.admin('members.show', { memberId: items[0]?.id ?? '' }))
  expect(shown).toMatchObject({
    name: '客户 138****6021',
    externalId: '138****6021',
    keptOrders: 7,
  })
  expect(JSON.stringify(shown)).not.toContain('13800006021')
})
