import type { Database } from '@core/data/database'
import { command } from '@core/data/database'
import { findAll } from '@core/data/pages'
import { STORED_SKUS_MAX } from '@core/kernel/limits'
import type { SkuDocument } from './documents'

/** What prices and lists need of a SKU: a thousand of them are one read. */
const CARD_FIELDS = [
  ...(['_id', 'productId', 'categoryIds', 'priceFen'] as const),
  ...(['isOnSale', 'isOffered', 'available', 'sold'] as const),
]

/** What a product's page needs of a SKU: all SKUs that a product has and had are one read. */
const PAGE_FIELDS = [...CARD_FIELDS, ...(['values', 'marketFen', 'picture'] as const)]

/** What a product's editor needs of a SKU. */
const EDITOR_FIELDS = [...PAGE_FIELDS, ...(['code', 'weightGrams', 'openingStock'] as const)]

/** What a SKU is called and shown with. */
const NAME_FIELDS = ['_id', 'productId', 'title', 'values', 'picture', 'priceFen'] as const

/** What a row of goods needs that are on offer for a time. */
const OFFERED_FIELDS = [...CARD_FIELDS, ...(['title', 'values', 'picture'] as const)]

export type OfferedSku = Pick<SkuDocument, (typeof OFFERED_FIELDS)[number]>

/** SKUs by id, with their names and what their prices depend on. */
export const offeredSkus = (db: Database, ids: readonly string[]): Promise<OfferedSku[]> =>
  db.getMany('skus', ids, { fields: OFFERED_FIELDS })

export type CardSku = Pick<SkuDocument, (typeof CARD_FIELDS)[number]>
export type PageSku = Pick<SkuDocument, (typeof PAGE_FIELDS)[number]>
export type EditorSku = Pick<SkuDocument, (typeof EDITOR_FIELDS)[number]>
/** What a SKU is called, and what shows it. */
export type NamedSkuDocument = Pick<SkuDocument, (typeof NAME_FIELDS)[number]>

/** Documents in one answer of the database (limit of the service). */
const ANSWER_MAX = 1_000

/** All SKUs of some products, on sale or not. */
export async function skusOf(db: Database, productIds: readonly string[]): Promise<CardSku[]> {
  if (productIds.length === 0) return []
  const found = await db.find('skus', {
    where: { productId: command.in([...productIds]) },
    limit: Math.min(ANSWER_MAX, productIds.length * STORED_SKUS_MAX),
    fields: CARD_FIELDS,
  })
  if (found.length < ANSWER_MAX) return found
  // More than one answer has: which of them came is chance.
  const all = productIds.map((productId) => skusWith(db, productId, CARD_FIELDS))
  return (await Promise.all(all)).flat()
}

/** All SKUs of a product as its page shows them. */
export const pageSkus = (db: Database, productId: string): Promise<PageSku[]> =>
  skusWith(db, productId, PAGE_FIELDS)

/** All SKUs of a product as its editor shows them; a second call for those beyond 400. */
export const editorSkus = (db: Database, productId: string): Promise<EditorSku[]> =>
  findAll(db, 'skus', {
    where: { productId },
    sortBy: ['available', 'asc'],
    size: 400,
    fields: EDITOR_FIELDS,
  })

/** What a customer chooses by, who wants another SKU of a product instead. */
const EXCHANGE_FIELDS = ['_id', 'productId', 'values', 'isOnSale', 'available'] as const

export type ExchangeSku = Pick<SkuDocument, (typeof EXCHANGE_FIELDS)[number]>

/** The SKUs on sale of some products; of more than 1,000 those first found. */
export const exchangeSkus = async (
  db: Database,
  productIds: readonly string[],
): Promise<ExchangeSku[]> =>
  productIds.length === 0
    ? []
    : db.find('skus', {
        where: { productId: command.in([...productIds]), isOnSale: true },
        limit: ANSWER_MAX,
        fields: EXCHANGE_FIELDS,
      })

/** SKUs by id, by what they are called. */
export const namedSkusOf = (db: Database, ids: readonly string[]): Promise<NamedSkuDocument[]> =>
  db.getMany('skus', ids, { fields: NAME_FIELDS })

const skusWith = (db: Database, productId: string, fields: readonly string[]) =>
  db.find('skus', { where: { productId }, limit: STORED_SKUS_MAX, fields })
