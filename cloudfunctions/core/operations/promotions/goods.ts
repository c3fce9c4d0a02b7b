import type { PromotionGoods } from '@core/contract/promotions'
import { findCategories, namedProductsOf } from '@core/data/catalog/products'
import { namedSkusOf } from '@core/data/stock/skus'
import { specText } from '@core/domain/catalog/product'
import { giftSkus, namedSkus, type Promotion, priceIn } from '@core/domain/promotions/promotion'
import type { Context } from '../context'

/** Goods that a list names of one promotion. */
const NAMED_MAX = 3

/** Finds the goods of promotions: SKUs, else the products and categories of the scope. */
export async function readGoods(
  ctx: Context,
  promotions: readonly Promotion[],
): Promise<(promotion: Promotion) => PromotionGoods> {
  const scopes = promotions.flatMap((one) => ('scope' in one ? [one.scope] : []))
  const skuIds = promotions.flatMap(firstSkus)
  const productIds = scopes.flatMap((scope) => scope.productIds.slice(0, NAMED_MAX))
  const [skus, products, categories] = await Promise.all([
    namedSkusOf(ctx.db, [...new Set(skuIds)]),
    namedProductsOf(ctx.db, [...new Set(productIds)]),
    scopes.some(({ categoryIds }) => categoryIds.length > 0) ? findCategories(ctx.db) : [],
  ])
  const skuById = new Map(skus.map((sku) => [sku._id, sku]))
  const titles = new Map([
    ...products.map(({ _id, title }) => [_id, title] as const),
    ...categories.map(({ id, name }) => [id, name] as const),
  ])
  return (promotion) => {
    const scoped = 'scope' in promotion ? scopedIds(promotion.scope) : []
    const own = firstSkus(promotion).flatMap((id) => {
      const sku = skuById.get(id)
      if (!sku) return []
      const { title, values, priceFen: listFen } = sku
      return [{ title, spec: specText(values), listFen, priceFen: priceIn(promotion, id) }]
    })
    const shared = scoped.slice(0, NAMED_MAX).flatMap((id) => titles.get(id) ?? [])
    const named = [...own, ...shared.map(unpriced)].slice(0, NAMED_MAX)
    const all = scoped.length + skusOf(promotion).length
    const isWholeShop = 'scope' in promotion && scoped.length === 0
    return { isWholeShop, named, more: Math.max(0, all - named.length) }
  }
}

/** The SKUs to buy: a gift is given. */
function skusOf(promotion: Promotion): string[] {
  const given = giftSkus(promotion)
  const named = namedSkus(promotion).map(({ skuId }) => skuId)
  return [...new Set(named)].filter((id) => !given.includes(id))
}

const firstSkus = (promotion: Promotion): string[] => skusOf(promotion).slice(0, NAMED_MAX)

type Scope = { productIds: readonly string[]; categoryIds: readonly string[] }

const scopedIds = ({ productIds, categoryIds }: Scope) => [...productIds, ...categoryIds]

const unpriced = (title: string) => ({ title, spec: '', listFen: null, priceFen: null })
