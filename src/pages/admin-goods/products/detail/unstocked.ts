import type { ProductForm } from './fields'
import type { SkuForm } from './matrix'

type Sold = Pick<ProductForm, 'isOnSale' | 'skus'>

/**
 * SKUs that this change would put on sale without a piece in stock; not those that are merely sold
 * out. `before` is `null` for a new product.
 */
export function unstockedSkus(now: Sold, before: Sold | null): SkuForm[] {
  if (!now.isOnSale) return []
  const wasSold = (id: string) =>
    before?.isOnSale === true && before.skus.some((sku) => sku.id === id && sku.isOnSale)
  return now.skus.filter(({ id, isOnSale, stock }) => isOnSale && isNone(stock) && !wasSold(id))
}

const isNone = (stock: string): boolean => stock.trim() === '' || Number(stock) === 0

/** What customers would see of them: 3 款没有库存. */
export function unstockedCopy(skus: readonly SkuForm[], of: Sold): string {
  const isAll = skus.length === of.skus.filter(({ isOnSale }) => isOnSale).length
  return isAll
    ? '一件库存也没有，上架后顾客看到的是「已售罄」。'
    : `有 ${skus.length} 款没有库存，顾客看到的是「暂时没有」。`
}
