import type { SaveProductInput } from '@core/contract/products'
import type { DocumentOf } from '@core/data/documents'
import type { SkuDocument } from '@core/data/stock/documents'
import type { Category, Product, SaleTerms } from '@core/domain/catalog/product'
import { noRating } from '@core/domain/catalog/product'
import type { Instant } from '@core/kernel/calendar'

/** The edited fields of a product without its SKUs. */
export type ProductFields = Omit<SaveProductInput, 'skus'>
export type SkuInput = SaveProductInput['skus'][number]

/** The sale terms that a product shares with each of its SKUs, in this category. */
export const termsOf = (
  fields: ProductFields,
  category: Pick<Category, 'id' | 'parentId'>,
): SaleTerms => ({
  brand: fields.brand,
  categoryIds: [category.id, ...(category.parentId === null ? [] : [category.parentId])],
  tags: fields.tags,
  launchAt: fields.launchAt,
  earlyAccess: fields.earlyAccess,
  limits: fields.limits,
  fields: fields.fields,
  services: fields.services,
  isSample: fields.isSample,
})

type Draft = {
  input: SaveProductInput
  terms: SaleTerms
  existing: DocumentOf<'products'> | null
}

/** The edited product; sales and rating are kept from the existing one. */
export function productOf(
  { input: { skus, ...fields }, terms, existing }: Draft,
  now: Instant,
): Product {
  const onSale = skus.filter((sku) => sku.isOnSale)
  const cheapest = [...(onSale.length > 0 ? onSale : skus)].sort(
    (a, b) => a.priceFen - b.priceFen,
  )[0]
  const createdAt = existing?.createdAt ?? now
  return {
    ...fields,
    ...terms,
    fromFen: cheapest?.priceFen ?? 0,
    marketFen: cheapest?.marketFen ?? null,
    sold: existing?.sold ?? 0,
    freshAt: fields.launchAt ?? createdAt,
    createdAt,
    rating: existing?.rating ?? noRating,
  }
}

/** The edited fields of a SKU, without its stock. */
export const skuFields = (
  { id: _id, openingStock: _openingStock, isOnSale, ...facts }: SkuInput,
  fields: ProductFields,
  terms: SaleTerms,
) => ({
  ...facts,
  ...terms,
  productId: fields.id,
  title: fields.title,
  isOffered: isOnSale,
  isOnSale: isOnSale && fields.isOnSale,
})

/** A new SKU, without sales and holds. */
export const newSku = (input: SkuInput, fields: ProductFields, terms: SaleTerms): SkuDocument => ({
  _id: input.id,
  ...skuFields(input, fields, terms),
  available: input.openingStock,
  openingStock: input.openingStock,
  sold: 0,
  holds: {},
  heldPieces: 0,
  isSoldStale: false,
})
