import type { CartChange, CartError } from '@core/contract/cart'
import { type CartLineDocument, cartLineKey } from '@core/data/cart/carts'
import type { SkuDocument } from '@core/data/stock/documents'
import { checkOptions, lineKey } from '@core/domain/catalog/product'
import { LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'

type Swap = Extract<CartChange, { change: 'swap' }>

/**
 * The lines after one has got another SKU of its product: at the same place, with the same options,
 * and with as many of its pieces as a line may have and the new SKU has left. A line that is in the
 * cart with that SKU and these options takes the pieces in.
 */
export function swappedLines(
  lines: readonly CartLineDocument[],
  { key, skuId }: Swap,
  skus: readonly SkuDocument[],
): Result<CartLineDocument[], CartError> {
  const line = lines.find((one) => cartLineKey(one) === key)
  const before = skus.find(({ _id }) => _id === line?.skuId)
  const sku = skus.find(({ _id }) => _id === skuId)
  if (!line || !sku?.isOnSale || sku.isSample || sku.productId !== before?.productId) {
    return fail({ code: 'NOT_FOUND' })
  }
  const chosen = checkOptions(sku, line.options)
  if (!chosen.ok) {
    const { code: reason, field } = chosen.error
    return fail({ code: 'OPTION_WRONG', skuId, field, reason })
  }
  const same = lines.find((one) => cartLineKey(one) === lineKey(skuId, line.options))
  const left = sku.available - piecesOf(lines, skuId, same)
  const quantity = Math.min(line.quantity + (same?.quantity ?? 0), LINE_QUANTITY_MAX, left)
  if (quantity < 1) return fail({ code: 'OUT_OF_STOCK', skuId, available: sku.available })
  return ok(
    lines
      .filter((one) => one !== same)
      .map((one) => (one === line ? { ...line, skuId, quantity } : one)),
  )
}

/** Pieces of a SKU in all lines but one. */
const piecesOf = (
  lines: readonly CartLineDocument[],
  skuId: string,
  but: CartLineDocument | undefined,
): number =>
  lines
    .filter((one) => one.skuId === skuId && one !== but)
    .reduce((all, one) => all + one.quantity, 0)
