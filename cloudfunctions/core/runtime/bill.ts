import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { BillRow } from '../operations/ports'

/**
 * The trade bill of WeChat Pay, the same text from API v3 and from cloudPay: a head, a line per
 * payment or refund, a second head, a line of sums. Every field begins with a backquote
 * (pay.weixin.qq.com, bill format).
 */

/** A bill of more bytes would not fit into the memory of a function. */
export const BILL_BYTES_MAX = 20 * 1_024 * 1_024

/** Whose the bill's lines must be; a merchant may have several mini programs. */
export type BillOwner = { appid: string } | { subMchid: string }

type Line = Record<string, string>

/** Reads a bill. Throws, saying what, when it is not whole or not understood. */
export function readBill(text: string, owner: BillOwner): BillRow[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)
  const head = (rows[0] ?? '').split(',')
  if (!head.includes('商户订单号')) throw new Error('the bill has no head that is known')
  const sums = rows.findIndex((row) => row.startsWith('总交易单数'))
  if (sums < 0) throw new Error('the bill ends early')
  const lines = rows.slice(1, sums).map((row) => lineOf(head, row))
  const counted = Number(fieldsOf(rows[sums + 1] ?? '')[0])
  if (counted !== lines.length) {
    throw new Error(`the bill says ${counted} lines and has ${lines.length}`)
  }
  return lines.filter((line) => isOf(line, owner) && !isGivenUp(line)).map(rowOf)
}

/** A description may hold commas; only one before a backquote parts two fields. */
const fieldsOf = (row: string): string[] => row.replace(/^`/, '').split(',`')

const lineOf = (head: readonly string[], row: string): Line => {
  const fields = fieldsOf(row)
  return Object.fromEntries(head.map((name, at) => [name.trim(), fields[at]?.trim() ?? '']))
}

const isOf = (line: Line, owner: BillOwner): boolean => {
  if ('appid' in owner) return line['公众账号ID'] === owner.appid
  const sub = line['特约商户号'] ?? line['子商户号']
  return sub === undefined || sub === '0' || sub === '' || sub === owner.subMchid
}

/** A refund that was given up has moved no money; another one may stand in its place. */
const isGivenUp = (line: Line): boolean =>
  line['交易状态'] === 'REFUND' && ['CLOSED', 'FAIL'].includes(line['退款状态'] ?? '')

const rowOf = (line: Line): BillRow => {
  const at = instantOf(line['交易时间'] ?? '')
  const orderId = line['商户订单号'] ?? ''
  const refundId = line['商户退款单号'] ?? ''
  // In a payment's line the columns of a refund hold 0.
  if (line['交易状态'] === 'REFUND') {
    return { kind: 'refund', orderId, refundId, fen: fenOf(line, '申请退款金额', '退款金额'), at }
  }
  const transactionId = line['微信订单号'] ?? ''
  return { kind: 'payment', orderId, transactionId, fen: fenOf(line, '订单金额', '总金额'), at }
}

/** `12.34` → 1234; accounts of older days have the second name. */
function fenOf(line: Line, name: string, older: string): Fen {
  const text = line[name] || line[older] || ''
  const [, yuan = '', fen = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (yuan === '') throw new Error(`the bill has ${name} "${text}"`)
  return Number(yuan) * 100 + Number(fen.padEnd(2, '0'))
}

/** `2026-03-04 10:00:00` in China. */
function instantOf(text: string): Instant {
  const at = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  if (Number.isNaN(at)) throw new Error(`the bill has the time "${text}"`)
  return at
}
