import type { FavouriteInput, ProductInput, ProductView } from '../../contract/catalog'
import type { NotFound } from '../../contract/errors'
import { skusOf, toProduct } from '../../data/catalog'
import { lifecycleSettings } from '../../data/members'
import type { MemberDocument } from '../../data/documents'
import { mayObserve } from '../../domain/consent'
import { pointsFor } from '../../domain/points'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { callerDocument, callerId, ensureCustomer, live } from '../members/customer'
import { skuView } from './views'

const favouriteId = (memberId: string, productId: string) => `${memberId}:${productId}`

/** A product on sale with its SKUs. */
export async function showProduct(
  ctx: Context,
  { productId }: ProductInput,
): Promise<Result<ProductView, NotFound>> {
  const [product, skus, caller] = await Promise.all([
    ctx.db.get('products', productId),
    skusOf(ctx.db, [productId]),
    callerWithFavourite(ctx, productId),
  ])
  if (!product?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const { id, categoryId, title, subtitle, pictures, description, attributes, dimensions, sold } =
    toProduct(product)
  const onSale = skus.filter((sku) => sku.isOnSale)
  return ok({
    id,
    categoryId,
    title,
    subtitle,
    pictures,
    description,
    attributes,
    dimensions,
    sold: sold + onSale.reduce((sum, sku) => sum + sku.sold, 0),
    skus: onSale.map(skuView),
    isFavourite: caller.isFavourite,
    earnsPoints: pointsFor(product.fromFen, caller.member?.tier.tier ?? 'basic', ctx.program),
    freeFreightFromFen: ctx.program.freeFreightFromFen,
  })
}

type Caller = { member: MemberDocument | null; isFavourite: boolean }

async function callerWithFavourite(ctx: Context, productId: string): Promise<Caller> {
  const memberId = await callerId(ctx)
  if (memberId === null) return { member: null, isFavourite: false }
  const [member, favourite] = await Promise.all([
    ctx.db.get('members', memberId),
    ctx.db.get('favourites', favouriteId(memberId, productId)),
  ])
  return { member, isFavourite: favourite !== null }
}

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
  if (isNew && mayObserve(member.consent)) {
    await ctx.db.transact((transaction) =>
      live(transaction, {
        memberId: member._id,
        event: { kind: 'favourite', at: ctx.now },
        happening: { _id: `favourite:${_id}:${ctx.now}`, kind: 'favourite', productId },
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
