import type { CartLineDocument } from '@core/data/cart/carts'
import { tradeSettings } from '@core/data/pricing/settings'
import type { SkuDocument } from '@core/data/stock/documents'
import { checkOptions, saleState } from '@core/domain/catalog/product'
import {
  giftSnapshots,
  pricingInputOf,
  readPricingContext,
} from '@core/operations/orders/pricing-input'
import type { CartLine, CartView } from '../../contract/cart'
import type { Context } from '../context'
import { type FoundLine, foundLine } from '../orders/lines'
import { buyerContextOf, provinceOf } from '../orders/quote-order'

/** The cart: each line with current product data, and the input of its price. */
export async function cartView(
  ctx: Context,
  memberId: string | null,
  lines: readonly CartLineDocument[],
): Promise<CartView> {
  const skuIds = [...new Set(lines.map((line) => line.skuId))]
  const [skus, settings] = await Promise.all([ctx.db.getMany('skus', skuIds), tradeSettings(ctx)])
  const context = await readPricingContext(ctx, { memberId, skus, settings })
  const { tier } = buyerContextOf(ctx, context.member, context.counters)
  const byId = new Map(skus.map((sku) => [sku._id, sku]))
  const shown = lines.flatMap((line) => {
    const sku = byId.get(line.skuId)
    return sku ? [viewOfLine(line, sku, isBuyable(ctx, sku, tier))] : []
  })
  const found = shown.map((one) => one.found)
  const province = provinceOf(ctx, context.member)
  return {
    lines: shown.map((one) => one.line),
    material: pricingInputOf(ctx, found, { ...context, settings, province }),
    gifts: giftSnapshots(context),
  }
}

type Tier = ReturnType<typeof buyerContextOf>['tier']

const isBuyable = ({ now }: Context, sku: SkuDocument, tier: Tier): boolean => {
  const { state } = saleState(sku, { tier, now })
  return state === 'ON_SALE' || state === 'EARLY'
}

/** A line whose options are no longer offered has nothing available and can only be removed. */
function viewOfLine(
  line: CartLineDocument,
  sku: SkuDocument,
  isOnSale: boolean,
): { line: CartLine; found: FoundLine } {
  const chosen = checkOptions(sku, line.options)
  const found = foundLine(line, sku, chosen.ok ? chosen.value : { fields: [], services: [] })
  const available = isOnSale && chosen.ok ? found.snapshot.available : 0
  const { unitFen } = found.input
  const { quantity, options } = line
  return { line: { ...found.snapshot, available, unitFen, quantity, options }, found }
}
