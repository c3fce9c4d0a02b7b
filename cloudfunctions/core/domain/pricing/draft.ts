import type { Promotion } from '@core/domain/promotions/promotion'
import { isFor } from '@core/domain/promotions/promotion-base'
import { type Scope, scopeMatcher } from '@core/domain/promotions/scope'
import type { Fen } from '@core/kernel/money'
import type { PricingInput, PricingLine } from './pricing-input'
import type {
  ActivityPieces,
  Adjustment,
  AdjustmentCode,
  DiscountSkipReason,
  SkippedDiscount,
} from './quote-types'

/** A line while it is being priced. */
export type DraftLine = PricingLine & {
  isService: boolean
  parentKey: string | null
  /** What is still to be paid for it. */
  leftFen: Fen
  /** Pieces whose price no promotion has changed yet. */
  untouchedPieces: number
}

/** The order while it is being priced. Rules only read it; `applyOutcome` changes it. */
export type Draft = {
  input: PricingInput
  lines: DraftLine[]
  adjustments: Adjustment[]
  skipped: SkippedDiscount[]
  activityPieces: ActivityPieces[]
  taken: Record<string, number>
  /** Pieces that gifts have used so far, by SKU. */
  giftPieces: Record<string, number>
  /** Which lines lie in a scope, computed once per scope: it may name a hundred ids. */
  scopeMatches: Map<Scope, readonly boolean[]>
}

/**
 * What a rule decides. `off` (fen) and `pieces` (whose price it changed) have an entry for each
 * line of the draft; `null`: the promotion has nothing to do with this cart.
 */
export type RuleOutcome =
  | { off: Fen[]; pieces?: number[] }
  | { reason: DiscountSkipReason; missingFen?: Fen }
  | null

/** What an adjustment came from. */
export type AdjustmentSource = { code: AdjustmentCode; sourceId: string | null; title: string }

/** A draft with nothing taken off: goods in their order, each followed by its services. */
export function createDraft(input: PricingInput): Draft {
  return {
    input,
    lines: input.lines.flatMap(draftLines),
    adjustments: [],
    skipped: [],
    activityPieces: [],
    taken: {},
    giftPieces: {},
    scopeMatches: new Map(),
  }
}

/** For each line of the draft, whether it is goods in a scope. */
export function linesInScope({ lines, scopeMatches }: Draft, scope: Scope): readonly boolean[] {
  const known = scopeMatches.get(scope)
  if (known) return known
  const matches = scopeMatcher(scope)
  const found = lines.map((line) => !line.isService && matches(line))
  scopeMatches.set(scope, found)
  return found
}

/** Whether any goods lie in a scope, even free ones. */
export const hasGoodsIn = (draft: Draft, scope: Scope): boolean =>
  linesInScope(draft, scope).includes(true)

/** For each line, what is still to be paid if it is goods in the scope; else 0. */
export function leftFensIn(draft: Draft, scope: Scope): Fen[] {
  const isWithin = linesInScope(draft, scope)
  return draft.lines.map((line, at) => (isWithin[at] ? line.leftFen : 0))
}

export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, fen) => sum + fen, 0)

function draftLines(line: PricingLine): DraftLine[] {
  const goods: DraftLine = {
    ...line,
    isService: false,
    parentKey: null,
    leftFen: line.unitFen * line.quantity,
    untouchedPieces: line.quantity,
  }
  const services = line.services.map((service) => ({
    ...line,
    key: `${line.key}+${service.id}`,
    unitFen: service.priceFen,
    services: [service],
    isService: true,
    parentKey: line.key,
    leftFen: service.priceFen * line.quantity,
    untouchedPieces: 0,
  }))
  return [goods, ...services]
}

/** Enters an outcome into the draft; returns what it took off (0 when it did not apply). */
export function applyOutcome(draft: Draft, source: AdjustmentSource, outcome: RuleOutcome): Fen {
  if (outcome === null) return 0
  if ('reason' in outcome) {
    draft.skipped.push({ ...source, ...outcome })
    return 0
  }
  const shares = draft.lines.flatMap(({ key }, at) => {
    const fen = outcome.off[at] ?? 0
    return fen === 0 ? [] : [{ key, fen: -fen }]
  })
  const off = shares.reduce((sum, share) => sum - share.fen, 0)
  draft.lines.forEach((line, at) => {
    line.leftFen -= outcome.off[at] ?? 0
    line.untouchedPieces -= outcome.pieces?.[at] ?? 0
  })
  if (off > 0) draft.adjustments.push({ ...source, fen: -off, shares })
  return off
}

/** Why this buyer may not use a promotion; `null` when they may. */
export function audienceMismatch(
  promotion: Pick<Promotion, 'minTier'>,
  { input }: Draft,
): { reason: DiscountSkipReason } | null {
  const tier = input.buyer?.tier.tier ?? null
  if (isFor(promotion, tier)) return null
  return { reason: tier === null ? 'MEMBERS_ONLY' : 'TIER_TOO_LOW' }
}
