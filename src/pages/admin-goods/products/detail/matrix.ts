import type { SpecDimension } from '@core/domain/catalog/product'

/** A SKU as the form holds it, with numbers as texts until they are saved. */
export type SkuForm = {
  id: string
  code: string
  values: string[]
  price: string
  market: string
  weight: string
  picture: string
  isOnSale: boolean
  /** The opening stock of a new SKU; that of a stored one is changed on the page of the stock. */
  stock: string
  isNew: boolean
}

/** SKUs of one product (`contract/products.ts`). */
export const SKUS_MAX = 125

/** How many SKUs the dimensions make; a dimension without values is ignored. */
export const matrixSize = (dimensions: readonly SpecDimension[]): number =>
  complete(dimensions).reduce((size, { values }) => size * values.length, 1)

/**
 * The SKUs of all combinations, the last dimension varying fastest. Existing SKUs are kept; a new
 * one takes price, weight and picture of the one that it has the most values in common with.
 */
export function matrixOf(
  dimensions: readonly SpecDimension[],
  existing: readonly SkuForm[],
  newId: () => string,
): SkuForm[] {
  const byChoice = new Map(existing.map((sku) => [JSON.stringify(sku.values), sku]))
  return combinations(dimensions).map((values) => {
    const { price, market, weight, picture } = closest(values, existing)
    return (
      byChoice.get(JSON.stringify(values)) ?? {
        ...BLANK_SKU,
        price,
        market,
        weight,
        picture,
        id: newId(),
        values,
      }
    )
  })
}

/** What the options of a product make of it. */
export type Options = {
  dimensions: SpecDimension[]
  skus: SkuForm[]
  /** SKUs that the options no longer make; they come back with their option. */
  spareSkus: SkuForm[]
}

/**
 * Changes the options; the SKUs follow by themselves. While the options would make too many, the
 * SKUs stay as they are.
 */
export function withDimensions(
  before: Options,
  dimensions: SpecDimension[],
  newId: () => string,
): Options {
  if (matrixSize(dimensions) > SKUS_MAX) return { ...before, dimensions }
  const known = [...before.skus, ...before.spareSkus]
  const skus = matrixOf(dimensions, known, newId)
  const ids = new Set(skus.map(({ id }) => id))
  return { dimensions, skus, spareSkus: known.filter(({ id }) => !ids.has(id)).slice(0, SKUS_MAX) }
}

const closest = (values: readonly string[], existing: readonly SkuForm[]): SkuForm => {
  const shared = (sku: SkuForm) => sku.values.filter((value) => values.includes(value)).length
  return existing.reduce((best, sku) => (shared(sku) > shared(best) ? sku : best), first(existing))
}

const first = (existing: readonly SkuForm[]): SkuForm => existing[0] ?? BLANK_SKU

const BLANK_SKU: SkuForm = {
  id: '',
  code: '',
  values: [],
  price: '',
  market: '',
  weight: '',
  picture: '',
  isOnSale: true,
  stock: '',
  isNew: true,
}

const complete = (dimensions: readonly SpecDimension[]) =>
  dimensions.filter(({ values }) => values.length > 0)

const combinations = (dimensions: readonly SpecDimension[]): string[][] =>
  complete(dimensions).reduce<string[][]>(
    (all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  )
