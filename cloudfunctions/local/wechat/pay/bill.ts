import { createHash, createHmac } from 'node:crypto'
import type { DevcloudRecords } from '@local/records'
import { DEVCLOUD_APPID } from '@local/secrets'
import { billTime, DAY_MS, HOUR_MS } from '@local/time'
import type { PayRefund, PayTransaction } from './ledger'
import { PayError } from './pay-error'
import type { PayContext } from './transactions'

/** Yesterday's bill is available from ten in the morning (pay.weixin.qq.com, trade bill). */
const READY_AFTER_MS = DAY_MS + 10 * HOUR_MS
/** WeChat Pay keeps bills for three months. */
const KEPT_MS = 90 * DAY_MS

const HEAD =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,' +
  '付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,' +
  '退款金额,' +
  '充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注'
const SUMS_HEAD =
  '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,' +
  '订单总金额,申请退款总金额'

/** Injected errors of a bill: orders or refunds to omit, or other sums in fen. */
export type BillFaults = { omit?: string[]; alter?: Record<string, number> }

const yuan = (fen: number) => (fen / 100).toFixed(2)

const isOn = (day: string, at: number | undefined) =>
  at !== undefined && billTime(at).startsWith(day)

type Line = { at: number; fields: string[]; number: string; paid: number; back: number }

const begin = (order: PayTransaction, at: number, state: 'SUCCESS' | 'REFUND') => [
  billTime(at),
  DEVCLOUD_APPID,
  order.mchid,
  order.callback?.subMchid ?? '0',
  '',
  order.transactionId ?? '',
  order.outTradeNo,
  order.openid,
  'JSAPI',
  state,
  'OTHERS',
  'CNY',
]

const paymentLine = (order: PayTransaction, fen: number): Line => {
  const at = order.paidAt ?? 0
  const rest = [yuan(fen), '0.00', '0', '0', '0.00', '0.00', '', '', order.description, '']
  const fees = ['0.00000', '0.60%']
  const fields = [...begin(order, at, 'SUCCESS'), ...rest, ...fees, yuan(fen), '0.00', '']
  return { at, fields, number: order.outTradeNo, paid: fen, back: 0 }
}

const refundLine = (refund: PayRefund, order: PayTransaction, fen: number): Line => {
  const numbers = [refund.refundId, refund.outRefundNo]
  const kind = ['ORIGINAL', refund.state ?? 'SUCCESS', order.description, '']
  const rest = ['0.00', '0.00', ...numbers, yuan(fen), '0.00', ...kind]
  const head = begin(order, refund.at, 'REFUND')
  const fields = [...head, ...rest, '0.00000', '0.60%', '0.00', yuan(fen), '']
  return { at: refund.at, fields, number: refund.outRefundNo, paid: 0, back: fen }
}

/** The bills of one local cloud: of API v3, and of cloudPay. */
export const createBills = (context: PayContext, records: DevcloudRecords) => {
  const { ledger, clock, secrets } = context
  const plan = () => records.get<BillFaults>('bill-plan', 'next') ?? {}
  const linesOf = (day: string, isCloud: boolean): Line[] => {
    const { omit = [], alter = {} } = plan()
    const { transactions, refunds } = ledger.all()
    const ours = transactions.filter((one) => (one.callback !== undefined) === isCloud)
    const orders = new Map(ours.map((one) => [one.outTradeNo, one]))
    const paid = ours
      .filter((one) => isOn(day, one.paidAt))
      .map((one) => paymentLine(one, alter[one.outTradeNo] ?? one.totalFen))
    const back = refunds.flatMap((one) => {
      const order = orders.get(one.outTradeNo)
      if (!order || !isOn(day, one.at)) return []
      return [refundLine(one, order, alter[one.outRefundNo] ?? one.refundFen)]
    })
    const lines = [...paid, ...back].filter(({ number }) => !omit.includes(number))
    return lines.sort((a, b) => a.at - b.at)
  }
  /** The bill of a day as a text; throws WeChat Pay's error when there is none. */
  const read = (day: string, isCloud: boolean): string => {
    const start = Date.parse(`${day}T00:00:00+08:00`)
    const age = clock.now() - start
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || !(age >= 0) || age > KEPT_MS) {
      throw new PayError(400, 'PARAM_ERROR', '账单日期不在可下载的范围内')
    }
    if (age < READY_AFTER_MS) throw new PayError(400, 'STATEMENT_CREATING', '账单生成中')
    const lines = linesOf(day, isCloud)
    if (lines.length === 0) throw new PayError(400, 'NO_STATEMENT_EXIST', '账单文件不存在')
    const paid = lines.reduce((all, line) => all + line.paid, 0)
    const back = lines.reduce((all, line) => all + line.back, 0)
    const sums = [yuan(paid), yuan(back), '0.00', '0.00000', yuan(paid), yuan(back)]
    const write = (fields: readonly string[]) => fields.map((field) => `\`${field}`).join(',')
    const rows = [HEAD, ...lines.map(({ fields }) => write(fields)), SUMS_HEAD]
    return `\uFEFF${[...rows, write([String(lines.length), ...sums])].join('\r\n')}\r\n`
  }
  const tokenOf = (day: string) => {
    const seal = createHmac('sha256', secrets.sessionKey).update(`bill ${day}`).digest('hex')
    return `${day}.${seal}`
  }
  return {
    read,
    /** `GET /v3/bill/tradebill`: the bill's download URL and hash. */
    apply: (day: string, apiUrl: string) => ({
      download_url: `${apiUrl}/v3/billdownload/file?token=${tokenOf(day)}`,
      hash_type: 'SHA1',
      hash_value: createHash('sha1').update(read(day, false)).digest('hex'),
    }),
    /** `GET /v3/billdownload/file`: the bill itself, unsigned. */
    download: (token: string): string => {
      const day = token.slice(0, 10)
      if (token !== tokenOf(day)) throw new PayError(400, 'PARAM_ERROR', '下载地址无效')
      return read(day, false)
    },
    order: (wanted: BillFaults) => records.put('bill-plan', 'next', wanted),
  }
}

/** The bills of a devcloud. */
export type Bills = ReturnType<typeof createBills>
