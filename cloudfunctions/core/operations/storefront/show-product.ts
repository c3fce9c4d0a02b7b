import type { ProductInput } from '@core/contract/catalog'
import type { NotFound } from '@core/contract/errors'
import type { FavouriteInput, ProductView } from '@core/contract/storefront'
import { toProduct } from '@core/data/catalog/products'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { skusOf } from '@core/data/stock/skus'
import { byMatrix, type Product, saleState } from '@core/domain/catalog/product'
import { allowsProfiling } from '@core/domain/members/consent'
import { pointsFor } from '@core/domain/points/points'
import { fail, ok, type Result } from '@core/kernel/result'
import { articlesOfProduct } from '@core/operations/content/show-articles'
import type { Context } from '@core/operations/context'
import {
  callerDocument,
  ensureCustomer,
  recordMemberEvent,
} from '@core/operations/lifecycle/customer'
import { questionsOf } from '@core/operations/questions/show-questions'
import { reviewsOf } from '@core/operations/reviews/show-reviews'
import { askPrices, knowPrices, offersOf, productPrice, skuPrice, skusOfOffers } from './prices'
import { skuView } from './views'

const favouriteId = (memberId: string, productId: string) => `${memberId}:${productId}`

/**
 * A product on sale with its SKUs. The first round asks who calls, the second what is known of
 * them and what the product's tags are called.
 */
export async function showProduct(
  ctx: Context,
  { productId }: ProductInput,
): Promise<Result<ProductView, NotFound>> {
  const [product, skus, asked, reviews, questions, articles] = await Promise.all([
    ctx.db.get('products', productId),
    skusOf(ctx.db, [productId]),
    askPrices(ctx),
    reviewsOf(ctx, productId),
    questionsOf(ctx, productId),
    articlesOfProduct(ctx, productId),
  ])
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const { memberId, settings } = asked
  const [tags, pricing, named, favourite] = await Promise.all([
    ctx.db.getMany('tags', product.tags),
    knowPrices(ctx, asked),
    ctx.db.getMany('skus', skusOfOffers(settings, ctx.now)),
    memberId === null ? null : ctx.db.get('favourites', favouriteId(memberId, productId)),
  ])
  const onSale = skus.filter((sku) => sku.isOnSale).sort(byMatrix(product.dimensions))
  const { tier } = pricing.question
  const lowest = productPrice(toProduct(product), onSale, pricing)
  return ok({
    ...shown(toProduct(product)),
    tags: tags.map(({ _id, name }) => ({ id: _id, name })),
    sold: skus.reduce((sum, sku) => sum + sku.sold, 0),
    skus: onSale.map(skuView),
    prices: Object.fromEntries(onSale.map((sku) => [sku._id, skuPrice(sku, pricing)])),
    offers: offersOf(toProduct(product), { skus: onSale, named }, pricing),
    sale: saleState(product, { tier, now: ctx.now }),
    reviews,
    questions,
    articles,
    memberCode: memberId === null ? null : ctx.vault.memberCode(memberId),
    isFavourite: favourite !== null,
    earnsPoints: pointsFor(lowest.fen, tier ?? 'basic', ctx.program),
    freeFreightFromFen: pricing.freeFreightFromFen,
  })
}

/** What of a product its page shows as it is stored. */
const shown = (product: Product) => ({
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

/** Marks a product as a favourite, or not any more. Saying the same twice changes nothing. */
export async function favouriteProduct(
  ctx: Context,
  { productId, isFavourite }: FavouriteInput,
): Promise<Result<{ isFavourite: boolean }, NotFound>> {
  if (!isFavourite) return forget(ctx, productId)
  const [member, product, settings] = await Promise.all([
    ensureCustomer(ctx),
    ctx.db.get('products', productId),
    lifecycleSettings(ctx.db, ctx.program),
  ])
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const _id = favouriteId(member._id, productId)
  const isNew = await ctx.db.addOnce('favourites', {
    _id,
    memberId: member._id,
    productId,
    at: ctx.now,
  })
  if (isNew && allowsProfiling(member.consent)) {
    await ctx.db.transact((transaction) =>
      recordMemberEvent(transaction, {
        memberId: member._id,
        event: { kind: 'favourite', at: ctx.now },
        entry: { _id: `favourite:${_id}:${ctx.now}`, kind: 'favourite', productId },
        settings,
      }),
    )
  }
  return ok({ isFavourite: true })
}

async function forget(ctx: Context, productId: string) {
  const member = await callerDocument(ctx)
  if (member) await ctx.db.remove('favourites', favouriteId(member._id, productId))
  return ok({ isFavourite: false })
}
