import { mobileOf } from '@core/domain/imports/buyer'
import type { ImportField, RowError } from '@core/domain/imports/row'
import type { Ruin } from '@core/domain/imports/ruined'
import { maskPhone } from '@core/kernel/masking'
import type { RecordError } from './csv-records'

/** Characters of a wrong text that are shown. */
const TEXT_SHOWN_MAX = 60

/** What the shop's owner calls a field. */
export const FIELD_WORDS: Record<ImportField, string> = {
  invoice: '订单号',
  sku: '商品编码',
  title: '商品名',
  quantity: '数量',
  at: '下单时间',
  price: '单价',
  customer: '客户',
  state: '订单状态',
  refund: '退款金额',
}

const RECORD_WORDS: Record<RecordError, string> = {
  QUOTE_NOT_CLOSED: '引号没有配对',
  TEXT_AFTER_QUOTE: '引号后面还有字',
  WRONG_CELLS: '格数和表头不一样',
  LINE_TOO_LONG: '这一行太长，不像订单',
}

/** Why a record cannot be read, for the shop's owner. */
export const recordReason = (error: RecordError): string => RECORD_WORDS[error]

const RUIN_WORDS: Record<Ruin, string> = {
  ROUNDED: '被表格软件写成了约数，后几位已经丢了：请从原系统重新导出，把这一列设成“文本”',
  LAST_DIGITS_ZERO: '只剩前 15 位，后面被表格软件写成了 0：请从原系统重新导出，把这一列设成“文本”',
  FORMULA: '是表格软件的公式或报错，不是原来的内容',
  GARBLED: '是乱码：请用 UTF-8 或 GBK 重新导出',
}

/** Why a key is no longer what the other system wrote, with the key. */
export const ruinReason = (field: ImportField, text: string, ruin: Ruin): string =>
  `${named(field, text)}${RUIN_WORDS[ruin]}`

/** Why a row cannot be used, for the shop's owner, with the wrong text. */
export function rowReason(error: RowError): string {
  if (error.code === 'MISSING') return `没有${FIELD_WORDS[error.field]}`
  if (error.code === 'RUINED') return ruinReason(error.field, error.text, error.ruin)
  return `${named(error.field, error.text)}${ERROR_WORDS[error.code]}`
}

const ERROR_WORDS: Record<Exclude<RowError['code'], 'MISSING' | 'RUINED'>, string> = {
  TOO_LONG: '太长，最多 40 个字',
  MASKED: '打了码，认不出是哪位客户',
  NOT_A_NUMBER: '不是数（数量要整数，金额写成 12.50）',
  NO_PIECES: '是 0，一件也没有卖',
  NOT_A_TIME: '认不出来（日在月前请加 --day-first）',
  SERIAL_DAY: '是表格软件的日期序号：请把这一列设成“日期”再导出',
  IN_THE_FUTURE: '还没有到',
  TOO_LARGE: '大得不可信',
  BOTH_NEGATIVE: '数量和单价都是负数，看不出是卖是退',
  UNKNOWN_STATE: '不认识：用 --states 名称=sale（算成交）或 名称=none（不算）说明',
  PART_WITHOUT_AMOUNT: '却没有退款金额：用 --columns refund=列名 指出退了多少',
  REFUND_ABOVE_AMOUNT: '比这一行卖的还多',
}

const named = (field: ImportField, text: string): string => `${FIELD_WORDS[field]}“${shown(text)}”`

/** A text of the file as the report shows it: short, in one line, without a whole phone number. */
export function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
  const mobile = mobileOf(line)
  if (mobile !== null) return maskPhone(mobile)
  return line.length > TEXT_SHOWN_MAX ? `${line.slice(0, TEXT_SHOWN_MAX)}…` : line
}
