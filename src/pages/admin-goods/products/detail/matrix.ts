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
 * one takes price, weight and picture of the first.
 */
export function matrixOf(
  dimensions: readonly SpecDimension[],
  existing: readonly SkuForm[],
  newId: () => string,
): SkuForm[] {
  const byChoice = new Map(existing.map((sku) => [JSON.stringify(sku.values), sku]))
  const model = existing[0] ?? BLANK_SKU
  return combinations(dimensions).map(
    (values) =>
      byChoice.get(JSON.stringify(values)) ?? {
        ...BLANK_SKU,
        price: model.price,
        market: model.market,
        weight: model.weight,
        picture: model.picture,
        id: newId(),
        values,
      },
  )
}

const BLANK_SKU: SkuForm = {
  id: '',
  code: '',
  values: [],
  price: '',
  market: '',
  weight: '0',
  picture: '',
  isOnSale: true,
  stock: '0',
  isNew: true,
}

const complete = (dimensions: readonly SpecDimension[]) =>
  dimensions.filter(({ values }) => values.length > 0)

const combinations = (dimensions: readonly SpecDimension[]): string[][] =>
  complete(dimensions).reduce<string[][]>(
    (all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  )
