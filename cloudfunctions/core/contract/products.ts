import type { Category, Product, Tag } from '@core/domain/catalog/product'
import type { ProductError } from '@core/domain/products/product-errors'
import { TIERS } from '@core/domain/tiers/tier'
import type { Day } from '@core/kernel/calendar'
import { FIELD_VALUE_MAX, LINE_FIELDS_MAX, LINE_SERVICES_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NoInput } from './catalog'
import type { NotFound } from './errors'
import { cursor, day, entityId, fen, instant, type Page, word } from './primitives'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))
const note = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const integer = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))
const position = integer(0, 100_000)

/** SKUs of one product: three dimensions of five values each. */
const SKUS_MAX = 125
/** Pieces of one SKU a small shop can have. */
const STOCK_MAX = 1_000_000
/** Grams of one piece: above it no parcel service takes it. */
const WEIGHT_MAX = 1_000_000
/** Pieces that a limit can allow: above it there is no limit. */
const LIMIT_MAX = 10_000

/** A picture's packaged name, or the address of one that the merchant uploaded. */
const picture = text(300)
/** An id within one product: it becomes part of a line's key. */
const partId = v.pipe(v.string(), v.regex(/^[\w-]{1,20}$/))
const price = v.pipe(fen, v.minValue(1))

/** Creates a category or brings it up to date. `parentId` `null` is a shelf of the first level. */
export const saveCategoryInput = v.strictObject({
  id: entityId,
  name: text(10),
  picture,
  sort: position,
  parentId: v.nullable(entityId),
})
export type SaveCategoryInput = v.InferOutput<typeof saveCategoryInput>

/** Why a category was not saved or removed; `field` is the wrong one. */
export type CategoryError =
  /** There is no such parent, it stands within another itself, or it is the category's own. */
  | { code: 'PARENT_UNFIT'; field: 'parentId' }
  /** Products or shelves stand on it: they would be lost from where they are found. */
  | { code: 'CATEGORY_IN_USE'; field: 'id' | 'parentId' }
  | { code: 'TOO_MANY'; field: 'id' }

/** One category, by id. */
export const categoryInput = v.strictObject({ id: entityId })
export type CategoryInput = v.InferOutput<typeof categoryInput>

/** Creates a tag or brings it up to date; weights are 0 to 100 for each kind of need. */
export const saveTagInput = v.strictObject({
  id: entityId,
  name: text(10),
  needs: v.strictObject({
    functional: integer(0, 100),
    emotional: integer(0, 100),
    social: integer(0, 100),
  }),
})
export type SaveTagInput = v.InferOutput<typeof saveTagInput>

/** Why a tag was not saved or removed. */
export type TagError = { code: 'TAG_IN_USE' | 'TOO_MANY'; field: 'id' }

const sku = v.strictObject({
  id: entityId,
  code: note(32),
  values: v.pipe(v.array(text(20)), v.maxLength(3)),
  priceFen: price,
  marketFen: v.nullable(fen),
  weightGrams: integer(0, WEIGHT_MAX),
  picture,
  isOnSale: v.boolean(),
  /** Pieces in store when the SKU is first saved; later saves leave the stock as it is. */
  openingStock: integer(0, STOCK_MAX),
})

const detail = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: text(40) }),
  v.strictObject({ kind: v.literal('text'), text: text(1_000) }),
  v.strictObject({ kind: v.literal('picture'), picture, alt: text(40) }),
])

const customField = v.strictObject({
  id: partId,
  label: text(10),
  kind: v.picklist(['text', 'choice']),
  choices: v.pipe(v.array(text(20)), v.maxLength(12)),
  maxLength: integer(1, FIELD_VALUE_MAX),
  isRequired: v.boolean(),
})

const service = v.strictObject({
  id: partId,
  name: text(12),
  priceFen: price,
  note: note(40),
})

const limit = v.nullable(integer(1, LIMIT_MAX))

/** Creates a product with its SKUs, or brings its words and prices up to date. */
export const saveProductInput = v.strictObject({
  id: entityId,
  categoryId: entityId,
  brand: note(20),
  tags: v.pipe(v.array(entityId), v.maxLength(8)),
  title: text(30),
  subtitle: note(60),
  pictures: v.pipe(v.array(picture), v.minLength(1), v.maxLength(9)),
  description: note(2_000),
  details: v.pipe(v.array(detail), v.maxLength(30)),
  guide: v.pipe(v.array(text(200)), v.maxLength(12)),
  attributes: v.pipe(v.array(v.strictObject({ name: text(10), value: text(60) })), v.maxLength(20)),
  dimensions: v.pipe(
    v.array(
      v.strictObject({
        name: text(10),
        values: v.pipe(v.array(text(20)), v.minLength(1), v.maxLength(20)),
      }),
    ),
    v.maxLength(3),
  ),
  isOnSale: v.boolean(),
  launchAt: v.nullable(instant),
  earlyAccess: v.nullable(v.strictObject({ tier: v.picklist(TIERS), from: instant })),
  limits: v.strictObject({ perMember: limit, perOrder: limit }),
  fields: v.pipe(v.array(customField), v.maxLength(LINE_FIELDS_MAX)),
  services: v.pipe(v.array(service), v.maxLength(LINE_SERVICES_MAX)),
  isSample: v.boolean(),
  sort: position,
  keywords: v.pipe(v.array(text(20)), v.maxLength(20)),
  skus: v.pipe(v.array(sku), v.minLength(1), v.maxLength(SKUS_MAX)),
})
export type SaveProductInput = v.InferOutput<typeof saveProductInput>

/** Why a product was not saved; `field` is the path of the wrong one. */
export type SaveProductError =
  | ProductError
  | { code: 'CATEGORY_MISSING'; field: 'categoryId' }
  | { code: 'TAG_MISSING'; field: string }
  /** The SKU's id belongs to another product. */
  | { code: 'SKU_TAKEN'; field: string }

/** Puts a product on sale or takes it off, as it is. */
export const switchProductInput = v.strictObject({ productId: entityId, isOnSale: v.boolean() })
export type SwitchProductInput = v.InferOutput<typeof switchProductInput>

/** The staff's list: what is on sale or what is not, by word and shelf. */
export const productListInput = v.strictObject({
  isOnSale: v.boolean(),
  word: v.optional(word),
  categoryId: v.optional(entityId),
  cursor,
})
export type ProductListInput = v.InferOutput<typeof productListInput>

/** A product in the staff's list. */
export type StaffProductRow = {
  id: string
  title: string
  picture: string
  categoryId: string
  fromFen: Fen
  skus: number
  available: number
  sold: number
  isOnSale: boolean
  launchAt: number | null
}

/** A product as its editor shows it: what may be saved, and what is only told. */
export type StaffProductView = SaveProductInput & {
  /** Pieces that can be had now, by SKU id. */
  stock: Record<string, number>
}

/** What home shows besides products. */
export const saveHomeInput = v.strictObject({
  shopName: text(20),
  banner: v.strictObject({
    eyebrow: text(20),
    title: text(40),
    note: text(40),
    picture,
    productId: entityId,
  }),
  hotWords: v.pipe(v.array(text(10)), v.maxLength(12)),
})
export type SaveHomeInput = v.InferOutput<typeof saveHomeInput>

/** The words that were looked for on a day, or those that found nothing. */
export const wordListInput = v.strictObject({
  day: v.optional(day),
  isFound: v.optional(v.boolean()),
  cursor,
})
export type WordListInput = v.InferOutput<typeof wordListInput>

/** A word and how often it was looked for on a day. */
export type WordRow = { word: string; count: number; isFound: boolean }

/** A day's words, most wanted first. */
export type WordList = Page<WordRow> & { day: Day }

/** What the staff may do with the shelves. */
export type ProductsContract = {
  'home.save': { input: SaveHomeInput; output: { shopName: string }; error: never }
  'categories.list': { input: NoInput; output: Category[]; error: never }
  'categories.save': { input: SaveCategoryInput; output: { id: string }; error: CategoryError }
  'categories.remove': { input: CategoryInput; output: { id: string }; error: CategoryError }
  'tags.list': { input: NoInput; output: Tag[]; error: never }
  'tags.save': { input: SaveTagInput; output: { id: string }; error: TagError }
  'tags.remove': { input: CategoryInput; output: { id: string }; error: TagError }
  'products.save': { input: SaveProductInput; output: { id: string }; error: SaveProductError }
  'products.switch': {
    input: SwitchProductInput
    output: { isOnSale: Product['isOnSale'] }
    error: NotFound
  }
  'products.list': { input: ProductListInput; output: Page<StaffProductRow>; error: never }
  'products.show': {
    input: { productId: string }
    output: StaffProductView
    error: NotFound
  }
  'words.list': { input: WordListInput; output: WordList; error: never }
}
