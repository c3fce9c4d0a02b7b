import type { SkuDocument } from '@core/data/stock/documents'
import {
  type ChosenOptions,
  checkOptions,
  type LineOptions,
  lineKey,
  NO_OPTIONS,
  saleState,
  specText,
} from '@core/domain/catalog/product'
import type { Tier } from '@core/domain/members/sections'
import type { PricingLine } from '@core/domain/pricing/pricing-input'
import type { Instant } from '@core/kernel/calendar'
import { ORDER_GOODS_MAX_FEN } from '@core/kernel/limits'
import { own } from '@core/kernel/own'
import { fail, ok, type Result } from '@core/kernel/result'
import type { LineSnapshot, LinesError } from '../../contract/orders'

/** A requested line: a SKU, its quantity and options. */
export type RequestedLine = { skuId: string; quantity: number; options?: LineOptions }

/** A requested line with its snapshot, its pricing input and its SKU. */
export type FoundLine = { snapshot: LineSnapshot; input: PricingLine; sku: SkuDocument }

/** The buyer's tier and the time; `had` counts the pieces of limited products bought before. */
export type BuyerContext = { tier: Tier | null; now: Instant; had: Record<string, number> }

/** Finds the SKU of every requested line; fails with the first line that is not available. */
export function findLines(
  requested: readonly RequestedLine[],
  skus: readonly SkuDocument[],
  buyer: BuyerContext,
): Result<FoundLine[], LinesError> {
  const byId = new Map(skus.map((sku) => [sku._id, sku]))
  const found: FoundLine[] = []
  for (const line of requested) {
    const one = findLine(line, byId.get(line.skuId), buyer)
    if (!one.ok) return one
    found.push(one.value)
  }
  const limit = limitError(found, buyer.had)
  if (limit) return fail(limit)
  const goodsFen = found.reduce((all, { input }) => all + costOf(input), 0)
  if (goodsFen > ORDER_GOODS_MAX_FEN) {
    return fail({ code: 'TOTAL_TOO_HIGH', maxFen: ORDER_GOODS_MAX_FEN })
  }
  return ok(found)
}

function findLine(
  line: RequestedLine,
  sku: SkuDocument | undefined,
  { tier, now }: BuyerContext,
): Result<FoundLine, LinesError> {
  const { skuId } = line
  if (!sku || sku.isSample) return fail({ code: 'PRODUCT_GONE', skuId })
  const sale = saleState(sku, { tier, now })
  if (sale.state === 'GONE') return fail({ code: 'PRODUCT_GONE', skuId })
  if (sale.state === 'NOT_YET') return fail({ code: 'NOT_YET_ON_SALE', skuId, from: sale.from })
  const chosen = checkOptions(sku, line.options ?? NO_OPTIONS)
  if (!chosen.ok) {
    const { code: reason, field } = chosen.error
    return fail({ code: 'OPTION_WRONG', skuId, field, reason })
  }
  return ok(foundLine(line, sku, chosen.value))
}

/** The line of a SKU as it would be ordered now. */
export function foundLine(
  { skuId, quantity, options = NO_OPTIONS }: RequestedLine,
  sku: SkuDocument,
  chosen: ChosenOptions,
): FoundLine {
  const key = lineKey(skuId, options)
  const services = chosen.services.map(({ id, name, priceFen }) => ({ id, name, priceFen }))
  return {
    sku,
    snapshot: { ...lineSnapshotOf(sku), key, fields: chosen.fields },
    input: {
      key,
      skuId,
      productId: sku.productId,
      categoryIds: sku.categoryIds,
      unitFen: sku.priceFen,
      quantity,
      weightGrams: sku.weightGrams,
      services,
    },
  }
}

/** The snapshot of a SKU on a line. */
export const lineSnapshotOf = (sku: SkuDocument): LineSnapshot => ({
  key: sku._id,
  skuId: sku._id,
  productId: sku.productId,
  title: sku.title,
  spec: specText(sku.values),
  picture: sku.picture,
  fields: [],
  available: sku.isOnSale ? sku.available : 0,
})

const costOf = ({ unitFen, quantity, services }: PricingLine): number =>
  services.reduce((all, service) => all + service.priceFen, unitFen) * quantity

/** Checks the pieces of each product against its limits per order and per member. */
function limitError(found: readonly FoundLine[], had: Record<string, number>): LinesError | null {
  for (const { sku } of found) {
    const pieces = piecesOf(found, sku.productId)
    const { perOrder, perMember } = sku.limits
    const skuId = sku._id
    if (perOrder !== null && pieces > perOrder) {
      return { code: 'LIMIT_REACHED', skuId, max: perOrder, per: 'order' }
    }
    if (perMember !== null && pieces + (own(had, sku.productId) ?? 0) > perMember) {
      return { code: 'LIMIT_REACHED', skuId, max: perMember, per: 'member' }
    }
  }
  return null
}

const piecesOf = (found: readonly FoundLine[], productId: string): number =>
  found.reduce((all, { input: input, sku }) => {
    return sku.productId === productId ? all + input.quantity : all
  }, 0)

/** Pieces by product for products with a limit per member, for the purchase counters. */
export function limitedPieces(found: readonly FoundLine[]): Record<string, number> {
  const limited = found.filter(({ sku }) => sku.limits.perMember !== null)
  return Object.fromEntries(
    limited.map(({ sku }) => [sku.productId, piecesOf(found, sku.productId)]),
  )
}
