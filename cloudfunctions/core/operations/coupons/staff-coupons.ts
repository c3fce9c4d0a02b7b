import { namedProductsOf } from '@core/data/catalog/products'
import type { CouponDocument } from '@core/data/coupons/documents'
import { toCoupon } from '@core/data/coupons/grants'
import {
  addCoupon,
  changeCoupon,
  countGrants,
  couponByCode,
  findCoupons,
  stopClaims,
} from '@core/data/coupons/offers'
import { couponError } from '@core/domain/coupons/coupon-errors'
import { scopeError } from '@core/domain/promotions/promotion-errors'
import { fail, ok, type Result } from '@core/kernel/result'
import type {
  CouponDetail,
  CouponIdInput,
  CouponInput,
  CouponListInput,
  CouponRow,
  CouponsAdminContract,
} from '../../contract/coupons'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type { Context } from '../context'
import { namedProduct } from '../promotions/views'
import { couponRow } from './views'

/** Offers, latest first. */
export async function listCoupons(
  ctx: Context,
  { cursor }: CouponListInput,
): Promise<Result<Page<CouponRow>, never>> {
  const page = await findCoupons(ctx.db, cursor)
  const items = await Promise.all(page.items.map((coupon) => currentRow(ctx, coupon)))
  return ok({ items, next: page.next })
}

/** A coupon as the staff see it, counted now when its counts may be stale. */
async function currentRow(ctx: Context, coupon: CouponDocument): Promise<CouponRow> {
  if ((coupon.countsStaleAt ?? null) === null) return couponRow(coupon)
  const { used } = await countGrants(ctx.db, coupon._id)
  return couponRow({ ...coupon, used })
}

/** One offer. */
export async function showCoupon(
  ctx: Context,
  { couponId }: CouponIdInput,
): Promise<Result<CouponDetail, NotFound>> {
  const coupon = await ctx.db.get('coupons', couponId)
  if (!coupon) return fail({ code: 'NOT_FOUND' })
  const products = await namedProductsOf(ctx.db, coupon.terms.scope.productIds)
  return ok({ ...(await currentRow(ctx, coupon)), products: products.map(namedProduct) })
}

type SaveError = CouponsAdminContract['coupons.save']['error']

/** Makes an offer, or changes it for those who claim it from now on. */
export async function saveCoupon(
  ctx: Context,
  { coupon }: CouponInput,
): Promise<Result<CouponRow, SaveError>> {
  const { scope } = coupon.terms
  const [before, named, products, categories] = await Promise.all([
    ctx.db.get('coupons', coupon.id),
    coupon.code === null ? null : couponByCode(ctx.db, coupon.code),
    ctx.db.getMany('products', scope.productIds, { fields: ['_id'] }),
    ctx.db.getMany('categories', scope.categoryIds),
  ])
  if (named && named._id !== coupon.id) return fail({ code: 'CODE_TAKEN' })
  const ids = (all: readonly { _id: string }[]) => all.map(({ _id }) => _id)
  const stray = scopeError(scope, { productIds: ids(products), categoryIds: ids(categories) })
  if (stray) return wrong({ ...stray, field: `terms.${stray.field}` })
  const issued = before ? toCoupon(before).issued : 0
  const error = couponError(coupon, { at: ctx.now, issued })
  if (error) return wrong(error)
  return before ? change(ctx, coupon, before) : add(ctx, coupon)
}

const wrong = (error: { field: string; reason: string }) =>
  fail<SaveError>({ code: 'COUPON_WRONG', ...error })

async function add(
  ctx: Context,
  coupon: CouponInput['coupon'],
): Promise<Result<CouponRow, SaveError>> {
  if (await addCoupon(ctx.db, coupon, ctx.now)) return stored(ctx, coupon.id)
  // A concurrent duplicate of this save created it; any other duplicate key is its code.
  const other = await ctx.db.get('coupons', coupon.id)
  return other ? change(ctx, coupon, other) : fail({ code: 'CODE_TAKEN' })
}

async function change(
  ctx: Context,
  coupon: CouponInput['coupon'],
  before: CouponDocument,
): Promise<Result<CouponRow, SaveError>> {
  const outcome = await changeCoupon(ctx.db, coupon, before)
  if (outcome === 'code taken') return fail({ code: 'CODE_TAKEN' })
  if (outcome === 'moved') return wrong({ field: 'issuedMax', reason: 'BELOW_ISSUED' })
  return stored(ctx, coupon.id)
}

async function stored(ctx: Context, id: string): Promise<Result<CouponRow, never>> {
  const coupon = await ctx.db.get('coupons', id)
  if (!coupon) throw new Error(`coupon ${id} was removed while it was being saved`)
  return ok(couponRow(coupon))
}

/** Ends the claiming of a coupon; grants already claimed stay valid. */
export async function stopCoupon(
  ctx: Context,
  { couponId }: CouponIdInput,
): Promise<Result<CouponRow, NotFound>> {
  const isThere = await stopClaims(ctx.db, couponId)
  return isThere ? stored(ctx, couponId) : fail({ code: 'NOT_FOUND' })
}
