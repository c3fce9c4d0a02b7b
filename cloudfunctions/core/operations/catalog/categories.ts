import type {
  CategoryError,
  CategoryInput,
  SaveCategoryInput,
  SaveTagInput,
  TagError,
} from '@core/contract/catalog'
import { countProducts, findTags } from '@core/data/catalog/facets'
import { findCategories } from '@core/data/catalog/products'
import { productsWith, reindexProducts } from '@core/data/catalog/reindex'
import type { Category, Tag } from '@core/domain/catalog/product'
import { CATEGORIES_MAX, TAGS_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** Products indexed by the save that renames what they belong to; the night does the others. */
const RENAMED_AT_ONCE = 200

type Saved<E> = Promise<Result<{ id: string }, E>>

/** All categories for their editor. */
export const listCategories = async (ctx: Context): Promise<Result<Category[], never>> =>
  ok(await findCategories(ctx.db))

/**
 * Creates or updates a category. Products store the parent of their category, so a category that is
 * in use cannot move.
 */
export async function saveCategory(
  ctx: Context,
  { id, ...category }: SaveCategoryInput,
): Saved<CategoryError> {
  const all = await findCategories(ctx.db)
  const existing = all.find((one) => one.id === id)
  if (!existing && all.length >= CATEGORIES_MAX) return fail({ code: 'TOO_MANY', field: 'id' })
  if (!isParent(all, id, category.parentId)) {
    return fail({ code: 'PARENT_UNFIT', field: 'parentId' })
  }
  const moves = existing !== undefined && existing.parentId !== category.parentId
  if (moves && (await isInUse(ctx, all, id))) {
    return fail({ code: 'CATEGORY_IN_USE', field: 'parentId' })
  }
  await ctx.db.put('categories', { _id: id, ...category })
  if (existing) await reindexRenamed(ctx, existing.name !== category.name && { categoryId: id })
  return ok({ id })
}

/** Products are found by what their categories and tags are called. */
async function reindexRenamed(
  ctx: Context,
  narrowing: { categoryId: string } | { tagId: string } | false,
): Promise<void> {
  if (!narrowing) return
  await reindexProducts(ctx.db, await productsWith(ctx.db, narrowing, RENAMED_AT_ONCE))
}

/** A parent is another category of the first level. */
const isParent = (all: readonly Category[], id: string, parentId: string | null): boolean =>
  parentId === null ||
  (parentId !== id && all.some((one) => one.id === parentId && one.parentId === null))

const isInUse = async (ctx: Context, all: readonly Category[], id: string): Promise<boolean> =>
  all.some((one) => one.parentId === id) || (await countProducts(ctx.db, { categoryId: id })) > 0

/** Removes an unused category; idempotent. */
export async function removeCategory(ctx: Context, { id }: CategoryInput): Saved<CategoryError> {
  if (await isInUse(ctx, await findCategories(ctx.db), id)) {
    return fail({ code: 'CATEGORY_IN_USE', field: 'id' })
  }
  await ctx.db.remove('categories', id)
  return ok({ id })
}

/** All tags for their editor. */
export const listTags = async (ctx: Context): Promise<Result<Tag[], never>> =>
  ok(await findTags(ctx.db))

/** Creates or updates a tag. Products refer to it by id, so they show a new name immediately. */
export async function saveTag(ctx: Context, { id, ...tag }: SaveTagInput): Saved<TagError> {
  const all = await findTags(ctx.db)
  const existing = all.find((one) => one.id === id)
  if (!existing && all.length >= TAGS_MAX) return fail({ code: 'TOO_MANY', field: 'id' })
  await ctx.db.put('tags', { _id: id, ...tag })
  if (existing) await reindexRenamed(ctx, existing.name !== tag.name && { tagId: id })
  return ok({ id })
}

/** Removes a tag that no product has. */
export async function removeTag(ctx: Context, { id }: CategoryInput): Saved<TagError> {
  if ((await countProducts(ctx.db, { tagId: id })) > 0) {
    return fail({ code: 'TAG_IN_USE', field: 'id' })
  }
  await ctx.db.remove('tags', id)
  return ok({ id })
}
