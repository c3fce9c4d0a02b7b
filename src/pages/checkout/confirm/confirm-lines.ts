import type { LineSnapshot, QuoteView } from '@core/contract/orders'
import type { PricedLine, Quote } from '@core/domain/pricing/quote-types'
import type { ShownLine } from '@/components/order-lines'

/** A line of the order that is being made, with what can be had of it. */
export type ConfirmLine = ShownLine & { available: number }

/** The lines of a bill with their words: goods' and services' by key, gifts' by SKU. */
export function shownLines(bill: Quote, view: Pick<QuoteView, 'lines' | 'gifts'>): ConfirmLine[] {
  return bill.lines.flatMap((line) => {
    const words = wordsFor(line, view)
    if (!words) return []
    const { title, spec, picture, available } = words
    const fields = line.kind === 'goods' ? words.fields : []
    return [{ ...line, title, spec, picture, fields, available }]
  })
}

const wordsFor = (
  line: PricedLine,
  { lines, gifts }: Pick<QuoteView, 'lines' | 'gifts'>,
): LineSnapshot | undefined =>
  line.kind === 'gift'
    ? gifts.find(({ skuId }) => skuId === line.skuId)
    : lines.find(({ key }) => key === (line.parentKey ?? line.key))
