import type { SaveProductError, SaveProductInput } from '../../contract/products'
import { tokensOf } from '../../data/catalog'
import { command } from '../../data/database'
import type { DocumentOf, SkuDocument } from '../../data/documents'
import { dropBrand, noteBrand } from '../../data/facets'
import { openStock } from '../../data/stock-ledger'
import type { Product, SaleTerms } from '../../domain/catalog'
import { checkProduct } from '../../domain/product-faults'
import { noRating } from '../../domain/rating'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { callerId } from '../members/customer'

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
    putProduct(ctx, productOf(ctx, { input, terms, existing })),
  ])
  await keepBrands(ctx, existing?.brand ?? '', words.brand)
  return ok({ id: words.id })
}

/** What a SKU is that its product does not name any more. */
const GONE = { isOffered: false, isOnSale: false }

type Words = Omit<SaveProductInput, 'skus'>
type SkuInput = SaveProductInput['skus'][number]

const termsOf = (words: Words, category: DocumentOf<'categories'>): SaleTerms => ({
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

function productOf(
  ctx: Context,
  { input: { skus, ...words }, terms, existing }: Draft,
): Product {
  const onSale = skus.filter((sku) => sku.isOnSale)
  const cheapest = [...(onSale.length > 0 ? onSale : skus)].sort(
    (a, b) => a.priceFen - b.priceFen,
  )[0]
  const createdAt = existing?.createdAt ?? ctx.now
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

/** What sales and reviews write is left to them, so that a save cannot undo what came meanwhile. */
async function putProduct(ctx: Context, product: Product): Promise<void> {
  const { id, ...rest } = product
  const tokens = tokensOf(rest)
  if (await ctx.db.addOnce('products', { _id: id, ...rest, tokens })) return
  const { sold: _sold, rating: _rating, createdAt: _createdAt, ...told } = rest
  await ctx.db.update('products', { _id: id }, { ...told, ...whole(product), tokens })
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
  words: Words
  terms: SaleTerms
  /** The SKUs of the product that are there. */
  saved: ReadonlySet<string>
  /** The member of staff who opens the stock of the others. */
  by: string | null
}

async function saveSku(
  ctx: Context,
  { words, terms, saved, by }: SkuPlace,
  sku: SkuInput,
): Promise<void> {
  const { id, openingStock, isOnSale, ...facts } = sku
  const told = {
    ...facts,
    ...terms,
    productId: words.id,
    title: words.title,
    isOffered: isOnSale,
    isOnSale: isOnSale && words.isOnSale,
  }
  const fresh: SkuDocument = {
    _id: id,
    ...told,
    available: openingStock,
    openingStock,
    sold: 0,
    holds: {},
    heldPieces: 0,
    isSoldStale: false,
  }
  const isNew = !saved.has(id) && (await openStock(ctx.db, { sku: fresh, at: ctx.now, by }))
  if (isNew) return
  await ctx.db.update('skus', { _id: id, productId: words.id }, { ...told, ...whole(terms) })
}
