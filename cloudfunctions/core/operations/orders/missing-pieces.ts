import type { Pieces } from '@core/data/stock/pieces'
import type { Order } from '@core/domain/orders/order'
import type { PlaceOrderError } from '../../contract/orders'
import type { Context } from '../context'

/** Why pieces could not be held: there are too few of what is bought, or of what is a gift. */
export async function missingPieces(
  ctx: Context,
  { lines, quote }: Order,
  { skuId, promotionId }: Pieces,
): Promise<PlaceOrderError> {
  if (promotionId !== undefined) return { code: 'OFFER_GONE', sourceId: promotionId }
  const sku = await ctx.db.get('skus', skuId)
  const same = lines.filter((line) => line.skuId === skuId)
  const bought = same.reduce((sum, one) => sum + (one.kind === 'goods' ? one.quantity : 0), 0)
  const gifts = same.flatMap(({ kind, sourceId }) =>
    kind === 'gift' && sourceId !== null ? [{ promotionId: sourceId, skuId }] : [],
  )
  const isEnough = bought === 0 || (sku?.isOnSale === true && sku.available >= bought)
  if (gifts.length > 0 && isEnough) return { code: 'GIFT_GONE', gifts, totalFen: quote.totalFen }
  if (!sku?.isOnSale) return { code: 'PRODUCT_GONE', skuId }
  return { code: 'OUT_OF_STOCK', skuId, available: sku.available }
}
