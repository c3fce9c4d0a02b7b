import type { LineOptions } from '@core/domain/catalog/product'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import { CART_LINES_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import { line, lineKeyText } from './catalog'
import type { NotFound } from './errors'
import { type LineSnapshot, orderInput } from './orders'
import type { NoInput } from './primitives'
import { entityId, mintedId, quantity } from './primitives'

/** A line of the cart with its current price and available pieces. */
export type CartLine = LineSnapshot & {
  unitFen: Fen
  quantity: number
  options: LineOptions
}

/** The cart, last added first, and the input of its total. */
export type CartView = { lines: CartLine[]; material: PricingInput; gifts: LineSnapshot[] }

/** Minted for one wish to add something, so that a repeated call does not add it twice. */
const changeId = v.optional(mintedId)

/**
 * `add` adds pieces, `set` sets the number of a line by its key, `remove` removes lines by key.
 * `swap` gives a line another SKU of its product, with as many of its pieces as that one has; where
 * the cart has such a line already, the two become one.
 */
export const cartChange = v.variant('change', [
  v.strictObject({ change: v.literal('add'), changeId, ...line.entries }),
  v.strictObject({ change: v.literal('set'), key: lineKeyText, skuId: entityId, quantity }),
  v.strictObject({
    change: v.literal('swap'),
    changeId: mintedId,
    key: lineKeyText,
    skuId: entityId,
  }),
  v.strictObject({
    change: v.literal('remove'),
    keys: v.pipe(v.array(lineKeyText), v.minLength(1), v.maxLength(CART_LINES_MAX)),
  }),
])
export type CartChange = v.InferOutput<typeof cartChange>

/** An order whose goods are added to the cart. */
export const buyAgainInput = v.strictObject({ ...orderInput.entries, changeId })
export type BuyAgainInput = v.InferOutput<typeof buyAgainInput>

/** Why a cart did not change. */
export type CartError =
  | NotFound
  | { code: 'CART_FULL'; linesMax: number }
  | { code: 'TOO_MANY'; quantityMax: number }
  | { code: 'OUT_OF_STOCK'; skuId: string; available: number }
  | { code: 'OPTION_WRONG'; skuId: string; field: string; reason: string }

/** Operations of customers on their cart. */
export type CartContract = {
  'cart.show': { input: NoInput; output: CartView; error: never }
  'cart.change': { input: CartChange; output: CartView; error: CartError }
  /** Adds all goods of an order to the cart. */
  'orders.buyAgain': { input: BuyAgainInput; output: BoughtAgain; error: NotFound }
}

/** The cart after buying an order again, and the goods that are not available. */
export type BoughtAgain = { cart: CartView; missing: { skuId: string; title: string }[] }

declare module '@core/contract' {
  interface ShopOperations extends CartContract {}
}
