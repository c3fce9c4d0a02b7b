import type { SkuDocument } from '../../data/documents'
import { specWords } from '../../domain/catalog'
import type { LinesError } from '../../contract/orders'
import type { OrderLine } from '../../domain/order'
import { fail, ok, type Result } from '../../domain/result'

/** What somebody wants: a SKU and how many. */
export type WantedLine = { skuId: string; quantity: number }

/** The wanted lines with today's words and prices, in their order, and the stock behind each. */
export type FoundLine = OrderLine & { available: number }

/** Looks every wanted line up among the SKUs read; one that is gone is the answer. */
export function findLines(
  wanted: readonly WantedLine[],
  skus: readonly SkuDocument[],
): Result<FoundLine[], LinesError> {
  const byId = new Map(skus.map((sku) => [sku._id, sku]))
  const found: FoundLine[] = []
  for (const { skuId, quantity } of wanted) {
    const sku = byId.get(skuId)
    if (!sku?.isOnSale) return fail({ code: 'PRODUCT_GONE', skuId })
    found.push(lineOf(sku, quantity))
  }
  return ok(found)
}

/** A line of this SKU as it would be ordered now. */
export const lineOf = (sku: SkuDocument, quantity: number): FoundLine => ({
  skuId: sku._id,
  productId: sku.productId,
  title: sku.title,
  spec: specWords(sku.values),
  picture: sku.picture,
  unitFen: sku.priceFen,
  quantity,
  amountFen: sku.priceFen * quantity,
  available: sku.available,
})
