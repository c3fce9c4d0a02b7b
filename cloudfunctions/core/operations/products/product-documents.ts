import type { SaveProductInput } from '@core/contract/products'
import type { DocumentOf } from '@core/data/documents'
import type { SkuDocument } from '@core/data/stock/documents'
import type { Product, SaleTerms } from '@core/domain/catalog/product'
import { noRating } from '@core/domain/catalog/product'
import type { Instant } from '@core/kernel/calendar'

/** What a product is told to be, but for its SKUs, and one of these. */
export type ProductFields = Omit<SaveProductInput, 'skus'>
export type SkuInput = SaveProductInput['skus'][number]

/** The terms that a product and each of its SKUs carry, on this shelf. */
export const termsOf = (
  words: ProductFields,
  category: Pick<DocumentOf<'categories'>, '_id' | 'parentId'>,
): SaleTerms => ({
  brand: words.brand,
  categoryIds: [category._id, ...(category.parentId === null ? [] : [category.parentId])],
  tags: words.tags,
  launchAt: words.launchAt,
  earlyAccess: words.earlyAccess,
  limits: words.limits,
  fields: words.fields,
  services: words.services,
  isSample: words.isSample,
})

type Draft = {
  input: SaveProductInput
  terms: SaleTerms
  existing: DocumentOf<'products'> | null
}

/** The product that was told, with what sales and reviews have made of it. */
export function productOf(
  { input: { skus, ...words }, terms, existing }: Draft,
  now: Instant,
): Product {
  const onSale = skus.filter((sku) => sku.isOnSale)
  const cheapest = [...(onSale.length > 0 ? onSale : skus)].sort(
    (a, b) => a.priceFen - b.priceFen,
  )[0]
  const createdAt = existing?.createdAt ?? now
  return {
    ...words,
    ...terms,
    fromFen: cheapest?.priceFen ?? 0,
    marketFen: cheapest?.marketFen ?? null,
    sold: existing?.sold ?? 0,
    freshAt: words.launchAt ?? createdAt,
    createdAt,
    rating: existing?.rating ?? noRating,
  }
}

/** What a SKU is told to be: all but its stock. */
export const skuFields = (
  { id: _id, openingStock: _openingStock, isOnSale, ...facts }: SkuInput,
  words: ProductFields,
  terms: SaleTerms,
) => ({
  ...facts,
  ...terms,
  productId: words.id,
  title: words.title,
  isOffered: isOnSale,
  isOnSale: isOnSale && words.isOnSale,
})

/** A SKU as it is first saved: nobody has bought or holds a piece of it. */
export const newSku = (input: SkuInput, words: ProductFields, terms: SaleTerms): SkuDocument => ({
  _id: input.id,
  ...skuFields(input, words, terms),
  available: input.openingStock,
  openingStock: input.openingStock,
  sold: 0,
  holds: {},
  heldPieces: 0,
  isSoldStale: false,
})
