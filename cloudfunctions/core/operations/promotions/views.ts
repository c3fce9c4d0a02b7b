import type { NamedProductDocument } from '@core/data/catalog/products'
import type { PromotionStockDocument } from '@core/data/stock/documents'
import type { NamedSkuDocument } from '@core/data/stock/skus'
import { specText } from '@core/domain/catalog/product'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Instant } from '@core/kernel/calendar'
import type {
  NamedProduct,
  NamedSku,
  PromotionRow,
  PromotionState,
} from '../../contract/promotions'

/** The state of a promotion at a moment. */
export function stateOf({ startsAt, endsAt }: Promotion, at: Instant): PromotionState {
  if (endsAt <= at) return 'ENDED'
  return startsAt > at ? 'COMING' : 'RUNNING'
}

/** A promotion in the staff's list, with what is left of its reserved stock. */
export function promotionRow(
  promotion: Promotion,
  { stock, at }: { stock: readonly PromotionStockDocument[]; at: Instant },
): PromotionRow {
  const own = stock.filter(({ promotionId }) => promotionId === promotion.id)
  const left = own.reduce((sum, { available }) => sum + available, 0)
  const sold = own.reduce((sum, one) => sum + one.sold, 0)
  return {
    promotion,
    state: stateOf(promotion, at),
    stock: own.length === 0 ? null : { left, sold },
  }
}

/** A SKU by what staff and customers know it by. */
export const namedSku = (sku: NamedSkuDocument): NamedSku => ({
  id: sku._id,
  productId: sku.productId,
  title: sku.title,
  spec: specText(sku.values),
  picture: sku.picture,
  priceFen: sku.priceFen,
})

/** A product by what the staff know it by. */
export const namedProduct = ({ _id, title, pictures }: NamedProductDocument): NamedProduct => ({
  id: _id,
  title,
  picture: pictures[0] ?? '',
})
