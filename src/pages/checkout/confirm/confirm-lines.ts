import type { LineSnapshot, QuoteView } from '@core/contract/orders'
import type { PricedLine, Quote } from '@core/domain/pricing/quote-types'
import type { DisplayedLine } from '@/components/order-lines'

/** A line of the order that is being made, with what can be had of it. */
export type ConfirmLine = DisplayedLine & { available: number }

/** The lines of a bill with their words: goods' and services' by key, gifts' by SKU. */
export function confirmLines(bill: Quote, view: Pick<QuoteView, 'lines' | 'gifts'>): ConfirmLine[] {
  return bill.lines.flatMap((line) => {
    const words = snapshotFor(line, view)
    if (!words) return []
    const { title, spec, picture, available } = words
    const fields = line.kind === 'goods' ? words.fields : []
    return [{ ...line, title, spec, picture, fields, available }]
  })
}

const snapshotFor = (
  line: PricedLine,
  { lines, gifts }: Pick<QuoteView, 'lines' | 'gifts'>,
): LineSnapshot | undefined =>
  line.kind === 'gift'
    ? gifts.find(({ skuId }) => skuId === line.skuId)
    : lines.find(({ key }) => key === (line.parentKey ?? line.key))
