import type { OfferView, ShownFreight } from '@core/contract/storefront'
import type { MemberDocument } from '@core/data/members/documents'
import { type TradeSettings, tradeSettings, tradeSettingsWith } from '@core/data/pricing/settings'
import type { SettingsDocument } from '@core/data/program/documents'
import { promotionPiecesLeft } from '@core/data/promotions/promotions'
import type { CardSku, NamedSkuDocument } from '@core/data/stock/skus'
import { memberTier } from '@core/data/tiers/member-section'
import type { Product } from '@core/domain/catalog/product'
import { type FreightTable, zoneOf } from '@core/domain/freight/freight-table'
import { TIERS, type Tier } from '@core/domain/members/sections'
import { type PriceNow, priceNow } from '@core/domain/pricing/price-now'
import type { PriceQuestion } from '@core/domain/pricing/rule'
import { setsUnitPrice } from '@core/domain/pricing/rules'
import { cardOffers, offersOn } from '@core/domain/promotions/offers'
import { offerSkus, type Promotion, perMemberMax } from '@core/domain/promotions/promotion'
import { isRunning } from '@core/domain/promotions/promotion-base'
import { OFFER_SKUS_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import { own } from '@core/kernel/own'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import { provinceOf } from '@core/operations/orders/quote-order'
import { namedSku } from '@core/operations/promotions/views'

/** What prices depend on, from the first round of reads: settings and caller. */
export type PriceBasis = { settings: TradeSettings; memberId: string | null }

/** Reads the price basis: the first round. */
export async function readPriceBasis(ctx: Context): Promise<PriceBasis> {
  const [settings, memberId] = await Promise.all([tradeSettings(ctx), callerId(ctx)])
  return { settings, memberId }
}

/** The first round with one more document of settings, which costs no call. */
export async function readPriceBasisWith(
  ctx: Context,
  otherId: string,
): Promise<{ basis: PriceBasis; other: SettingsDocument | null }> {
  const [{ settings, other }, memberId] = await Promise.all([
    tradeSettingsWith(ctx, otherId),
    callerId(ctx),
  ])
  return { basis: { settings, memberId }, other }
}

/** Everything that the current prices for the caller depend on. */
export type Pricing = {
  promotions: Promotion[]
  question: PriceQuestion
  member: MemberDocument | null
  freight: ShownFreight
}

/** The second round: the customer, their purchase counters and the promotion stock left. */
export async function readPricing(
  ctx: Context,
  { settings, memberId }: PriceBasis,
): Promise<Pricing> {
  const running = settings.promotions.filter((rule) => isRunning(rule, ctx.now))
  const isCounted = running.some((rule) => unitPriceLimit(rule) !== null)
  const [member, counters, activityStock] = await Promise.all([
    memberId === null ? null : ctx.db.get('members', memberId),
    memberId === null || !isCounted ? null : ctx.db.get('tallies', memberId),
    promotionPiecesLeft(ctx.db, running),
  ])
  const had = counters?.promotions ?? {}
  const tier = memberTier(member)
  return {
    // A promotion whose limit the member has used up no longer lowers the price they see.
    promotions: settings.promotions.filter(
      (rule) => (own(had, rule.id) ?? 0) < (unitPriceLimit(rule) ?? Infinity),
    ),
    question: { at: ctx.now, tier, activityStock },
    member,
    freight: freightTo(settings.freight, provinceOf(ctx, member)),
  }
}

/** What is said of freight to a province. */
function freightTo(table: FreightTable, province: string | null): ShownFreight {
  const zone = zoneOf(table, province)
  const isServed = zone?.isServed ?? false
  return { province, isServed, freeFromFen: isServed ? (zone?.freeFromFen ?? null) : null }
}

/** Pieces a member may have at the price of a promotion; `null`: any number. */
const unitPriceLimit = (promotion: Promotion): number | null =>
  setsUnitPrice(promotion.kind) ? perMemberMax(promotion) : null

/** What one piece of a SKU costs now. */
export function skuPrice(sku: CardSku, { promotions, question }: Pricing): PriceNow {
  const { _id: skuId, productId, categoryIds, priceFen: unitFen } = sku
  return priceNow({ skuId, productId, categoryIds, unitFen }, promotions, question)
}

/** The lowest current price of a product; its stored price when no SKU is on sale. */
export function productPrice(
  product: PricedProduct,
  skus: readonly CardSku[],
  pricing: Pricing,
): PriceNow {
  const [first, ...rest] = skus.map((sku) => skuPrice(sku, pricing))
  if (first) return rest.reduce((low, one) => (one.fen < low.fen ? one : low), first)
  const piece = { skuId: '', productId: product.id, categoryIds: [], unitFen: product.fromFen }
  return priceNow(piece, [], pricing.question)
}

/** Whether the lowest price of a product is not that of all its SKUs. */
export const hasPriceRange = (skus: readonly CardSku[], pricing: Pricing): boolean =>
  new Set(skus.map((sku) => skuPrice(sku, pricing).fen)).size > 1

/** What the next tier that would pay less pays: why to become one. `null`: none does. */
export function tierPriceAhead(
  product: PricedProduct,
  skus: readonly CardSku[],
  pricing: Pricing,
): { tier: Tier; fen: Fen } | null {
  const { question } = pricing
  const own = productPrice(product, skus, pricing).fen
  const above = question.tier === null ? TIERS : TIERS.slice(TIERS.indexOf(question.tier) + 1)
  for (const tier of above) {
    const { fen } = productPrice(product, skus, { ...pricing, question: { ...question, tier } })
    if (fen < own) return { tier, fen }
  }
  return null
}

const offeredBy = (product: PricedProduct, skus: readonly CardSku[], pricing: Pricing) =>
  offersOn(
    {
      productId: product.id,
      categoryIds: product.categoryIds,
      skuIds: skus.map((sku) => sku._id),
    },
    pricing.promotions,
    pricing.question.at,
  )

/** What decides the price of a product besides its SKUs. */
type PricedProduct = Pick<Product, 'id' | 'categoryIds' | 'fromFen'>

/** The offers that a card has room for. */
export const offersOnCard = (product: PricedProduct, skus: readonly CardSku[], pricing: Pricing) =>
  cardOffers(offeredBy(product, skus, pricing), pricing.question.at)

/** The SKUs beyond the product's own that its offers name: gifts, and parts of sets. */
export const skusOfOffers = (settings: TradeSettings, at: number): string[] =>
  [
    ...new Set(
      settings.promotions.filter((promotion) => isRunning(promotion, at)).flatMap(offerSkus),
    ),
  ].slice(0, OFFER_SKUS_MAX)

/** A product's offers with the names of what they give or put together. */
export function offersOf(
  product: PricedProduct,
  { skus, named }: { skus: readonly CardSku[]; named: readonly NamedSkuDocument[] },
  pricing: Pricing,
): OfferView[] {
  return offeredBy(product, skus, pricing).map((promotion) => {
    const ids = offerSkus(promotion)
    const found = named.filter((sku) => ids.includes(sku._id))
    return { promotion, skus: found.map(namedSku) }
  })
}
