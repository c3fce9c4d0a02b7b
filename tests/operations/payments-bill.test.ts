import { readBill } from '@core/runtime/bill'

/** The trade bill in WeChat Pay's format, line by line. */

const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,' +
  '付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,' +
  '退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const SUMS =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额'

type Change = Partial<Record<'appid' | 'sub' | 'total' | 'title' | 'time', string>>

const payment = (change: Change = {}) => {
  const { appid = 'wx1', sub = '0', total = '88.00', title = '茶', time } = change
  const at = time ?? '2026-03-04 10:00:00'
  const head = [at, appid, '19', sub, '', '4200001', 'ORDER-1', 'oA', 'JSAPI', 'SUCCESS', 'OTHERS']
  const rest = ['CNY', total, '0.00', '0', '0', '0.00', '0.00', '', '', title, '']
  return [...head, ...rest, '0.00', '0.60%', total, '0.00', '']
}
const refund = () => {
  const head = ['2026-03-04 11:30:00', 'wx1', '19', '0', '', '4200001', 'ORDER-1', 'oA', 'JSAPI']
  const back = ['REFUND', 'OTHERS', 'CNY', '0.00', '0.00', '5000001', 'R-1', '29.99', '0.00']
  const rest = ['ORIGINAL', 'PROCESSING', '茶', '', '-0.02', '0.60%', '0.00', '30.00', '']
  return [...head, ...back, ...rest]
}

const bill = (lines: string[][], count = lines.length, head = HEAD) => {
  const rows = lines.map((fields) => fields.map((field) => `\`${field}`).join(','))
  const sums = `\`${count},\`0.00,\`0.00,\`0.00,\`0.00,\`0.00,\`0.00`
  return `\uFEFF${[head, ...rows, SUMS, sums].join('\r\n')}\r\n`
}
const OURS = { appid: 'wx1' }

it('has payments with the order amount, and refunds with the requested amount', () => {
  expect(readBill(bill([payment(), refund()]), OURS)).toEqual([
    {
      kind: 'payment',
      orderId: 'ORDER-1',
      transactionId: '4200001',
      fen: 8_800,
      at: Date.parse('2026-03-04T10:00:00+08:00'),
    },
    {
      kind: 'refund',
      orderId: 'ORDER-1',
      refundId: 'R-1',
      fen: 3_000,
      at: Date.parse('2026-03-04T11:30:00+08:00'),
    },
  ])
})

it.each([
  ['0.01', 1],
  ['12', 1_200],
  ['12.3', 1_230],
  ['999999.99', 99_999_999],
])('a sum of %s is %d fen', (total, fen) => {
  expect(readBill(bill([payment({ total })]), OURS)).toMatchObject([{ fen }])
})

it('commas in a title do not separate fields', () => {
  const rows = readBill(bill([payment({ title: '茶, 一斤, 12.00' })]), OURS)
  expect(rows).toMatchObject([{ fen: 8_800 }])
})

it('lines of another mini program, or another merchant under the cloud’s, are not ours', () => {
  expect(readBill(bill([payment({ appid: 'wx2' })]), OURS)).toEqual([])
  const both = bill([payment({ sub: '161' }), payment({ sub: '162' })])
  expect(readBill(both, { subMchid: '161' })).toHaveLength(1)
})

it.each([
  ['cut off', HEAD, 'ends early'],
  ['short of a line', bill([payment()], 2), 'says 2 lines and has 1'],
  ['without a head that is known', bill([], 0, 'time,number'), 'no head'],
  ['with a sum that is none', bill([payment({ total: '1e3' })]), '订单金额 "1e3"'],
  ['with a negative sum', bill([payment({ total: '-1.00' })]), '订单金额 "-1.00"'],
  ['with a time that is none', bill([payment({ time: 'today' })]), 'the time "today"'],
])('a bill %s is refused as a whole', (_, text, reason) => {
  expect(() => readBill(text, OURS)).toThrow(reason)
})
