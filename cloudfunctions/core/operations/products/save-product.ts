import type { SaveProductError, SaveProductInput } from '@core/contract/products'
import { doubtBrands, findTags, settleBrands } from '@core/data/catalog/facets'
import { findCategories, productDocument } from '@core/data/catalog/products'
import { namesOf, replaced, shelvesOf } from '@core/data/catalog/reindex'
import { command } from '@core/data/database'
import { moveLaunchReminders } from '@core/data/reminders/reminders'
import { openStock } from '@core/data/stock/ledger'
import type { Product, SaleTerms } from '@core/domain/catalog/product'
import type { ProductNames } from '@core/domain/catalog/product-index'
import { checkProduct } from '@core/domain/products/product-errors'
import { STORED_SKUS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import {
  newSku,
  type ProductFields,
  productOf,
  type SkuInput,
  skuFields,
  termsOf,
} from './product-documents'

/**
 * Creates or updates a product with its SKUs. Stock, holds, sales and ratings are not touched; a
 * SKU that is no longer listed is taken off sale.
 */
export async function saveProduct(
  ctx: Context,
  input: SaveProductInput,
): Promise<Result<{ id: string }, SaveProductError>> {
  const checked = checkProduct(input)
  if (!checked.ok) return checked
  const { skus, ...fields } = input
  const ids = skus.map((sku) => sku.id)
  const [categories, tags, existing, stored, named, by] = await Promise.all([
    findCategories(ctx.db),
    findTags(ctx.db),
    ctx.db.get('products', fields.id),
    ctx.db.find('skus', {
      where: { productId: fields.id },
      limit: STORED_SKUS_MAX,
      fields: ['_id'],
    }),
    ctx.db.getMany('skus', ids, { fields: ['productId'] }),
    callerId(ctx),
  ])
  const category = categories.find((one) => one.id === fields.categoryId)
  if (!category) return fail({ code: 'CATEGORY_MISSING', field: 'categoryId' })
  const stray = fields.tags.findIndex((id) => !tags.some((tag) => tag.id === id))
  if (stray >= 0) return fail({ code: 'TAG_MISSING', field: `tags.${stray}` })
  const taken = named.find((sku) => sku.productId !== fields.id)
  if (taken) return fail({ code: 'SKU_TAKEN', field: `skus.${ids.indexOf(taken._id)}.id` })
  const terms = termsOf(fields, category)
  const saved = new Set(named.map((sku) => sku._id))
  const dropped = stored.filter((sku) => !ids.includes(sku._id))
  const brands = { before: existing?.brand ?? '', now: fields.brand }
  const isRebranded = brands.before !== brands.now
  const product = productOf({ input, terms, existing }, ctx.now)
  const shelves = shelvesOf(categories, tags)
  if (isRebranded) await doubtBrands(ctx.db, brands)
  await Promise.all([
    ...skus.map((sku) => saveSku(ctx, { fields, terms, saved, by }, sku)),
    ...dropped.map((sku) => ctx.db.update('skus', { _id: sku._id }, OFF_SALE)),
    putProduct(ctx, product, namesOf(product, shelves, existing?.mentions)),
    remindAtLaunch(ctx, product, existing),
  ])
  await settleBrands(ctx.db, isRebranded ? [brands.before, brands.now] : [])
  return ok({ id: fields.id })
}

type Launching = Pick<SaleTerms, 'launchAt' | 'earlyAccess'>

/** Lets those who wait for a launch be told at its new time. */
async function remindAtLaunch(
  { db, now }: Context,
  { id, launchAt, earlyAccess }: Product,
  before: Launching | null,
): Promise<void> {
  const isAhead = (at: number | null | undefined) => typeof at === 'number' && at > now
  if (!isAhead(before?.launchAt) && !isAhead(launchAt)) return
  const opensAt = Math.min(launchAt ?? now, earlyAccess?.from ?? Number.POSITIVE_INFINITY)
  await moveLaunchReminders(db, id, opensAt)
}

const OFF_SALE = { isOffered: false, isOnSale: false }

/** Fields written by sales and reviews are not updated, so that a save cannot undo them. */
async function putProduct(ctx: Context, product: Product, names: ProductNames): Promise<void> {
  const document = productDocument(product, names)
  if (await ctx.db.addOnce('products', document)) return
  const { _id, sold: _sold, rating: _rating, createdAt: _createdAt, ...edited } = document
  const { tokens, ends, words, ...rest } = edited
  const changes = { ...rest, ...replacements(product), ...replaced({ tokens, ends, words }) }
  await ctx.db.update('products', { _id }, changes)
}

/** Replaces objects as a whole; the SDK would merge them into the stored ones. */
const replacements = ({ earlyAccess, limits }: Pick<SaleTerms, 'earlyAccess' | 'limits'>) => ({
  earlyAccess: command.set(earlyAccess),
  limits: command.set(limits),
})

type SkuPlace = {
  fields: ProductFields
  terms: SaleTerms
  /** The ids of existing SKUs. */
  saved: ReadonlySet<string>
  /** The member id of the staff, recorded with the opening stock of new SKUs. */
  by: string | null
}

async function saveSku(
  ctx: Context,
  { fields, terms, saved, by }: SkuPlace,
  input: SkuInput,
): Promise<void> {
  const { id } = input
  const sku = newSku(input, fields, terms)
  const isNew = !saved.has(id) && (await openStock(ctx.db, { sku, at: ctx.now, by }))
  if (isNew) return
  const changes = { ...skuFields(input, fields, terms), ...replacements(terms) }
  await ctx.db.update('skus', { _id: id, productId: fields.id }, changes)
}
