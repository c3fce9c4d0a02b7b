import type {
  SaveCategoryInput,
  SaveHomeInput,
  SaveProductError,
  SaveProductInput,
} from '../../contract/products'
import { productDocument } from '../../data/catalog'
import { saveHomeWords } from '../../data/home'
import type { SkuDocument } from '../../data/documents'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'

/** Puts up a shelf, or renames it. */
export async function saveCategory(
  ctx: Context,
  { id, ...category }: SaveCategoryInput,
): Promise<Result<{ id: string }, never>> {
  await ctx.db.put('categories', { _id: id, ...category })
  return ok({ id })
}

/** The shop's name and the words of its first page. */
export async function saveHome(
  ctx: Context,
  words: SaveHomeInput,
): Promise<Result<{ shopName: string }, never>> {
  await saveHomeWords(ctx.db, words)
  return ok({ shopName: words.shopName })
}

/**
 * Creates a product with its SKUs or brings both up to date. Stock, holds and sales of a SKU that
 * exists are not touched; a SKU that is not named any more is taken off sale.
 */
export async function saveProduct(
  ctx: Context,
  { skus, ...words }: SaveProductInput,
): Promise<Result<{ id: string }, SaveProductError>> {
  const odd = skus.find((sku) => !fits(sku.values, words.dimensions))
  if (odd) return fail({ code: 'SKU_MISMATCH', skuId: odd.id })
  const [category, existing, stored] = await Promise.all([
    ctx.db.get('categories', words.categoryId),
    ctx.db.get('products', words.id),
    ctx.db.find('skus', { where: { productId: words.id }, limit: 200 }),
  ])
  if (!category) return fail({ code: 'CATEGORY_MISSING' })
  const product = productDocument({
    ...words,
    fromFen: Math.min(...skus.map((sku) => sku.priceFen)),
    marketFen: skus[0]?.marketFen ?? null,
    sold: existing?.sold ?? 0,
    createdAt: existing?.createdAt ?? ctx.now,
  })
  const named = new Set(skus.map((sku) => sku.id))
  const dropped = stored.filter((sku) => !named.has(sku._id))
  await Promise.all([
    ...skus.map((sku) => saveSku(ctx, words, sku)),
    ...dropped.map((sku) => ctx.db.update('skus', { _id: sku._id }, { isOnSale: false })),
    ctx.db.put('products', product),
  ])
  return ok({ id: words.id })
}

type Words = Omit<SaveProductInput, 'skus'>
type SkuInput = SaveProductInput['skus'][number]

async function saveSku(ctx: Context, product: Words, sku: SkuInput): Promise<void> {
  const { id, openingStock, isOnSale, ...facts } = sku
  const told = {
    ...facts,
    productId: product.id,
    title: product.title,
    isOnSale: isOnSale && product.isOnSale,
  }
  const fresh: SkuDocument = {
    _id: id,
    ...told,
    available: openingStock,
    openingStock,
    sold: 0,
    holds: {},
    heldPieces: 0,
  }
  if (await ctx.db.addOnce('skus', fresh)) return
  await ctx.db.update('skus', { _id: id, productId: product.id }, told)
}

/** One value for every dimension, each a value that the dimension has. */
const fits = (values: readonly string[], dimensions: SaveProductInput['dimensions']): boolean =>
  values.length === dimensions.length &&
  dimensions.every((dimension, at) => dimension.values.includes(values[at] ?? ''))
