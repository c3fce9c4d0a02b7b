import { buyAgainInput, type CartContract, cartChange } from '@core/contract/cart'
import { noInput } from '@core/contract/primitives'
import { CART_COLLECTIONS } from '@core/data/cart/collections'
import { type Area, shopOperations } from '@core/operations/area'
import { buyAgain } from './buy-again'
import { changeCart, showCart } from './change-cart'

export const cartArea: Area = {
  name: 'cart',
  shop: shopOperations<CartContract>({
    'cart.show': { input: noInput, run: showCart },
    'cart.change': { input: cartChange, run: changeCart },
    'orders.buyAgain': { input: buyAgainInput, run: buyAgain },
  }),
  collections: CART_COLLECTIONS,
}
