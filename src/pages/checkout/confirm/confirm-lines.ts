import type { LineSnapshot, QuoteView } from '@core/contract/orders'
import type { PricedLine, Quote } from '@core/domain/pricing/quote-types'
import type { DisplayedLine } from '@/components/order-lines'

/** A line of the draft order with the pieces available. */
export type ConfirmLine = DisplayedLine & { available: number }

/** The lines of a quote with their titles and pictures: goods and services by key, gifts by SKU. */
export function confirmLines(
  quote: Quote,
  view: Pick<QuoteView, 'lines' | 'gifts'>,
): ConfirmLine[] {
  return quote.lines.flatMap((line) => {
    const snapshot = snapshotFor(line, view)
    if (!snapshot) return []
    const { title, spec, picture, available } = snapshot
    const fields = line.kind === 'goods' ? snapshot.fields : []
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
