import type { CategoryView } from '@core/contract/catalog'
import type { DeliveryView, ProductCard, SkuView } from '@core/contract/storefront'
import type { ListedProduct } from '@core/data/catalog/products'
import type { CardSku, PageSku } from '@core/data/stock/skus'
import type { Category } from '@core/domain/catalog/product'
import type { FreightTable } from '@core/domain/freight/freight-table'
import type { Instant } from '@core/kernel/calendar'
import { hasPriceRange, offersOnCard, type Pricing, productPrice } from './prices'

/** Higher stock is shown as this, so that sales cannot be counted by it. */
const AVAILABLE_SHOWN_MAX = 99

export const categoryView = ({ id, name, picture, parentId }: Category): CategoryView => ({
  id,
  name,
  picture,
  parentId,
})

/** A product in a list, with prices, offers and availability from its SKUs. */
export function productCard(
  product: ListedProduct,
  { skus, now, pricing }: { skus: readonly CardSku[]; now: Instant; pricing: Pricing },
): ProductCard {
  const own = skus.filter((sku) => sku.productId === product.id && sku.isOnSale)
  const isLaunched = product.launchAt === null || now >= product.launchAt
  const hasRequiredField = product.fields.some((field) => field.isRequired)
  const only = own.length === 1 && isLaunched && !hasRequiredField ? own[0] : undefined
  return {
    id: product.id,
    title: product.title,
    subtitle: product.subtitle,
    picture: product.pictures[0] ?? '',
    fromFen: product.fromFen,
    marketFen: product.marketFen,
    now: productPrice(product, own, pricing),
    isFrom: hasPriceRange(own, pricing),
    offers: offersOnCard(product, own, pricing),
    isAvailable: own.some((sku) => sku.available > 0),
    onlySkuId: only?._id ?? null,
    launchAt: isLaunched ? null : product.launchAt,
    isOnSale: product.isOnSale,
  }
}

/** A SKU on a product's page. */
export const skuView = (sku: PageSku): SkuView => ({
  id: sku._id,
  values: sku.values,
  priceFen: sku.priceFen,
  marketFen: sku.marketFen,
  picture: sku.picture,
  available: Math.min(sku.available, AVAILABLE_SHOWN_MAX),
})

/** Where a product would go, as far as the shop knows, and what sending costs. */
export const deliveryView = (freight: FreightTable, province: string | null): DeliveryView => ({
  province,
  zones: freight.map(({ provinces, isServed, firstFen, moreFen, freeFromFen }) => ({
    provinces,
    isServed,
    fen: firstFen,
    isFrom: moreFen > 0,
    freeFromFen,
  })),
})
