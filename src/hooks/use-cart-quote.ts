import type { CartLine, CartView } from '@core/contract/cart'
import type { PricingInput } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Quote } from '@core/domain/pricing/quote-types'
import { useMemo } from 'react'
import { type PromotionProgress, promotionProgress } from '@/copy/promotion-progress'
import { today } from '@/services/clock'
import { chosenLines, chosenPricingInput } from '@/stores/cart'
import { INITIAL_CHOICE } from '@/stores/checkout'

/** What the chosen lines of a cart come to, and how far the promotions are. */
export type CartQuote = {
  chosen: CartLine[]
  input: PricingInput
  /** By the initial choice of the checkout, so that both show the same total. */
  quote: Quote
  progress: PromotionProgress[]
}

/** Prices the chosen lines by the rules that the cloud charges by. */
export function useCartQuote(cart: CartView, unchosen: readonly string[]): CartQuote {
  return useMemo(() => {
    const chosen = chosenLines(cart.lines, unchosen)
    const input = chosenPricingInput(cart, chosen)
    const cartQuote = quote(input, INITIAL_CHOICE)
    const priced = { input, quote: cartQuote, gifts: cart.gifts, today: today() }
    return { chosen, input, quote: cartQuote, progress: promotionProgress(priced) }
  }, [cart, unchosen])
}
