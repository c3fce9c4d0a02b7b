import { rmSync } from 'node:fs'
import { FATE_WORDS } from '@local/import/row-report'
import { scratch, toldOf } from './fixture'

let folder: string
beforeAll(() => {
  folder = scratch()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { kept, returned, beyond, noSale, nobody, dirty, skipped } = FATE_WORDS

/** What is expected of the lines of a file: the fate, and a part of what is said of it. */
type Expected = readonly (readonly [line: number, fate: string, said?: string])[]

/** Checks every row of a fixture, and that the fates add up to the rows. */
async function expectTold(name: string, expected: Expected, ...args: string[]) {
  const { staged, told } = await toldOf(folder, name, ...args)
  try {
    expect(told.map(({ line, fate }) => [line, fate])).toEqual(
      expected.map(([line, fate]) => [line, fate]),
    )
    for (const [at, [line, , said]] of expected.entries()) {
      if (said !== undefined) expect(`${line} ${told[at]?.note}`).toContain(said)
    }
    const counts = Object.values(staged.fates)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(staged.rows.rows)
    expect(staged.pieces.piecesKept).toBeGreaterThanOrEqual(0)
    expect(staged.pieces.piecesKept).toBeLessThanOrEqual(staged.pieces.piecesSold)
    expect(staged.figures.netFen).toBeLessThanOrEqual(staged.figures.salesFen)
    return { ...staged.figures, ...staged.pieces }
  } finally {
    staged.staging.discard()
  }
}

const TEXT_COLUMN = '请从原系统重新导出，把这一列设成“文本”'

test('numbers that a spreadsheet has rounded are no numbers of orders', async () => {
  await expectTold('rounded-numbers.csv', [
    [2, dirty, `订单号“1.78455E+18”被表格软件写成了约数，后几位已经丢了：${TEXT_COLUMN}`],
    [3, dirty, '订单号“1.78455e18”被表格软件写成了约数'],
    [4, dirty, '订单号“1,78455E+18”被表格软件写成了约数'],
    [5, dirty, '订单号“1784550000000123136.0”被表格软件写成了约数'],
    [6, dirty, '商品编码“6.90123E+12”被表格软件写成了约数'],
    [7, dirty, '客户“1.38E+10”被表格软件写成了约数'],
    [8, dirty, '数量“1E+3”不是数'],
    [9, dirty, '单价“#VALUE!”不是数'],
    [10, dirty, '订单号“#REF!”是表格软件的公式或报错'],
    [11, dirty, '订单号“########”是表格软件的公式或报错'],
    [12, kept, '订单 90005，2 件，90.00'],
    [13, kept, '订单 12E50'],
  ])
})

test('long numbers that end in zeros are rounded where their neighbours are', async () => {
  await expectTold('rounded-tails.csv', [
    [2, dirty, `只剩前 15 位，后面被表格软件写成了 0：${TEXT_COLUMN}`],
    [3, dirty, '订单号“178455000000013000”'],
    [4, kept],
    [5, kept],
  ])
})

test('of forty numbers of sixteen digits four end in a zero by chance', async () => {
  const lines = Array.from({ length: 40 }, (_, at) => [at + 2, kept] as const)
  await expectTold('round-by-chance.csv', lines)
})

test('a number that merely begins with C is an order', async () => {
  const figures = await expectTold('letter-c.csv', [
    [2, kept, '订单 CN20260301'],
    [3, kept, '订单 C2026030201'],
    [4, kept, '订单 CX-17'],
    [5, returned, '退单 C536379，退 1 件，88.00'],
    [6, returned, '退单 80017，退 1 件，45.00'],
  ])
  expect(figures).toMatchObject({ invoices: 5, cancellations: 2, salesFen: 30_900 })
})

test('a declared beginning of returns is believed, positive quantities too', async () => {
  const expected: Expected = [
    [2, kept],
    [3, returned, '退单 TH1001，退 1 件，88.00'],
  ]
  const figures = await expectTold('declared-returns.csv', expected, '--cancel-prefix', 'TH')
  expect(figures).toMatchObject({ salesFen: 26_400, netFen: 17_600, piecesKept: 2 })
})

test('words for nobody are no customers, names that hold one are', async () => {
  const figures = await expectTold('nobody.csv', [
    ...Array.from({ length: 18 }, (_, at) => [at + 2, nobody] as const),
    [20, kept],
    [21, kept],
  ])
  expect(figures).toMatchObject({ customers: 2 })
})

test('what is said of nobody names the word', async () => {
  const { staged, told } = await toldOf(folder, 'nobody.csv')
  staged.staging.discard()
  expect(told.find(({ line }) => line === 13)?.note).toBe('客户写的是“匿名用户”，不是一位客户')
  expect(told.find(({ line }) => line === 16)?.note).toBe('客户是空的')
})

test('text guards are no part of a text', async () => {
  const figures = await expectTold('text-guards.csv', [
    [2, kept, '订单 6001，2 件，176.00；订单号“="6001"”认作 6001；商品编码“="T1"”认作 T1'],
    [3, kept, "客户“'u1”认作 u1"],
    [4, kept, '客户“`u1”认作 u1'],
    [5, kept, '订单 6004，1 件，88.00'],
    [6, kept, '订单 6005'],
  ])
  expect(figures).toMatchObject({ customers: 1, invoices: 5 })
})

test('an apostrophe that begins a title stays', async () => {
  const { staged } = await toldOf(folder, 'text-guards.csv')
  const [customer] = [...staged.staging.customers('')]
  staged.staging.discard()
  expect(customer?.invoices.at(-1)?.lines[0]?.title).toBe("'70S 复古杯")
})

test('what nobody sees is removed, and what is nothing else is missing', async () => {
  const figures = await expectTold('invisible.csv', [
    [2, kept, '订单号“5001⟨200B⟩”认作 5001'],
    [3, kept, '订单号“⟨202E⟩5002⟨202C⟩”认作 5002'],
    [4, kept, '订单 5003，1 件，88.00'],
    [5, dirty, '没有订单号'],
    [6, dirty, '是乱码：请用 UTF-8 或 GBK 重新导出'],
  ])
  expect(figures).toMatchObject({ customers: 1, invoices: 3 })
})

test('orders that were closed, unpaid or refunded are no sales', async () => {
  const figures = await expectTold('states.csv', [
    [2, kept],
    [3, noSale, '订单 4001 的订单状态是“交易关闭”，不算成交'],
    [4, noSale, '“退款成功”'],
    [5, noSale, '“已取消”'],
    [6, noSale, '“待付款”'],
    [7, noSale, '“等待买家付款”'],
    [8, kept],
    [9, kept],
    [10, kept, '88.00，其中退款 8.00'],
    [11, dirty, '订单状态“部分退款”却没有退款金额'],
    [12, noSale, '“未付款”'],
    [13, kept],
    [14, kept],
    [15, kept],
    [16, noSale, '“TRADE_CLOSED”'],
    [17, noSale, '“Refunded”'],
    [18, noSale, '“unpaid”'],
    [19, kept],
    [20, dirty, '订单状态“挂起”不认识'],
    [21, noSale, '“订单已作废”'],
  ])
  expect(figures).toMatchObject({ salesFen: 8 * 8_800, netFen: 8 * 8_800 - 800 })
})

test('a state that is not known can be declared', async () => {
  const { staged, told } = await toldOf(folder, 'states.csv', '--states', '挂起=none')
  staged.staging.discard()
  expect(told.find(({ line }) => line === 20)).toMatchObject({ fate: noSale })
})

test('lines whose merged cells are blank belong to the order above', async () => {
  const figures = await expectTold('merged-cells.csv', [
    [2, kept],
    [3, kept, '订单 3001，2 件，90.00；订单号、客户、下单时间取自上面的行'],
    [4, kept, '订单 3001，1 件，60.00；客户、下单时间取自上面的行'],
    [5, noSale],
    [6, noSale, '订单 3002'],
    [7, dirty, '订单号“3.00300E+15”'],
    [8, dirty, '订单号“3.00300E+15”'],
    [9, nobody],
    [10, nobody],
    [11, dirty, '格数和表头不一样'],
    [12, dirty, '没有订单号'],
    [13, dirty, '没有订单号'],
  ])
  expect(figures).toMatchObject({ customers: 1, invoices: 1, salesFen: 8_800 + 9_000 + 6_000 })
})

test('a phone is one customer in any spelling, a masked one is nobody known', async () => {
  const figures = await expectTold('phones.csv', [
    [2, kept],
    [3, kept, '客户认作手机 138****6021'],
    ...[4, 5, 6, 7].map((line) => [line, kept, '客户认作手机'] as const),
    [8, kept],
    [9, dirty, '客户“138****6021”打了码，认不出是哪位客户'],
    [10, dirty],
    [11, dirty, '客户“张*”打了码'],
  ])
  expect(figures).toMatchObject({ customers: 1, invoices: 7 })
})

test('the report has no whole phone number', async () => {
  const { staged, told } = await toldOf(folder, 'phones.csv')
  staged.staging.discard()
  expect(JSON.stringify(told)).not.toContain('13800006021')
})

test('more cannot come back than was sold', async () => {
  const figures = await expectTold('returns.csv', [
    [2, kept],
    [3, beyond, '退 3 件，文件里此前只卖出 2 件：多退的 1 件只记作退款'],
    [4, beyond, '退 1 件，文件里此前只卖出 0 件'],
    [5, dirty, '数量“0”是 0，一件也没有卖'],
    [6, dirty, '单价“-1 × -88.00”数量和单价都是负数'],
    [7, kept],
    [8, kept, '-5.00'],
    [9, returned],
  ])
  expect(figures).toMatchObject({ piecesSold: 2 + 3 + 1, piecesKept: 2 + 1 })
})

test('numbers as people and spreadsheets write them', async () => {
  const figures = await expectTold('numbers.csv', [
    [2, kept, '2 件，2401.00'],
    [3, kept, '1200 件，3600.00'],
    [4, kept, '12.50'],
    [5, dirty, '单价“50%”不是数'],
    [6, dirty, '数量“-0”是 0'],
    [7, kept, '1 件，0.00'],
    [8, dirty, '单价“1e2”不是数'],
    [9, kept, '12.30'],
    [10, dirty, '单价“1,20”不是数'],
    [11, dirty, '数量“1 200”不是数'],
    [12, kept, '19.80'],
    [13, returned],
    [14, dirty],
    [15, dirty, '单价“--”不是数'],
  ])
  expect(Object.is(figures.netFen, -0)).toBe(false)
})

test('titles, second headers and sums are no rows of orders', async () => {
  const figures = await expectTold('headers-and-sums.csv', [
    [4, skipped, '第二行表头'],
    [5, kept],
    [6, skipped, '合计行'],
    [7, skipped, '又一行表头'],
    [8, kept],
    [9, skipped, '合计行'],
    [11, skipped, '合计行'],
  ])
  expect(figures).toMatchObject({ invoices: 2, salesFen: 17_600 })
})

test('times as people and spreadsheets write them', async () => {
  await expectTold('dates.csv', [
    [2, kept],
    [3, kept],
    [4, kept],
    [5, dirty, '下单时间“46082.4375”是表格软件的日期序号'],
    [6, dirty, '是表格软件的日期序号'],
    ...[7, 8, 9, 10, 11].map((line) => [line, dirty, '认不出来'] as const),
    [12, kept],
    [13, dirty],
    [14, kept],
  ])
})

test.each(['gbk.csv', 'utf16.csv', 'crlf-bom.csv', 'semicolons.csv', 'tabs.tsv', 'bars.txt'])(
  '%s reads like any other',
  async (name) => {
    const figures = await expectTold(name, [
      [2, kept, '订单 1401，1 件，88.00'],
      [3, kept, '订单 1402，2 件，90.00'],
    ])
    expect(figures).toMatchObject({ customers: 1, salesFen: 17_800 })
  },
)
