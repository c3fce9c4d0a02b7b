import { cellText } from './cell'

/** Whose row it is: a customer, nobody (a guest), or somebody whose number was made illegible. */
export type Buyer = { kind: 'customer'; id: string } | { kind: 'nobody' } | { kind: 'masked' }

/** What other systems write where there is no customer, after NFKC and in lower case. */
const NOBODY_WORDS = new Set([
  ...['null', 'nil', 'none', 'nan', 'undefined', 'unknown', 'n/a', 'na', '#n/a', '\\n', 'empty'],
  ...['anonymous', 'anon', 'guest', 'no customer', 'walk-in', 'visitor', 'blank', 'default'],
  ...['无', '没有', '暂无', '空', '空白', '未知', '未填', '未填写', '未登记', '未登录', '不详'],
  ...['匿名', '匿名用户', '匿名买家', '匿名客户', '匿名顾客', '匿名会员', '匿名购买', '默认客户'],
  ...['游客', '散客', '路人', '过客', '非会员', '无名', '无名氏', '无客户', '无会员', '未知用户'],
  ...['未知客户', '游客用户', '零售客户', '普通顾客', '用户已注销', '已注销', '已注销用户'],
])
/** `-`, `--`, `/`, `.`, `0`, `000`, `???`. */
const NOBODY_MARKS = /^(?:[-‐-―_/\\.·~?,;:!]+|0+)$/
/** `138****6021`, `张*`, `t**8`, `138●●●●6021`, `138xxxx6021`. */
const MASKED = /[*•●○▪■□×]|^\d+x{2,}\d+$/i
/** A mobile number of China in any spelling, after blanks, dashes, dots and brackets are gone. */
const MOBILE = /^(?:\+|00)?(?:86)?(1[3-9]\d{9})$/
const SEPARATORS = /[\s\-‐-―.()]/g

/** Reads the customer's cell; a mobile number becomes its eleven digits. */
export function buyerOf(cell: string): Buyer {
  const text = keyText(cell)
  const word = text.toLowerCase().replace(/^[([<【](.*)[)\]>】]$/, '$1')
  if (word === '' || NOBODY_MARKS.test(word) || NOBODY_WORDS.has(word)) return { kind: 'nobody' }
  if (MASKED.test(text)) return { kind: 'masked' }
  return { kind: 'customer', id: mobileOf(text) ?? text }
}

/** The eleven digits of a mobile number of China; `null` when the text is none. */
export const mobileOf = (text: string): string | null =>
  MOBILE.exec(text.replace(SEPARATORS, ''))?.[1] ?? null

/** A key of the other system. Spreadsheets turn `17850` into `17850.0`. */
export function keyText(cell: string): string {
  return cellText(cell).replace(/^(\d{1,15})\.0+$/, '$1')
}
