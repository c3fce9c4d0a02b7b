import type { ProductView, SkuView } from '@core/contract/storefront'
import type { PriceNow } from '@core/domain/pricing/price-now'

/** One value per dimension, in order; `null` where nothing is chosen yet. */
export type SkuChoice = (string | null)[]

/** The SKU of a complete choice; `null` while incomplete or when no SKU matches. */
export function chosenSku(skus: readonly SkuView[], choice: SkuChoice): SkuView | null {
  if (choice.includes(null)) return null
  return skus.find((sku) => sku.values.every((value, index) => value === choice[index])) ?? null
}

/** Whether the choice with this value still matches a SKU in stock. */
export function isPickAvailable(
  skus: readonly SkuView[],
  choice: SkuChoice,
  pick: OptionPick,
): boolean {
  return fitting(skus, choice, pick).some(({ available }) => available > 0)
}

/** The SKUs that the choice with this value leaves, in stock or not. */
function fitting(skus: readonly SkuView[], choice: SkuChoice, pick: OptionPick): SkuView[] {
  const wanted = withPick(choice, pick)
  return skus.filter((sku) =>
    sku.values.every((value, index) => wanted[index] === null || wanted[index] === value),
  )
}

/** One value of one dimension. */
export type OptionPick = { dimension: number; value: string }

/**
 * Sets or clears a value; a value that no SKU has beside the others clears them. One that is sold
 * out can be chosen: its customer may want to be told when it is back.
 */
export function togglePick(
  skus: readonly SkuView[],
  choice: SkuChoice,
  pick: OptionPick,
): SkuChoice {
  if (choice[pick.dimension] === pick.value) {
    return choice.map((value, index) => (index === pick.dimension ? null : value))
  }
  if (fitting(skus, choice, pick).length > 0) return withPick(choice, pick)
  return choice.map((_, index) => (index === pick.dimension ? pick.value : null))
}

/** The initial choice: the first SKU in stock, else the first. */
export function initialChoice({ skus, dimensions }: ProductView): SkuChoice {
  const sku = skus.find(({ available }) => available > 0) ?? skus[0]
  return dimensions.map((_, index) => sku?.values[index] ?? null)
}

const withPick = (choice: SkuChoice, { dimension, value }: OptionPick): SkuChoice =>
  choice.map((current, index) => (index === dimension ? value : current))

/** Whether the displayed price is only the lowest: nothing is chosen, and the prices differ. */
export const isPriceFrom = (
  { skus, prices }: Pick<ProductView, 'skus' | 'prices'>,
  sku: { id: string } | null,
): boolean => sku === null && new Set(skus.map(({ id }) => prices[id]?.fen)).size > 1

/** The price of the chosen SKU; without a choice, the lowest price. */
export function displayedPrice(
  { skus, prices }: Pick<ProductView, 'skus' | 'prices'>,
  sku: { id: string } | null,
): PriceNow | undefined {
  if (sku) return prices[sku.id]
  const all = skus.flatMap(({ id }) => prices[id] ?? [])
  return all.reduce<PriceNow | undefined>(
    (lowest, one) => (lowest && lowest.fen <= one.fen ? lowest : one),
    undefined,
  )
}
