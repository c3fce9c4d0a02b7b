import * as v from 'valibot'
import { entityId, fen } from './primitives'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))

/** SKUs of one product: three dimensions of five values each. */
const SKUS_MAX = 125
/** Pieces of one SKU a small shop can have. */
const STOCK_MAX = 1_000_000

/** Creates a category or brings it up to date. */
export const saveCategoryInput = v.strictObject({
  id: entityId,
  name: text(10),
  picture: text(60),
  sort: position,
})
export type SaveCategoryInput = v.InferOutput<typeof saveCategoryInput>

const sku = v.strictObject({
  id: entityId,
  values: v.pipe(v.array(text(20)), v.maxLength(3)),
  priceFen: v.pipe(fen, v.minValue(1)),
  marketFen: v.nullable(fen),
  picture: text(60),
  isOnSale: v.boolean(),
  /** Pieces in store when the SKU is first saved; later saves leave the stock as it is. */
  openingStock: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(STOCK_MAX)),
})

/** Creates a product with its SKUs, or brings its words and prices up to date. */
export const saveProductInput = v.strictObject({
  id: entityId,
  categoryId: entityId,
  title: text(30),
  subtitle: v.pipe(v.string(), v.trim(), v.maxLength(60)),
  pictures: v.pipe(v.array(text(60)), v.minLength(1), v.maxLength(9)),
  description: v.pipe(v.string(), v.trim(), v.maxLength(2_000)),
  attributes: v.pipe(
    v.array(v.strictObject({ name: text(10), value: text(60) })),
    v.maxLength(20),
  ),
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
  sort: position,
  keywords: v.pipe(v.array(text(20)), v.maxLength(20)),
  skus: v.pipe(v.array(sku), v.minLength(1), v.maxLength(SKUS_MAX)),
})
export type SaveProductInput = v.InferOutput<typeof saveProductInput>

/** Why a product was not saved: its SKUs do not fit its dimensions. */
export type SaveProductError =
  | { code: 'CATEGORY_MISSING' }
  | { code: 'SKU_MISMATCH'; skuId: string }

/** What home shows besides products. */
export const saveHomeInput = v.strictObject({
  shopName: text(20),
  banner: v.strictObject({
    eyebrow: text(20),
    title: text(40),
    note: text(40),
    picture: text(60),
    productId: entityId,
  }),
  hotWords: v.pipe(v.array(text(10)), v.maxLength(12)),
})
export type SaveHomeInput = v.InferOutput<typeof saveHomeInput>

/** What the staff may do with the shelves. */
export type ProductsContract = {
  'home.save': { input: SaveHomeInput; output: { shopName: string }; error: never }
  'categories.save': { input: SaveCategoryInput; output: { id: string }; error: never }
  'products.save': { input: SaveProductInput; output: { id: string }; error: SaveProductError }
}
