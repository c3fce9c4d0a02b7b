import type { ProductInput } from '@core/contract/catalog'
import type { NotFound } from '@core/contract/errors'
import type { FavouriteInput, ProductView } from '@core/contract/storefront'
import { toProduct } from '@core/data/catalog/products'
import type { CouponDocument } from '@core/data/coupons/documents'
import { claimedCounts, listedCoupons } from '@core/data/coupons/offers'
import type { DocumentOf } from '@core/data/documents'
import { isDuplicate } from '@core/data/failures'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { consentOf } from '@core/data/members/member-section'
import { subjectsWaitedFor } from '@core/data/reminders/reminders'
import { namedSkusOf, type PageSku, pageSkus } from '@core/data/stock/skus'
import { byVariantOrder, type Product, saleState } from '@core/domain/catalog/product'
import { allowsProfiling } from '@core/domain/members/consent'
import { pointsFor } from '@core/domain/points/points'
import type { PriceNow } from '@core/domain/pricing/price-now'
import { inScope } from '@core/domain/promotions/scope'
import { fail, ok, type Result } from '@core/kernel/result'
import { articlesOfProduct } from '@core/operations/content/show-articles'
import type { Context } from '@core/operations/context'
import { offerView } from '@core/operations/coupons/views'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordMemberEvent } from '@core/operations/lifecycle/record-event'
import { findCaller } from '@core/operations/members/find-caller'
import { questionsOf } from '@core/operations/questions/show-questions'
import { reviewsOf } from '@core/operations/reviews/show-reviews'
import {
  offersOf,
  readPriceBasis,
  readPricing,
  skuPrice,
  skusOfOffers,
  tierPriceAhead,
} from './prices'
import { deliveryView, skuView } from './views'

const favouriteId = (memberId: string, productId: string) => `${memberId}:${productId}`

/**
 * A product on sale with its SKUs. The first round identifies the caller; the second reads what
 * depends on the caller and on the product.
 */
export async function showProduct(
  ctx: Context,
  { productId }: ProductInput,
): Promise<Result<ProductView, NotFound>> {
  const [product, skus, basis, reviews, questions, articles, listed] = await Promise.all([
    ctx.db.get('products', productId),
    pageSkus(ctx.db, productId),
    readPriceBasis(ctx),
    reviewsOf(ctx, productId),
    questionsOf(ctx, productId),
    articlesOfProduct(ctx, productId),
    listedCoupons(ctx.db, ctx.now),
  ])
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const { memberId, settings } = basis
  const coupons = couponsFor(listed, product)
  const onSale = skus.filter((sku) => sku.isOnSale).sort(byVariantOrder(product.dimensions))
  const [tags, pricing, named, favourite, claimed, reminded] = await Promise.all([
    ctx.db.getMany('tags', product.tags),
    readPricing(ctx, basis),
    namedSkusOf(ctx.db, skusOfOffers(settings, ctx.now)),
    memberId === null ? null : ctx.db.get('favourites', favouriteId(memberId, productId)),
    memberId === null ? null : claimedCounts(ctx.db, memberId, idsOf(coupons)),
    remindedOf(ctx, { memberId, product, skus: onSale }),
  ])
  const { tier } = pricing.question
  const prices = Object.fromEntries(onSale.map((sku) => [sku._id, skuPrice(sku, pricing)]))
  const earned = ({ fen }: PriceNow) => pointsFor(fen, tier ?? 'basic', ctx.program)
  return ok({
    ...shownFields(toProduct(product)),
    tags: tags.map(({ _id, name }) => ({ id: _id, name })),
    sold: skus.reduce((sum, sku) => sum + sku.sold, 0),
    skus: onSale.map(skuView),
    prices,
    offers: offersOf(toProduct(product), { skus: onSale, named }, pricing),
    sale: saleState(product, { tier, now: ctx.now }),
    reviews,
    questions,
    articles,
    memberCode: memberId === null ? null : ctx.vault.memberCode(memberId),
    isFavourite: favourite !== null,
    reminded,
    earnsPoints: Object.fromEntries(
      Object.entries(prices).map(([skuId, price]) => [skuId, earned(price)]),
    ),
    freight: pricing.freight,
    coupons: coupons.map((coupon) =>
      offerView(coupon, {
        member: pricing.member,
        claimed: claimed?.get(coupon._id) ?? 0,
        at: ctx.now,
      }),
    ),
    tierAhead: tierPriceAhead(toProduct(product), onSale, pricing),
    delivery: deliveryView(settings.freight, pricing.freight.province),
    afterSaleDays: ctx.program.afterSaleDays,
  })
}

type Seen = { memberId: string | null; product: DocumentOf<'products'>; skus: readonly PageSku[] }

/** What of a product the caller waits for; asked only of what cannot be had now. */
async function remindedOf(
  { db, now }: Context,
  { memberId, product, skus }: Seen,
): Promise<ProductView['reminded']> {
  const { _id: productId, launchAt } = product
  const missing = skus.filter(({ available }) => available <= 0).map(({ _id }) => _id)
  const launch = launchAt !== null && launchAt > now ? [null] : []
  const subjects = [...launch, ...missing].map((skuId) => ({ productId, skuId }))
  if (memberId === null || subjects.length === 0) return { launch: false, skuIds: [] }
  const waiting = await subjectsWaitedFor(db, memberId, subjects)
  return {
    launch: waiting.some(({ skuId }) => skuId === null),
    skuIds: waiting.flatMap(({ skuId }) => skuId ?? []),
  }
}

/** Coupons that a product's page lists: more are not read through. */
const PRODUCT_COUPONS_MAX = 8

const idsOf = (coupons: readonly CouponDocument[]): string[] => coupons.map(({ _id }) => _id)

const couponsFor = (
  listed: readonly CouponDocument[],
  { _id: productId, categoryIds }: Pick<DocumentOf<'products'>, '_id' | 'categoryIds'>,
): CouponDocument[] =>
  listed
    .filter(
      ({ isStopped, terms }) => !isStopped && inScope(terms.scope, { productId, categoryIds }),
    )
    .slice(0, PRODUCT_COUPONS_MAX)

/** The product fields that the page shows unchanged. */
const shownFields = (product: Product) => ({
  id: product.id,
  categoryId: product.categoryId,
  brand: product.brand,
  title: product.title,
  subtitle: product.subtitle,
  pictures: product.pictures,
  description: product.description,
  details: product.details,
  guide: product.guide,
  attributes: product.attributes,
  dimensions: product.dimensions,
  launchAt: product.launchAt,
  earlyAccess: product.earlyAccess,
  limits: product.limits,
  fields: product.fields,
  services: product.services,
  isSample: product.isSample,
  rating: product.rating,
})

/** Adds or removes a favourite; idempotent. */
export async function favouriteProduct(
  ctx: Context,
  { productId, isFavourite }: FavouriteInput,
): Promise<Result<{ isFavourite: boolean }, NotFound>> {
  if (!isFavourite) return removeFavourite(ctx, productId)
  const [member, product, settings] = await Promise.all([
    ensureCustomer(ctx),
    ctx.db.get('products', productId),
    lifecycleSettings(ctx),
  ])
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const _id = favouriteId(member._id, productId)
  const favourite = { _id, memberId: member._id, productId, at: ctx.now }
  if (!allowsProfiling(consentOf(member))) {
    await ctx.db.addOnce('favourites', favourite)
    return ok({ isFavourite: true })
  }
  const event = { kind: 'favourite' as const, at: ctx.now }
  const entry = { _id: `favourite:${_id}:${ctx.now}`, kind: 'favourite' as const, productId }
  try {
    // The mark and what it says of the customer, or neither.
    await ctx.db.transact(async (transaction) => {
      await transaction.add('favourites', favourite)
      await recordMemberEvent(transaction, { member: member._id, event, entry, settings })
    })
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  return ok({ isFavourite: true })
}

async function removeFavourite(ctx: Context, productId: string) {
  const member = await findCaller(ctx)
  if (member) await ctx.db.remove('favourites', favouriteId(member._id, productId))
  return ok({ isFavourite: false })
}
