import type { HomeBanner } from '@core/contract/storefront'
import type { OfferedSku } from '@core/data/stock/skus'
import type { Category } from '@core/domain/catalog/product'
import { namedSkus, type Promotion } from '@core/domain/promotions/promotion'
import { isRunning } from '@core/domain/promotions/promotion-base'
import type { Scope } from '@core/domain/promotions/scope'
import { type Banner, isBannerShown } from '@core/domain/storefront/home'
import type { Instant } from '@core/kernel/calendar'

/** SKUs of a promotion whose products its banner leads to: what a list of cards may ask for. */
const GOODS_MAX = 40

/** The promotions that banners lead to and that run. */
const linkedPromotions = (
  banners: readonly Banner[],
  promotions: readonly Promotion[],
  now: Instant,
): Promotion[] =>
  promotions.filter(
    (one) =>
      isRunning(one, now) &&
      banners.some(({ link }) => link?.kind === 'promotion' && link.id === one.id),
  )

const skuIdsOf = (promotion: Promotion): string[] =>
  'scope' in promotion
    ? []
    : [...new Set(namedSkus(promotion).map(({ skuId }) => skuId))].slice(0, GOODS_MAX)

/** The SKUs whose products have to be known: of promotions that name SKUs. */
export const bannerSkuIds = (
  banners: readonly Banner[],
  promotions: readonly Promotion[],
  now: Instant,
): string[] => linkedPromotions(banners, promotions, now).flatMap(skuIdsOf)

type Known = {
  now: Instant
  promotions: readonly Promotion[]
  categories: readonly Category[]
  skus: readonly OfferedSku[]
}

/**
 * The banners whose time it is. One that leads to a promotion is shown while that runs and has
 * goods on sale, and one that leads to a category while that exists.
 */
export function shownBanners(banners: readonly Banner[], known: Known): HomeBanner[] {
  return banners
    .filter((banner) => isBannerShown(banner, known.now))
    .flatMap((banner) => {
      const link = linkOf(banner.link, known)
      if (banner.link && !link) return []
      const { id, eyebrow, title, note, picture } = banner
      return [{ id, eyebrow, title, note, picture, link }]
    })
}

function linkOf(link: Banner['link'], known: Known): HomeBanner['link'] {
  if (!link) return null
  const { kind, id } = link
  if (kind === 'promotion') return promotionLink(id, known)
  if (kind !== 'category') return { kind, id }
  const category = known.categories.find((one) => one.id === id)
  if (!category) return null
  const scope = { productIds: [], categoryIds: [id] }
  return category.parentId === null ? { kind, id } : { kind: 'goods', scope, title: category.name }
}

function promotionLink(id: string, { now, promotions, skus }: Known): HomeBanner['link'] {
  const promotion = promotions.find((one) => one.id === id && isRunning(one, now))
  const scope = promotion && goodsOf(promotion, skus)
  return scope ? { kind: 'goods', scope, title: promotion.title } : null
}

/** The goods of a promotion; `null` when none of the SKUs that it names is on sale. */
function goodsOf(promotion: Promotion, skus: readonly OfferedSku[]): Scope | null {
  if ('scope' in promotion) return promotion.scope
  const ids = new Set(skuIdsOf(promotion))
  const own = skus.filter((sku) => ids.has(sku._id) && sku.isOnSale)
  const productIds = [...new Set(own.map(({ productId }) => productId))]
  return productIds.length === 0 ? null : { productIds, categoryIds: [] }
}
