import { keyText, mobileOf } from '@core/domain/imports/buyer'
import { cellText } from '@core/domain/imports/cell'
import type { ImportRow, RawRow } from '@core/domain/imports/row'
import { FIELD_WORDS, shown } from './row-words'

/** A cell that says that its row is a sum of others. */
const SUM =
  /^(?:本页|本日|当日)?(?:合计|总计|小计|汇总|共计|累计|(?:grand |sub)?totals?|sum)[::]?$/i

/** Whether a row sums up others: a word for it where an order has its number, or in its stead. */
export function isSum(row: RawRow, cells: readonly string[]): boolean {
  const invoice = keyText(row.invoice)
  if (invoice !== '') return SUM.test(invoice)
  return cells.some((cell) => SUM.test(cellText(cell)))
}

/** Whether a row names its columns once more: no digit where numbers and times belong. */
export function isSecondHeader({ quantity, price, at }: RawRow): boolean {
  return [quantity, price, at].every((cell) => cellText(cell) !== '' && !/\d/.test(cellText(cell)))
}

const KEYS = ['invoice', 'sku', 'customer'] as const

/**
 * What was made of the cells of a good row, where that is not just what they say: keys without
 * guards and hidden characters, phones in one spelling, cells taken from the line above.
 */
export function noteOf(raw: RawRow, filled: RawRow, row: ImportRow): string {
  const notes: string[] = []
  const from = [...KEYS, 'at' as const].filter((field) => raw[field] !== filled[field])
  if (from.length > 0) {
    notes.push(`${from.map((field) => FIELD_WORDS[field]).join('、')}取自上面的行`)
  }
  for (const field of KEYS) {
    const cell = filled[field]
    if (raw[field] !== cell || cell.trim() === row[field]) continue
    const mobile = field === 'customer' ? mobileOf(row[field]) : null
    // A phone is masked, so that only its spelling could be shown: how it was read says enough.
    notes.push(
      mobile === null
        ? `${FIELD_WORDS[field]}“${visible(cell)}”认作 ${row[field]}`
        : `客户认作手机 ${shown(mobile)}`,
    )
  }
  return notes.join('；')
}

/** The text with what nobody sees named by its code: `u1⟨200B⟩`. */
const visible = (text: string): string =>
  shown(
    text.replace(
      /[\p{Cc}\p{Cf}\u00a0]/gu,
      (one) => `⟨${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}⟩`,
    ),
  )

/** Whether a customer is unnamed by a word (`匿名用户`), and not by an empty cell. */
export const nobodyNote = (cell: string): string =>
  cellText(cell) === '' ? '客户是空的' : `客户写的是“${shown(cell)}”，不是一位客户`
