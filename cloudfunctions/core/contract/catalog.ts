import {
  type Category,
  type LineOptions,
  lineKey,
  NO_OPTIONS,
  type Tag,
} from '@core/domain/catalog/product'
import type { Day } from '@core/kernel/calendar'
import {
  CART_LINES_MAX,
  FIELD_VALUE_MAX,
  LINE_FIELDS_MAX,
  LINE_KEY_MAX,
  LINE_SERVICES_MAX,
} from '@core/kernel/limits'
import { isInherited } from '@core/kernel/own'
import * as v from 'valibot'
import type { Page } from './primitives'
import {
  cursor,
  day,
  entityId,
  integer,
  type NoInput,
  name,
  note,
  picture,
  position,
  quantity,
} from './primitives'

/** A category and its picture; one with a parent is on the second level. */
export type CategoryView = Pick<Category, 'id' | 'name' | 'picture' | 'parentId'>

const lineKeyOf = ({ skuId, options = NO_OPTIONS }: { skuId: string; options?: LineOptions }) =>
  lineKey(skuId, options)

const hasOwnNames = (fields: unknown): boolean =>
  typeof fields === 'object' && fields !== null && !Object.keys(fields).some(isInherited)

/** The options of a line: values by field, and services. */
export const lineOptions = v.strictObject({
  fields: v.pipe(
    // `v.record` drops such a name without a word, and the customer's choice with it.
    v.custom<Record<string, string>>(hasOwnNames),
    v.record(entityId, note(FIELD_VALUE_MAX)),
    v.check((fields) => Object.keys(fields).length <= LINE_FIELDS_MAX, 'too many fields'),
  ),
  services: v.pipe(v.array(entityId), v.maxLength(LINE_SERVICES_MAX)),
})

/** One line: a SKU, a quantity and its options. */
export const line = v.strictObject({
  skuId: entityId,
  quantity,
  options: v.optional(lineOptions),
})

/** Lines of an order; a SKU may not occur twice with the same options. */
export const lines = v.pipe(
  v.array(line),
  v.minLength(1),
  v.maxLength(CART_LINES_MAX),
  v.check((all) => new Set(all.map(lineKeyOf)).size === all.length, 'a line twice'),
)

/** The key of a line in a cart or an order: see `lineKey`. */
export const lineKeyText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LINE_KEY_MAX))

/** One product, by id. */
export const productInput = v.strictObject({ productId: entityId })
export type ProductInput = v.InferOutput<typeof productInput>

/** Creates or updates a category. `parentId` is `null` on the first level. */
export const saveCategoryInput = v.strictObject({
  id: entityId,
  name: name(10),
  picture,
  sort: position,
  parentId: v.nullable(entityId),
})
export type SaveCategoryInput = v.InferOutput<typeof saveCategoryInput>

/** Why a category was not saved or removed; `field` is the invalid one. */
export type CategoryError =
  /** The parent does not exist, has a parent itself, or is the category itself. */
  | { code: 'PARENT_UNFIT'; field: 'parentId' }
  /** Products or other categories are in it. */
  | { code: 'CATEGORY_IN_USE'; field: 'id' | 'parentId' }
  | { code: 'TOO_MANY'; field: 'id' }

/** One category, by id. */
export const categoryInput = v.strictObject({ id: entityId })
export type CategoryInput = v.InferOutput<typeof categoryInput>

/** Creates or updates a tag; weights are 0 to 100 for each kind of need. */
export const saveTagInput = v.strictObject({
  id: entityId,
  name: name(10),
  needs: v.strictObject({
    functional: integer(0, 100),
    emotional: integer(0, 100),
    social: integer(0, 100),
  }),
})
export type SaveTagInput = v.InferOutput<typeof saveTagInput>

/** Why a tag was not saved or removed. */
export type TagError = { code: 'TAG_IN_USE' | 'TOO_MANY'; field: 'id' }

/** The search words of a day: all, or those with or without results. */
export const wordListInput = v.strictObject({
  day: v.optional(day),
  isFound: v.optional(v.boolean()),
  cursor,
})
export type WordListInput = v.InferOutput<typeof wordListInput>

/** A search word and its searches on a day. */
export type WordRow = { word: string; count: number; isFound: boolean }

/** The search words of a day, most frequent first. */
export type WordList = Page<WordRow> & { day: Day }

/** Operations of the staff on categories, tags and search words. */
export type CatalogAdminContract = {
  'categories.list': { input: NoInput; output: Category[]; error: never }
  'categories.save': { input: SaveCategoryInput; output: { id: string }; error: CategoryError }
  'categories.remove': { input: CategoryInput; output: { id: string }; error: CategoryError }
  'tags.list': { input: NoInput; output: Tag[]; error: never }
  'tags.save': { input: SaveTagInput; output: { id: string }; error: TagError }
  'tags.remove': { input: CategoryInput; output: { id: string }; error: TagError }
  'words.list': { input: WordListInput; output: WordList; error: never }
}

declare module '@core/contract' {
  interface AdminOperations extends CatalogAdminContract {}
}
