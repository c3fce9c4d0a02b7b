import type { PricingLine } from './pricing-input'

/**
 * The lines in the order in which they are priced: by what they are, and only between lines that
 * are alike by their key. Whatever order the cart has them in, the same line gets the same fen.
 */
export const inPricingOrder = (lines: readonly PricingLine[]): PricingLine[] =>
  lines
    .map((line) => ({ line, services: line.services.map(({ id }) => id).join(' ') }))
    .sort(
      (a, b) =>
        byText(a.line.skuId, b.line.skuId) ||
        a.line.unitFen - b.line.unitFen ||
        a.line.quantity - b.line.quantity ||
        byText(a.services, b.services) ||
        byText(a.line.key, b.line.key),
    )
    .map(({ line }) => line)

/** The indexes of priced lines (goods, each followed by its services) in the order of the cart. */
export function cartOrder(
  cart: readonly PricingLine[],
  priced: readonly { key: string; parentKey: string | null }[],
): number[] {
  const places = new Map(cart.map(({ key }, at) => [key, at]))
  const placeOf = (at: number) => {
    const line = priced[at]
    return places.get(line?.parentKey ?? line?.key ?? '') ?? 0
  }
  return priced.map((_, at) => at).sort((a, b) => placeOf(a) - placeOf(b) || a - b)
}

/** By code units: the same on every device, whatever its language. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
