import type { SaveProductError, SaveProductInput } from '@core/contract/products'
import { dropBrand, noteBrand } from '@core/data/catalog/facets'
import { productDocument } from '@core/data/catalog/products'
import { command } from '@core/data/database'
import { openStock } from '@core/data/stock/ledger'
import type { Product, SaleTerms } from '@core/domain/catalog/product'
import { checkProduct } from '@core/domain/products/product-errors'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/lifecycle/customer'
import {
  newSku,
  type ProductWords,
  productOf,
  type SkuInput,
  skuWords,
  termsOf,
} from './product-documents'

/** SKUs that a product has and had; a dropped one stays, for the orders that name it. */
const STORED_SKUS_MAX = 500

/**
 * Creates a product with its SKUs or brings both up to date. Stock, holds, sales and stars are not
 * touched; a SKU that is not named any more is taken off sale.
 */
export async function saveProduct(
  ctx: Context,
  input: SaveProductInput,
): Promise<Result<{ id: string }, SaveProductError>> {
  const agreed = checkProduct(input)
  if (!agreed.ok) return agreed
  const { skus, ...words } = input
  const ids = skus.map((sku) => sku.id)
  const [category, tags, existing, stored, named, by] = await Promise.all([
    ctx.db.get('categories', words.categoryId),
    ctx.db.getMany('tags', words.tags),
    ctx.db.get('products', words.id),
    ctx.db.find('skus', { where: { productId: words.id }, limit: STORED_SKUS_MAX }),
    ctx.db.getMany('skus', ids),
    callerId(ctx),
  ])
  if (!category) return fail({ code: 'CATEGORY_MISSING', field: 'categoryId' })
  const stray = words.tags.findIndex((id) => !tags.some((tag) => tag._id === id))
  if (stray >= 0) return fail({ code: 'TAG_MISSING', field: `tags.${stray}` })
  const taken = named.find((sku) => sku.productId !== words.id)
  if (taken) return fail({ code: 'SKU_TAKEN', field: `skus.${ids.indexOf(taken._id)}.id` })
  const terms = termsOf(words, category)
  const saved = new Set(named.map((sku) => sku._id))
  const dropped = stored.filter((sku) => !ids.includes(sku._id))
  await Promise.all([
    ...skus.map((sku) => saveSku(ctx, { words, terms, saved, by }, sku)),
    ...dropped.map((sku) => ctx.db.update('skus', { _id: sku._id }, GONE)),
    putProduct(ctx, productOf({ input, terms, existing }, ctx.now)),
  ])
  await keepBrands(ctx, existing?.brand ?? '', words.brand)
  return ok({ id: words.id })
}

/** What a SKU is that its product does not name any more. */
const GONE = { isOffered: false, isOnSale: false }

/** What sales and reviews write is left to them, so that a save cannot undo what came meanwhile. */
async function putProduct(ctx: Context, product: Product): Promise<void> {
  const document = productDocument(product)
  if (await ctx.db.addOnce('products', document)) return
  const { _id, sold: _sold, rating: _rating, createdAt: _createdAt, ...told } = document
  await ctx.db.update('products', { _id }, { ...told, ...whole(product) })
}

/** Keeps the list of brands that customers filter by. */
async function keepBrands(ctx: Context, before: string, now: string): Promise<void> {
  if (before === now) return
  if (now !== '') await noteBrand(ctx.db, now)
  if (before !== '') await dropBrand(ctx.db, before)
}

/** Objects are set as a whole: the SDK would merge them into what is stored. */
const whole = ({ earlyAccess, limits }: Pick<SaleTerms, 'earlyAccess' | 'limits'>) => ({
  earlyAccess: command.set(earlyAccess),
  limits: command.set(limits),
})

type SkuPlace = {
  words: ProductWords
  terms: SaleTerms
  /** The SKUs of the product that are there. */
  saved: ReadonlySet<string>
  /** The member of staff who opens the stock of the others. */
  by: string | null
}

async function saveSku(
  ctx: Context,
  { words, terms, saved, by }: SkuPlace,
  input: SkuInput,
): Promise<void> {
  const { id } = input
  const sku = newSku(input, words, terms)
  const isNew = !saved.has(id) && (await openStock(ctx.db, { sku, at: ctx.now, by }))
  if (isNew) return
  const told = { ...skuWords(input, words, terms), ...whole(terms) }
  await ctx.db.update('skus', { _id: id, productId: words.id }, told)
}
