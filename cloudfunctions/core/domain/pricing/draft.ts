import type { Promotion } from '@core/domain/promotions/promotion'
import { isFor } from '@core/domain/promotions/promotion-base'
import type { Scope } from '@core/domain/promotions/scope'
import { allocate, type Fen } from '@core/kernel/money'
import { cartOrder, inPricingOrder } from './line-order'
import { OWN_LIST_PRICE, type OwnPrice } from './own-price'
import type { PricingInput, PricingLine } from './pricing-input'
import type { Adjustment, DiscountSkipReason } from './quote-types'
import type { AdjustmentSource } from './source'

/** A line to be priced: goods, or a service on the goods `parentKey` names. */
export type DraftLine = PricingLine & { isService: boolean; parentKey: string | null }

/**
 * The order while it is being priced. Rules only read it; `applyOutcome` changes it. The arrays of
 * numbers have an entry for each line.
 */
export type Draft = {
  input: PricingInput
  lines: readonly DraftLine[]
  /** The indexes of the lines in the order in which the cart has them. */
  shown: readonly number[]
  /** What is still to be paid. */
  left: Fen[]
  /**
   * The price on the tag, the same for every tier: after limited-time price, bundle and nth piece,
   * and before anything that comes off the order. Thresholds of 满减 and coupons count it.
   */
  tag: Fen[]
  /** Pieces whose price no promotion has changed yet. */
  untouched: number[]
  /** What a piece costs this buyer when no promotion of the tag takes it. */
  own: readonly OwnPrice[]
  applied: Applied[]
  scopes: ScopeIndex
  /** The indexes of the goods lines of each SKU. */
  bySku: ReadonlyMap<string, readonly number[]>
  /** What limited-time prices say of the lines, looked up once. */
  named: Map<Promotion, readonly (NamedPrice | undefined)[]>
}

/** The price that a promotion names for a line, and how many pieces of its own stock are left. */
export type NamedPrice = { fen: Fen; left: number }

/** An outcome that was entered into a draft. */
export type Applied = AdjustmentSource & { outcome: Taken; promotion: Promotion | null }

/** What was taken off each line (fen), and how many of its pieces have their price by it. */
export type Taken = { off: Fen[]; pieces?: number[] }

/**
 * What a rule decides. `off` (fen) and `pieces` (whose price it changed) have an entry for each
 * line of the draft; `null`: the promotion has nothing to do with this cart.
 */
export type RuleOutcome = Taken | { reason: DiscountSkipReason; missingFen?: Fen } | null

/** Where the goods of a scope stand, computed once per scope: it may name a hundred ids. */
type ScopeIndex = {
  known: Map<Scope, readonly number[]>
  byProduct: ReadonlyMap<string, readonly number[]>
  byCategory: ReadonlyMap<string, readonly number[]>
}

/**
 * A draft with nothing taken off: goods, each followed by its services. The lines stand in an order
 * of their own, so that the order of the cart decides nothing, not even who gets an odd fen.
 */
export function createDraft(input: PricingInput): Draft {
  const goods = inPricingOrder(input.lines)
  const lines = goods.flatMap(draftLines)
  const left = lines.map((line) => line.unitFen * line.quantity)
  return {
    input,
    lines,
    shown: cartOrder(input.lines, lines),
    left,
    tag: [...left],
    untouched: lines.map((line) => (line.isService ? 0 : line.quantity)),
    own: lines.map(() => OWN_LIST_PRICE),
    applied: [],
    scopes: {
      known: new Map(),
      byProduct: placesBy(lines, (line) => [line.productId]),
      byCategory: placesBy(lines, (line) => line.categoryIds),
    },
    bySku: placesBy(lines, (line) => [line.skuId]),
    named: new Map(),
  }
}

/** A draft that can be changed without changing this one. */
export const forkDraft = (draft: Draft): Draft => ({
  ...draft,
  left: [...draft.left],
  tag: [...draft.tag],
  untouched: [...draft.untouched],
  applied: [...draft.applied],
})

/** The indexes of the goods lines that have an id. */
function placesBy(lines: readonly DraftLine[], idsOf: (line: DraftLine) => readonly string[]) {
  const places = new Map<string, number[]>()
  lines.forEach((line, at) => {
    if (line.isService) return
    for (const id of idsOf(line)) {
      const known = places.get(id)
      if (known) known.push(at)
      else places.set(id, [at])
    }
  })
  return places
}

/** The indexes of the lines that are goods in a scope. */
export function placesIn({ lines, scopes }: Draft, scope: Scope): readonly number[] {
  const known = scopes.known.get(scope)
  if (known) return known
  const isAll = scope.productIds.length === 0 && scope.categoryIds.length === 0
  const within = new Set<number>()
  for (const id of scope.productIds) scopes.byProduct.get(id)?.forEach((at) => within.add(at))
  for (const id of scope.categoryIds) scopes.byCategory.get(id)?.forEach((at) => within.add(at))
  const found = isAll
    ? lines.flatMap((line, at) => (line.isService ? [] : [at]))
    : [...within].sort((a, b) => a - b)
  scopes.known.set(scope, found)
  return found
}

/** Whether any goods lie in a scope, even free ones. */
export const hasGoodsIn = (draft: Draft, scope: Scope): boolean => placesIn(draft, scope).length > 0

/** What a piece of a line costs this buyer when no promotion of the tag takes it. */
export const ownUnitFen = ({ lines, own }: Draft, at: number): Fen =>
  Math.min(own[at]?.fen ?? Infinity, lines[at]?.unitFen ?? 0)

/** What is still to be paid for the goods in a scope. */
export const leftFenIn = (draft: Draft, scope: Scope): Fen =>
  sumAt(draft.left, placesIn(draft, scope))

/** What the goods in a scope come to by the price on the tag. */
export const tagFenIn = (draft: Draft, scope: Scope): Fen =>
  sumAt(draft.tag, placesIn(draft, scope))

/** What the goods in a scope come to by their list price, whatever makes them cheaper. */
export const listFenIn = (draft: Draft, scope: Scope): Fen =>
  placesIn(draft, scope).reduce((sum, at) => sum + listFenOf(draft.lines[at]), 0)

const listFenOf = (line: DraftLine | undefined): Fen => (line ? line.unitFen * line.quantity : 0)

/** Shares an amount among the goods in a scope, in proportion to what is left of each. */
export function shareIn(draft: Draft, scope: Scope, fen: Fen): Fen[] {
  const places = placesIn(draft, scope)
  const off = draft.left.map(() => 0)
  allocate(
    fen,
    places.map((at) => draft.left[at] ?? 0),
  ).forEach((share, no) => {
    off[places[no] ?? 0] = share
  })
  return off
}

const sumAt = (fens: readonly Fen[], places: readonly number[]): Fen =>
  places.reduce((sum, at) => sum + (fens[at] ?? 0), 0)

export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, fen) => sum + fen, 0)

function draftLines(line: PricingLine): DraftLine[] {
  const goods = draftLine(line, { key: line.key, parentKey: null, unitFen: line.unitFen })
  if (line.services.length === 0) return [goods]
  const services = line.services.map((service) =>
    draftLine(
      { ...line, services: [service] },
      { key: `${line.key}+${service.id}`, parentKey: line.key, unitFen: service.priceFen },
    ),
  )
  return [goods, ...services]
}

/** Every field by name: it is done for each line of each price, and a spread takes far longer. */
const draftLine = (
  { skuId, productId, categoryIds, quantity, weightGrams, services }: PricingLine,
  { key, parentKey, unitFen }: Pick<DraftLine, 'key' | 'parentKey' | 'unitFen'>,
): DraftLine => ({
  key,
  skuId,
  productId,
  categoryIds,
  unitFen,
  quantity,
  weightGrams,
  services,
  isService: parentKey !== null,
  parentKey,
})

type Entered = { outcome: Taken; promotion?: Promotion; isOnTag?: boolean }

/** Enters what was taken off into the draft. */
export function applyTaken(
  draft: Draft,
  source: AdjustmentSource,
  { outcome, promotion, isOnTag = false }: Entered,
): void {
  outcome.off.forEach((fen, at) => {
    if (fen === 0) return
    draft.left[at] = (draft.left[at] ?? 0) - fen
    if (isOnTag) draft.tag[at] = (draft.tag[at] ?? 0) - fen
  })
  outcome.pieces?.forEach((some, at) => {
    draft.untouched[at] = (draft.untouched[at] ?? 0) - some
  })
  draft.applied.push({ ...source, outcome, promotion: promotion ?? null })
}

/** What an applied outcome is on the bill; its shares in the order of the cart. */
export function adjustmentOf({ lines, shown }: Draft, { outcome, ...from }: Applied): Adjustment {
  const { code, sourceId, title } = from
  const shares = shown.flatMap((at) => {
    const fen = outcome.off[at] ?? 0
    const key = lines[at]?.key
    return fen === 0 || key === undefined ? [] : [{ key, fen: -fen }]
  })
  return { code, sourceId, title, fen: sumFen(shares.map(({ fen }) => fen)), shares }
}

/** Why this buyer may not use a promotion; `null` when they may. */
export function audienceMismatch(
  promotion: Pick<Promotion, 'minTier'>,
  { input }: Pick<Draft, 'input'>,
): { reason: DiscountSkipReason } | null {
  const tier = input.buyer?.tier.tier ?? null
  if (isFor(promotion, tier)) return null
  return { reason: tier === null ? 'MEMBERS_ONLY' : 'TIER_TOO_LOW' }
}
