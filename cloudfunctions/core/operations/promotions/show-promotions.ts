import { namedProductsOf } from '@core/data/catalog/products'
import {
  compiledPromotions,
  findPromotions,
  promotionStockOf,
  toPromotion,
} from '@core/data/promotions/promotions'
import { namedSkusOf } from '@core/data/stock/skus'
import type { Promotion } from '@core/domain/promotions/promotion'
import { namedSkus } from '@core/domain/promotions/promotion'
import { fail, ok, type Result } from '@core/kernel/result'
import type { NotFound } from '../../contract/errors'
import type { Page } from '../../contract/primitives'
import type {
  ListedPromotion,
  PromotionDetail,
  PromotionIdInput,
  PromotionListInput,
} from '../../contract/promotions'
import type { Context } from '../context'
import { readGoods } from './goods'
import { namedProduct, namedSku, promotionRow, stateOf } from './views'

/** A page of the staff's list. Running and upcoming promotions are few and fill a single page. */
export async function listPromotions(
  ctx: Context,
  input: PromotionListInput,
): Promise<Result<Page<ListedPromotion>, never>> {
  const { items, next } = await promotionsIn(ctx, input)
  const ids = items.map(({ id }) => id)
  const [stock, goodsIn] = await Promise.all([promotionStockOf(ctx.db, ids), readGoods(ctx, items)])
  const rows = items.map((one) => ({
    ...promotionRow(one, { stock, at: ctx.now }),
    goods: goodsIn(one),
  }))
  return ok({ items: rows, next })
}

async function promotionsIn(
  ctx: Context,
  { state, kind, cursor }: PromotionListInput,
): Promise<Page<Promotion>> {
  if (state === undefined) return findPromotions(ctx.db, { kind, cursor })
  if (state === 'ENDED') return findPromotions(ctx.db, { kind, cursor, endedBy: ctx.now })
  const { list } = await compiledPromotions(ctx.db, ctx.now)
  const items = list
    .filter((rule) => stateOf(rule, ctx.now) === state)
    .filter((rule) => kind === undefined || rule.kind === kind)
    .sort((a, b) => b.endsAt - a.endsAt || (a.id < b.id ? 1 : -1))
  return { items, next: null }
}

/** One promotion, with its results so far. */
export async function showPromotion(
  ctx: Context,
  { promotionId }: PromotionIdInput,
): Promise<Result<PromotionDetail, NotFound>> {
  const [read, stock] = await Promise.all([
    ctx.db.get('promotions', promotionId),
    promotionStockOf(ctx.db, [promotionId]),
  ])
  if (!read) return fail({ code: 'NOT_FOUND' })
  const rule = toPromotion(read)
  const [skus, products] = await Promise.all([
    namedSkusOf(ctx.db, [...new Set(namedSkus(rule).map(({ skuId }) => skuId))]),
    namedProductsOf(ctx.db, 'scope' in rule ? rule.scope.productIds : []),
  ])
  return ok({
    ...promotionRow(rule, { stock, at: ctx.now }),
    skus: skus.map(namedSku),
    products: products.map(namedProduct),
  })
}
