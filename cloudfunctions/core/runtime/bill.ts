import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { BillRow } from '../operations/ports'
import { refundStatusOf } from './provider-answers'

/**
 * The trade bill of WeChat Pay, the same format in API v3 and cloudPay: a header, a line per
 * payment or refund, a second header, a line of totals. Every field begins with a backquote
 * (pay.weixin.qq.com, bill format).
 */

/** The largest bill that fits into the memory of a function. */
export const BILL_BYTES_MAX = 20 * 1_024 * 1_024

/** Whose lines of the bill to read; a merchant may have several mini programs. */
export type BillOwner = { appid: string } | { subMchid: string }

type Line = Record<string, string>

/** Parses a bill. Throws with the reason when it is incomplete or malformed. */
export function readBill(text: string, owner: BillOwner): BillRow[] {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)
  const header = (rows[0] ?? '').split(',')
  if (!header.includes('商户订单号')) throw new Error('the bill has no header that is known')
  const totals = rows.findIndex((row) => row.startsWith('总交易单数'))
  if (totals < 0) throw new Error('the bill ends early: it has no totals')
  const lines = rows.slice(1, totals).map((row) => lineOf(header, row))
  const counted = Number(fieldsOf(rows[totals + 1] ?? '')[0])
  if (counted !== lines.length) {
    throw new Error(`the bill says ${counted} lines and has ${lines.length}`)
  }
  return lines.filter((line) => belongsTo(line, owner) && !isFailedRefund(line)).map(rowOf)
}

/** A description may contain commas; only a comma before a backquote separates fields. */
const fieldsOf = (row: string): string[] => row.replace(/^`/, '').split(',`')

const lineOf = (header: readonly string[], row: string): Line => {
  const fields = fieldsOf(row)
  return Object.fromEntries(header.map((name, at) => [name.trim(), fields[at]?.trim() ?? '']))
}

const belongsTo = (line: Line, owner: BillOwner): boolean => {
  if ('appid' in owner) return line['公众账号ID'] === owner.appid
  const sub = line['特约商户号'] ?? line['子商户号']
  return sub === undefined || sub === '0' || sub === '' || sub === owner.subMchid
}

/** A failed refund moved no money; a retry under another number may have replaced it. */
const isFailedRefund = (line: Line): boolean =>
  line['交易状态'] === 'REFUND' && refundStatusOf(line['退款状态'] ?? '') === 'CLOSED'

const rowOf = (line: Line): BillRow => {
  const at = instantOf(line['交易时间'] ?? '')
  const orderId = line['商户订单号'] ?? ''
  const refundId = line['商户退款单号'] ?? ''
  // In a payment's line the refund columns are 0.
  if (line['交易状态'] === 'REFUND') {
    return { kind: 'refund', orderId, refundId, fen: fenOf(line, '申请退款金额', '退款金额'), at }
  }
  const transactionId = line['微信订单号'] ?? ''
  return { kind: 'payment', orderId, transactionId, fen: fenOf(line, '订单金额', '总金额'), at }
}

/** `12.34` → 1234; older accounts have the second column name. */
function fenOf(line: Line, name: string, older: string): Fen {
  const text = line[name] || line[older] || ''
  const [, yuan = '', fen = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (yuan === '') throw new Error(`the bill has an invalid amount: ${name} "${text}"`)
  return Number(yuan) * 100 + Number(fen.padEnd(2, '0'))
}

/** `2026-03-04 10:00:00` in China. */
function instantOf(text: string): Instant {
  const at = Date.parse(`${text.replace(' ', 'T')}+08:00`)
  if (Number.isNaN(at)) throw new Error(`the bill has an invalid value for the time "${text}"`)
  return at
}
