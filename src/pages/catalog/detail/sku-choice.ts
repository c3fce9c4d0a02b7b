import type { ProductView, SkuView } from '@core/contract/storefront'

/** One value per dimension, in their order; `null` where nothing is chosen yet. */
export type SkuChoice = (string | null)[]

/** The SKU that a complete choice names; `null` while something is open or nothing fits. */
export function chosenSku(skus: readonly SkuView[], choice: SkuChoice): SkuView | null {
  if (choice.includes(null)) return null
  return skus.find((sku) => sku.values.every((value, at) => value === choice[at])) ?? null
}

/** Whether a value, put into the choice, still leads to something that can be had. */
export function isPickAvailable(skus: readonly SkuView[], choice: SkuChoice, pick: OptionPick): boolean {
  const wanted = withPick(choice, pick)
  return skus.some(
    (sku) =>
      sku.available > 0 &&
      sku.values.every((value, at) => wanted[at] === null || wanted[at] === value),
  )
}

/** One value of one dimension. */
export type OptionPick = { dimension: number; value: string }

/** The choice with a value put in; a value that no longer fits the others lets them go. */
export function togglePick(skus: readonly SkuView[], choice: SkuChoice, pick: OptionPick): SkuChoice {
  if (choice[pick.dimension] === pick.value) {
    return choice.map((value, at) => (at === pick.dimension ? null : value))
  }
  if (isPickAvailable(skus, choice, pick)) return withPick(choice, pick)
  return choice.map((_, at) => (at === pick.dimension ? pick.value : null))
}

/** What is chosen when the page opens: the first SKU that can be had, else the first. */
export function initialChoice({ skus, dimensions }: ProductView): SkuChoice {
  const sku = skus.find(({ available }) => available > 0) ?? skus[0]
  return dimensions.map((_, at) => sku?.values[at] ?? null)
}

const withPick = (choice: SkuChoice, { dimension, value }: OptionPick): SkuChoice =>
  choice.map((old, at) => (at === dimension ? value : old))
