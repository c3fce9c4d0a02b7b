import * as v from 'valibot'
import { CART_LINES_MAX } from '../domain/limits'
import type { Fen } from '../domain/money'
import type { NotFound } from './errors'
import type { NoInput } from './catalog'
import { entityId, quantity } from './primitives'

/** A line of the cart with today's price. */
export type CartLine = {
  skuId: string
  productId: string
  title: string
  spec: string
  picture: string
  unitFen: Fen
  quantity: number
  /** Pieces that can be had now; 0 when the product has gone. */
  available: number
}

/** The cart, latest addition first, and what the running total needs to know. */
export type CartView = { lines: CartLine[]; freeFreightFromFen: Fen; freightFen: Fen }

/** `add` puts pieces on top, `set` states the number, `remove` takes lines out. */
export const cartChange = v.variant('change', [
  v.strictObject({ change: v.literal('add'), skuId: entityId, quantity }),
  v.strictObject({ change: v.literal('set'), skuId: entityId, quantity }),
  v.strictObject({
    change: v.literal('remove'),
    skuIds: v.pipe(v.array(entityId), v.minLength(1), v.maxLength(CART_LINES_MAX)),
  }),
])
export type CartChange = v.InferOutput<typeof cartChange>

/** Why a cart did not change. */
export type CartError =
  | NotFound
  | { code: 'CART_FULL'; linesMax: number }
  | { code: 'TOO_MANY'; quantityMax: number }
  | { code: 'OUT_OF_STOCK'; skuId: string; available: number }

/** What a customer may do with the cart. */
export type CartContract = {
  'cart.show': { input: NoInput; output: CartView; error: never }
  'cart.change': { input: CartChange; output: CartView; error: CartError }
}
