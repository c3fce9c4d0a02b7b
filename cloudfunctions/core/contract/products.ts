import type { Product } from '@core/domain/catalog/product'
import { TIERS } from '@core/domain/members/sections'
import type { ProductError } from '@core/domain/products/product-errors'
import {
  FIELD_VALUE_MAX,
  LINE_FIELDS_MAX,
  LINE_SERVICES_MAX,
  SHELF_ROWS_MAX,
  SKUS_MAX,
} from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import {
  cursor,
  entityId,
  fen,
  instant,
  integer,
  name,
  note,
  optionalName,
  type Page,
  partId,
  picture,
  position,
  text,
  word,
} from './primitives'

/** The maximum stock of one SKU in a small shop. */
const STOCK_MAX = 1_000_000
/** Grams of one piece; no parcel service accepts more. */
const WEIGHT_MAX = 1_000_000
/** The highest purchase limit; above it, set none. */
const LIMIT_MAX = 10_000

const price = v.pipe(fen, v.minValue(1))

const sku = v.strictObject({
  id: entityId,
  code: note(32),
  values: v.pipe(v.array(text(20)), v.maxLength(3)),
  priceFen: price,
  marketFen: v.nullable(fen),
  weightGrams: integer(0, WEIGHT_MAX),
  picture,
  isOnSale: v.boolean(),
  /** Opening stock of a new SKU; later saves do not change the stock. */
  openingStock: integer(0, STOCK_MAX),
})

const detail = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: text(40) }),
  v.strictObject({ kind: v.literal('text'), text: text(1_000) }),
  v.strictObject({ kind: v.literal('picture'), picture, alt: text(40) }),
])

const customField = v.strictObject({
  id: partId,
  label: name(10),
  kind: v.picklist(['text', 'choice']),
  choices: v.pipe(v.array(text(20)), v.maxLength(12)),
  maxLength: integer(1, FIELD_VALUE_MAX),
  isRequired: v.boolean(),
})

const service = v.strictObject({
  id: partId,
  name: name(12),
  priceFen: price,
  note: note(40),
})

const limit = v.nullable(integer(1, LIMIT_MAX))

/** Creates or updates a product with its SKUs. */
export const saveProductInput = v.strictObject({
  id: entityId,
  categoryId: entityId,
  brand: optionalName(20),
  tags: v.pipe(v.array(entityId), v.maxLength(8)),
  title: name(30),
  subtitle: note(60),
  pictures: v.pipe(v.array(picture), v.minLength(1), v.maxLength(9)),
  description: note(2_000),
  details: v.pipe(v.array(detail), v.maxLength(30)),
  guide: v.pipe(v.array(text(200)), v.maxLength(12)),
  attributes: v.pipe(v.array(v.strictObject({ name: name(10), value: text(60) })), v.maxLength(20)),
  dimensions: v.pipe(
    v.array(
      v.strictObject({
        name: name(10),
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

/** Why a product was not saved; `field` is the path of the invalid one. */
export type SaveProductError =
  | ProductError
  | { code: 'CATEGORY_MISSING'; field: 'categoryId' }
  | { code: 'TAG_MISSING'; field: string }
  /** The SKU's id belongs to another product. */
  | { code: 'SKU_TAKEN'; field: string }

/** Puts a product on sale or takes it off, without other changes. */
export const switchProductInput = v.strictObject({ productId: entityId, isOnSale: v.boolean() })
export type SwitchProductInput = v.InferOutput<typeof switchProductInput>

/** The staff's list: products on sale or not, by word and category. */
export const productListInput = v.strictObject({
  isOnSale: v.boolean(),
  word: v.optional(word),
  categoryId: v.optional(entityId),
  cursor,
})
export type ProductListInput = v.InferOutput<typeof productListInput>

/** The order of the products on sale, in the whole shop or in a category. */
export const shelfInput = v.strictObject({ categoryId: v.optional(entityId) })
export type ShelfInput = v.InferOutput<typeof shelfInput>

/** A product as its order is edited; `sort` is its place. */
export type ShelfRow = { id: string; title: string; picture: string; sort: number }

/** The beginning of a shelf, as customers see it without a word or another order. */
export type ShelfView = {
  items: ShelfRow[]
  /** The product that follows them, when there are more. */
  behind: Pick<ShelfRow, 'id' | 'sort'> | null
  /** Counts the changes of the order; a change names the one that it has seen. */
  version: number
}

/** Moves products on the shelf; those that are not named stay where they are. */
export const arrangeProductsInput = v.strictObject({
  version: integer(0, Number.MAX_SAFE_INTEGER),
  moves: v.pipe(
    v.array(v.strictObject({ productId: entityId, from: position, to: position })),
    v.minLength(1),
    v.maxLength(SHELF_ROWS_MAX),
    v.check((all) => new Set(all.map((one) => one.productId)).size === all.length, 'twice'),
  ),
})
export type ArrangeProductsInput = v.InferOutput<typeof arrangeProductsInput>

/** Somebody else has changed the order meanwhile; nothing was written. */
export type ArrangeProductsError = { code: 'VERSION_CONFLICT'; version: number }

/** A product in the staff's list. */
export type StaffProductRow = {
  id: string
  title: string
  picture: string
  categoryId: string
  fromFen: Fen
  /** Whether `fromFen` is only the lowest price of its SKUs. */
  isFrom: boolean
  skus: number
  available: number
  sold: number
  isOnSale: boolean
  launchAt: number | null
}

/** A product in the editor: the fields to save, and read-only stock. */
export type StaffProductView = SaveProductInput & {
  /** Available pieces by SKU id. */
  stock: Record<string, number>
}

/** Operations of the staff on products. */
export type ProductsAdminContract = {
  'products.save': { input: SaveProductInput; output: { id: string }; error: SaveProductError }
  'products.switch': {
    input: SwitchProductInput
    output: { isOnSale: Product['isOnSale'] }
    error: NotFound
  }
  'products.shelf': { input: ShelfInput; output: ShelfView; error: never }
  'products.arrange': {
    input: ArrangeProductsInput
    output: { version: number }
    error: ArrangeProductsError
  }
  'products.list': { input: ProductListInput; output: Page<StaffProductRow>; error: never }
  'products.show': {
    input: { productId: string }
    output: StaffProductView
    error: NotFound
  }
}

declare module '@core/contract' {
  interface AdminOperations extends ProductsAdminContract {}
}
