import type { SaveProductInput } from '@core/contract/products'
import { DEFAULT_SALE_TERMS } from '@core/domain/catalog/product'
import type { Fen } from '@core/kernel/money'
import type { PictureName } from '../pictures'
import { EXTRAS } from './extras'

/** A SKU in the demo's short form: `code` completes its id, `stock` is the opening stock. */
type SkuText = {
  code: string
  values: readonly string[]
  fen: Fen
  marketFen?: Fen
  stock: number
  picture?: PictureName
}

/** A product in the demo's short form; lists show the first picture. */
export type ProductText = {
  id: string
  title: string
  subtitle: string
  pictures: readonly [PictureName, ...PictureName[]]
  description: string
  /** Rows of the table of facts, in their order. */
  facts: Readonly<Record<string, string>>
  /** Dimension → values, in their order; none for a product with one SKU. */
  choices?: Readonly<Record<string, readonly string[]>>
  keywords: readonly string[]
  skus: readonly SkuText[]
}

/** Distance of two products of a category in `sort`: room for one of each other category. */
const SORT_STEP = 100

/**
 * The products of a category in their order, ready for `products.save`. `place` interleaves the
 * categories (a biscuit, a fruit, a honey …), so that home, which lists everything by `sort`, does
 * not begin with seven teas.
 */
export const productsOfCategory = (
  category: { id: string; place: number },
  products: readonly ProductText[],
): SaveProductInput[] =>
  products.map((text, at) => ({
    ...termsOf(text.id, category.id),
    id: text.id,
    title: text.title,
    subtitle: text.subtitle,
    pictures: [...text.pictures],
    description: text.description,
    attributes: Object.entries(text.facts).map(([name, value]) => ({ name, value })),
    dimensions: Object.entries(text.choices ?? {}).map(([name, values]) => ({
      name,
      values: [...values],
    })),
    isOnSale: true,
    sort: (at + 1) * SORT_STEP + category.place,
    keywords: [...text.keywords],
    skus: text.skus.map((sku) => skuInput(text, sku)),
  }))

/** The product's extras, with default terms for those it does not have. */
function termsOf(productId: string, categoryId: string) {
  const {
    category: inner = categoryId,
    tags,
    guide,
    details,
    fields,
    services,
    ...extras
  } = EXTRAS[productId] ?? {}
  return {
    ...DEFAULT_SALE_TERMS,
    ...extras,
    categoryId: inner,
    tags: [...(tags ?? [])],
    guide: [...(guide ?? [])],
    details: [...(details ?? [])],
    fields: [...(fields ?? [])],
    services: [...(services ?? [])],
  }
}

/** Gross weight per net weight, which a choice contains (`250g`, `1kg`): a third is packaging. */
const PACKING = 4 / 3
/** The gross weight of a piece whose choices contain no weight. */
const PACKED_GRAMS = 400

function gramsOf(values: readonly string[]): number {
  const match = /(\d+(?:\.\d+)?)\s*(kg|g)/.exec(values.join(' '))
  if (!match) return PACKED_GRAMS
  const grams = Number(match[1]) * (match[2] === 'kg' ? 1_000 : 1)
  return Math.round(grams * PACKING)
}

const skuInput = (product: ProductText, sku: SkuText): SaveProductInput['skus'][number] => ({
  id: `${product.id}-${sku.code}`,
  code: `${product.id}-${sku.code}`.toUpperCase(),
  weightGrams: gramsOf(sku.values),
  values: [...sku.values],
  priceFen: sku.fen,
  marketFen: sku.marketFen ?? null,
  picture: sku.picture ?? product.pictures[0],
  isOnSale: true,
  openingStock: sku.stock,
})
