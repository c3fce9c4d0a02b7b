import type { SaveProductInput } from '@core/contract/products'
import type { Fen } from '@core/kernel/money'
import { outerShelf } from '../catalog'
import type { Shelf } from '../customers'
import type { SeededRandom } from '../random'
import type { Line } from './step'

/** A SKU with no more pieces than this stays: what is low in stock is low, not gone. */
const KEPT_PIECES = 3
/** A basket of more kinds is a household's, not a person's. */
const KINDS_MAX = 4
/** A basket is full when it comes near what was meant. */
const NEAR = 0.92
/** A last piece may overshoot what was meant by this factor of what is missing. */
const OVERSHOOT = 1.3
/** One line in so many, where the sum allows it, is of two pieces. */
const PAIR_ONE_IN = 4

type Piece = { skuId: string; productId: string; shelf: string; priceFen: Fen }

/** What the shop still has while the story is told: baskets never ask for more. */
export interface StockTracker {
  /** A basket from these shelves that comes to about `aroundFen`. */
  basket(wish: { taste: readonly Shelf[]; aroundFen: Fen }, chance: SeededRandom): Line[]
  /** The product a SKU belongs to. */
  productOf(skuId: string): string
  /** Products of a shelf. */
  productsOf(shelf: Shelf): string[]
}

/** Opens the stockroom with the opening stock of the products. */
export const trackStock = (products: readonly SaveProductInput[]): StockTracker => {
  const left = new Map<string, number>()
  // Samples come along with an order; nobody of the story buys one by itself.
  const wanted = products.filter(({ isSample }) => !isSample)
  const pieces: Piece[] = wanted.flatMap((product) =>
    product.skus.map((sku) => {
      left.set(sku.id, sku.openingStock)
      const shelf = outerShelf(product.categoryId)
      return { skuId: sku.id, productId: product.id, shelf, priceFen: sku.priceFen }
    }),
  )
  const isInStock = (piece: Piece) => (left.get(piece.skuId) ?? 0) > KEPT_PIECES
  const take = (piece: Piece, quantity: number): Line => {
    left.set(piece.skuId, (left.get(piece.skuId) ?? 0) - quantity)
    return { skuId: piece.skuId, quantity }
  }

  return {
    basket: ({ taste, aroundFen }, chance) => {
      const lines: Line[] = []
      let missing = aroundFen
      while (missing > aroundFen * (1 - NEAR) && lines.length < KINDS_MAX) {
        const fits = pieces.filter(
          (piece) =>
            taste.some((shelf) => shelf === piece.shelf) &&
            isInStock(piece) &&
            piece.priceFen <= missing * OVERSHOOT &&
            !lines.some(({ skuId }) => skuId === piece.skuId),
        )
        if (fits.length === 0) break
        const piece = chance.pick(dearEnough(fits, missing, KINDS_MAX - lines.length))
        const isPair = piece.priceFen * 2 <= missing && chance.between(1, PAIR_ONE_IN) === 1
        const quantity = isPair ? 2 : 1
        lines.push(take(piece, quantity))
        missing -= piece.priceFen * quantity
      }
      return lines
    },
    productOf: (skuId) => pieces.find((piece) => piece.skuId === skuId)?.productId ?? '',
    productsOf: (shelf) =>
      wanted.filter((one) => outerShelf(one.categoryId) === shelf).map(({ id }) => id),
  }
}

/** Leaves out what is too cheap to reach the sum in the kinds that are left. */
const dearEnough = (fits: readonly Piece[], missing: Fen, kinds: number): readonly Piece[] => {
  const enough = fits.filter((piece) => piece.priceFen * kinds >= missing)
  return enough.length > 0 ? enough : fits
}
