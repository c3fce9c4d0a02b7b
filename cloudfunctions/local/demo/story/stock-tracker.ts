import type { SaveProductInput } from '@core/contract/products'
import type { Fen } from '@core/kernel/money'
import { type TopCategoryId, topCategoryOf } from '../catalog'
import type { SeededRandom } from '../random'
import type { Line } from './step'

/** A SKU with no more pieces than this is not sold, so that low stock stays low and not empty. */
const KEPT_PIECES = 3
/** The most products of one order. */
const KINDS_MAX = 4
/** An order is complete at this share of the wanted total. */
const NEAR = 0.92
/** A piece may cost up to this multiple of what is missing to the total. */
const OVERSHOOT = 1.3
/** One line in this many has two pieces, where the total allows it. */
const PAIR_ONE_IN = 4

type Piece = { skuId: string; productId: string; category: string; priceFen: Fen }

/** The stock left while the story is built: orders never exceed it. */
export interface StockTracker {
  /** Order lines from these categories for about `aroundFen`. */
  basket(wish: { taste: readonly TopCategoryId[]; aroundFen: Fen }, random: SeededRandom): Line[]
  /** The product a SKU belongs to. */
  productOf(skuId: string): string
  /** Products of a category. */
  productsOf(category: TopCategoryId): string[]
}

/** Starts with the opening stock of the products. */
export const trackStock = (products: readonly SaveProductInput[]): StockTracker => {
  const left = new Map<string, number>()
  // Samples are added to orders; no customer of the story buys one by itself.
  const wanted = products.filter(({ isSample }) => !isSample)
  const pieces: Piece[] = wanted.flatMap((product) =>
    product.skus.map((sku) => {
      left.set(sku.id, sku.openingStock)
      const category = topCategoryOf(product.categoryId)
      return { skuId: sku.id, productId: product.id, category, priceFen: sku.priceFen }
    }),
  )
  const isInStock = (piece: Piece) => (left.get(piece.skuId) ?? 0) > KEPT_PIECES
  const take = (piece: Piece, quantity: number): Line => {
    left.set(piece.skuId, (left.get(piece.skuId) ?? 0) - quantity)
    return { skuId: piece.skuId, quantity }
  }

  return {
    basket: ({ taste, aroundFen }, random) => {
      const lines: Line[] = []
      let missing = aroundFen
      while (missing > aroundFen * (1 - NEAR) && lines.length < KINDS_MAX) {
        const fits = pieces.filter(
          (piece) =>
            taste.some((category) => category === piece.category) &&
            isInStock(piece) &&
            piece.priceFen <= missing * OVERSHOOT &&
            !lines.some(({ skuId }) => skuId === piece.skuId),
        )
        if (fits.length === 0) break
        const piece = random.pick(pricedHighEnough(fits, missing, KINDS_MAX - lines.length))
        const isPair = piece.priceFen * 2 <= missing && random.between(1, PAIR_ONE_IN) === 1
        const quantity = isPair ? 2 : 1
        lines.push(take(piece, quantity))
        missing -= piece.priceFen * quantity
      }
      return lines
    },
    productOf: (skuId) => pieces.find((piece) => piece.skuId === skuId)?.productId ?? '',
    productsOf: (category) =>
      wanted.filter((one) => topCategoryOf(one.categoryId) === category).map(({ id }) => id),
  }
}

/** Leaves out pieces too cheap to reach the total with the lines that are left. */
const pricedHighEnough = (
  fits: readonly Piece[],
  missing: Fen,
  kinds: number,
): readonly Piece[] => {
  const enough = fits.filter((piece) => piece.priceFen * kinds >= missing)
  return enough.length > 0 ? enough : fits
}
