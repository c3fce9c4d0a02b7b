import { rmSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { ORDER_BYTES_MAX } from '@core/kernel/limits'
import { must, openShop, type TestShop } from '../builders/shop'
import { csv, fileIn, importInto, scratch } from './fixture'

// Some hundreds of orders through the local cloud take their time on a busy machine.
jest.setTimeout(60_000)

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

/** Imports a text under a name of its own, which is also the source. */
const importText = (source: string, content: string | Buffer, ...args: string[]) =>
  importInto(shop, fileIn(folder, source, content), '--source', source, '--data', folder, ...args)

const importedCustomer = async (number: string) => {
  const { items } = must(await shop.admin('members.list', { word: number, channel: 'import' }))
  const row = items.find((one) => one.name === `客户 ${number}`)
  if (!row) throw new Error(`${number} is not in the list`)
  return must(await shop.admin('members.show', { memberId: row.id }))
}

const YEAR = csv(
  '101 A 2 2011-01-03 1.50 ann',
  '101 B 1 2011-01-03 0.333 ann',
  '102 A 1 2011-02-07 1.50 ann',
  'C103 A -1 2011-02-09 1.50 ann',
  '104 A 1 2011-03-10 1.50 ann',
  '105 C 3 2011-03-01 2.00 bob',
  'C106 C -3 2011-03-02 2.00 bob',
  'C107 X -1 2011-03-20 5.00 cat',
  '108 A 1 2011-03-20 9.99',
)

describe('an order history', () => {
  test('becomes customers whose figures are those of the file', async () => {
    const { report } = await importText('year', YEAR, '--as-of', '2011-03-31')
    expect(report).toMatchObject({
      rows: 9,
      rowsWithoutCustomer: 1,
      dirtyRows: 0,
      customers: 3,
      invoices: 7,
      cancellations: 3,
      salesFen: 333 + 150 + 150 + 600,
      netFen: 333 + 150 + 150 + 600 - 150 - 600 - 500,
      buyers: 2,
      repeatBuyers: 1,
      customersAdded: 3,
      ordersAdded: 4,
      refundsAdded: 3,
      asOf: '2011-03-31',
      // Order 102 was refunded completely, so its day is not an order day.
      gapDays: 66,
      stages: { aware: 1, interested: 1, buyer: 1, loyal: 0, advocate: 0 },
      recencies: { new: 2, active: 1, silent: 0, lost: 0 },
    })
  })

  test('reaches the staff: kept orders, what was given back, and the reasons', async () => {
    const ann = await importedCustomer('ann')
    expect(ann).toMatchObject({
      externalId: 'ann',
      channel: 'import',
      isMember: false,
      keptOrders: 2,
      paidFen: 633,
      refundedFen: 150,
      reviewOn: '2011-07-21',
      lifecycle: {
        stage: 'buyer',
        stageReason: { code: 'KEPT_ORDER', orders: 2 },
        recency: 'active',
        recencyReason: { code: 'LAST_INTERACTION', on: '2011-03-10', days: 21 },
      },
    })
    expect(
      ann.orders.items.map((order) => [order.remark, order.totalFen, order.refundedFen]),
    ).toEqual([
      ['原单号 104', 150, 0],
      ['原单号 102', 150, 150],
      ['原单号 101', 333, 0],
    ])
    expect(ann.orders.items[2]?.lines).toMatchObject([
      { skuId: 'A', title: 'THING A', quantity: 2, unitFen: 150, amountFen: 300 },
      { skuId: 'B', quantity: 1, unitFen: 33, amountFen: 33 },
    ])
    const at = Date.parse('2011-03-31T00:00+08:00')
    expect(ann.history.items[0]).toMatchObject({ kind: 'import', at })
    expect(ann.history.items[0]?.transitions).toMatchObject([
      { kind: 'stage', to: 'buyer' },
      { kind: 'recency', to: 'active' },
    ])
  })

  test('whose orders were all given back is no buyer, nor is a lone cancellation', async () => {
    expect(await importedCustomer('bob')).toMatchObject({ keptOrders: 0, stage: 'interested' })
    expect(await importedCustomer('cat')).toMatchObject({
      keptOrders: 0,
      stage: 'aware',
      refundedFen: 500,
    })
  })

  test('imported again adds and changes nothing', async () => {
    const before = shop.devcloud.counts()
    const { report } = await importText('year', YEAR, '--as-of', '2011-03-31')
    expect(report).toMatchObject({
      customersAdded: 0,
      ordersAdded: 0,
      ordersUpdated: 0,
      refundsAdded: 0,
      stages: { aware: 1, interested: 1, buyer: 1 },
    })
    expect(shop.devcloud.counts()).toEqual(before)
  })

  test('of which a longer export comes brings what is new, old orders cancelled too', async () => {
    const longer = `${YEAR}\n${csv('C109 B -1 2011-04-02 0.333 ann', '110 A 1 2011-04-05 1 dan')
      .split('\n')
      .slice(1)
      .join('\n')}`
    const { report } = await importText('year', longer, '--as-of', '2011-04-30')
    expect(report).toMatchObject({
      customers: 4,
      customersAdded: 1,
      ordersAdded: 1,
      ordersUpdated: 1,
      refundsAdded: 1,
    })
    expect(await importedCustomer('ann')).toMatchObject({ refundedFen: 183, keptOrders: 2 })
  })

  test('of which a shorter export comes takes no cancellation back', async () => {
    await importText('year', csv('101 B 1 2011-01-03 0.333 ann'), '--as-of', '2011-04-30')
    expect(await importedCustomer('ann')).toMatchObject({ refundedFen: 183, paidFen: 633 })
  })
})

describe('a file', () => {
  const OTHER = [
    '订单号;商品编码;商品;数量;下单时间;单价;客户编号',
    'x1;"s;1";茶;2;31/12/2010 8:26;"1,200.50";k1',
    'x2;s2;蜜;1;01/02/2011 9:00 PM;¥3;k1',
    ';;;;;;',
  ].join('\r\n')
  const COLUMNS =
    'invoice=订单号,sku=商品编码,title=商品,quantity=数量,at=下单时间,price=单价,customer=客户编号'

  test.each([
    ['with other columns, semicolons and the day first', Buffer.from(OTHER)],
    ['with a byte order mark', Buffer.from(`\ufeff${OTHER}`)],
    ['in UTF-16', Buffer.from(`\ufeff${OTHER}`, 'utf16le')],
    ['in a gzip', gzipSync(OTHER)],
  ])('%s', async (what, content) => {
    const source = `other-${what.length}`
    const { report } = await importText(source, content, '--columns', COLUMNS, '--day-first')
    expect(report).toMatchObject({
      rows: 2,
      customers: 1,
      salesFen: 240_100 + 300,
      repeatBuyers: 1,
      asOf: '2011-02-01',
    })
  })

  test('of Excel in Chinese (GB 18030)', async () => {
    // 订单号 of GB 18030, as Excel on a Chinese Windows writes it.
    const [, ...rest] = csv('1 A 1 2011-01-03 2.00 gb').split('\n')
    const header = Buffer.from('b6a9b5a5bac5', 'hex')
    const tail = ',StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n'
    const content = Buffer.concat([header, Buffer.from(tail + rest.join('\n'))])
    const { report } = await importText('gb', content, '--columns', 'invoice=订单号')
    expect(report).toMatchObject({ customers: 1, salesFen: 200 })
  })

  test('of tabs, whose cancellations begin otherwise', async () => {
    const tabs = csv('1 A 1 2011-01-03 2.00 t', 'R1 A -1 2011-01-04 1.00 t').replaceAll(',', '\t')
    const { report } = await importText('tabs', tabs, '--cancel-prefix', 'R')
    expect(report).toMatchObject({ invoices: 2, cancellations: 1, netFen: 100 })
  })

  test('whose invoice has two times and lines apart is one order of the earlier time', async () => {
    const apart = csv(
      '1 A 1 2011-01-05 2.00 two',
      '2 A 1 2011-01-09 2.00 two',
      '1 B 1 2011-01-04 2.00 two',
    )
    const { report } = await importText('apart', apart)
    expect(report).toMatchObject({ invoices: 2, ordersAdded: 2 })
    const { orders } = await importedCustomer('two')
    expect(orders.items.map(({ totalFen, placedAt }) => [totalFen, placedAt])).toEqual([
      [200, Date.parse('2011-01-09T10:00+08:00')],
      [400, Date.parse('2011-01-04T10:00+08:00')],
    ])
  })

  test('in which one number stands for orders of two customers keeps both', async () => {
    const both = csv('1 A 1 2011-01-05 2.00 one', '1 A 1 2011-01-05 3.00 other')
    const { report } = await importText('both', both)
    expect(report).toMatchObject({ customers: 2, invoices: 2, ordersAdded: 2, salesFen: 500 })
  })

  test('with dirty rows: each is reported with line and reason, the rest is imported', async () => {
    const good = csv('1 A 1 2011-01-05 2.00 dirt', '2 A 1 2011-01-06 2.00 dirt').split('\n')
    const dirty = [
      good[0],
      good[1],
      '3,A,T,one,2011-01-05 10:00:00,2.00,dirt,UK',
      '4,A,T,1,2011-13-05 10:00:00,2.00,dirt,UK',
      ',A,T,1,2011-01-05 10:00:00,2.00,dirt,UK',
      '5,A,T,1,2011-01-05',
      '6,A,T,1,2011-01-05 10:00:00,two,dirt,UK',
      '7,A,"T,1,2011-01-05 10:00:00,2.00,dirt,UK',
      good[2],
      '8,A,T,1,2999-01-05 10:00:00,2.00,dirt,UK',
    ].join('\n')
    const { report, dirtyLines } = await importText('dirt', dirty)
    expect(report).toMatchObject({ rows: 9, dirtyRows: 7, invoices: 2, ordersAdded: 2 })
    expect(dirtyLines).toEqual([
      '第 3 行：数量“one”不是数（数量要整数，金额写成 12.50）',
      '第 4 行：下单时间“2011-13-05 10:00:00”认不出来（日在月前请加 --day-first）',
      '第 5 行：没有订单号',
      '第 6 行：格数和表头不一样',
      '第 7 行：单价“two”不是数（数量要整数，金额写成 12.50）',
      '第 8 行：引号没有配对',
      '第 10 行：下单时间“2999-01-05 10:00:00”还没有到',
    ])
  })

  test('with many dirty rows shows the first and says where all are', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n} A x 2011-01-05 2.00 c`)
    const { dirtyLines } = await importText('many', csv('a A 1 2011-01-05 2.00 m', ...rows))
    expect(dirtyLines).toHaveLength(21)
    expect(dirtyLines.at(-1)).toMatch(/^还有 10 行，都在 .*row-report\.csv$/)
  })

  test('with a customer of more orders than one call takes', async () => {
    const rows = Array.from({ length: 1_500 }, (_, n) => {
      const day = String(1 + (n % 28)).padStart(2, '0')
      const [number, pieces] = n % 3 === 2 ? [`C${n}`, -1] : [n, 2]
      return `${number} S${n % 7} ${pieces} 2011-01-${day} 1.25 big`
    })
    const { report } = await importText('big', csv(...rows, '1 A 1 2011-01-05 2.00 after'))
    expect(report).toMatchObject({
      customers: 2,
      customersAdded: 2,
      ordersAdded: 1_001,
      refundsAdded: 500,
      netFen: 1_000 * 250 - 500 * 125 + 200,
    })
    const big = await importedCustomer('big')
    expect(big.paidFen - big.refundedFen).toBe(1_000 * 250 - 500 * 125)
  })

  test('with an order of more lines than one call takes keeps its amount', async () => {
    const rows = Array.from({ length: 2_500 }, (_, n) => `1 SKU-${n} 1 2011-01-05 1.00 wide`)
    const { report } = await importText('wide', csv(...rows))
    expect(report).toMatchObject({ invoices: 1, salesFen: 250_000 })
    const { orders } = await importedCustomer('wide')
    expect(orders.items[0]?.totalFen).toBe(250_000)
    const lines = orders.items[0]?.lines ?? []
    expect(lines.length).toBeGreaterThan(50)
    expect(lines.reduce((all, { amountFen }) => all + amountFen, 0)).toBe(250_000)
    expect(Buffer.byteLength(JSON.stringify(lines))).toBeLessThan(ORDER_BYTES_MAX)
  })
})

test('a customer alone may not import', async () => {
  const answer = await shop.devcloud.invoke(
    'admin',
    { operation: 'imports.summary', input: { source: 'year' } },
    'oTest-nobody',
  )
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})

test('the review of one source leaves the customers of others alone', async () => {
  await importText('still', csv('1 A 1 2011-01-05 2.00 still'), '--as-of', '2011-01-06')
  const before = await importedCustomer('still')
  await importText('moved', csv('1 A 1 2011-01-05 2.00 moved'), '--as-of', '2012-01-06')
  expect(await importedCustomer('still')).toEqual(before)
  expect((await importedCustomer('moved')).recency).toBe('lost')
})
