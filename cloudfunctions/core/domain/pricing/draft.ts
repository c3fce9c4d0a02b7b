import { isFor, type Promotion, reachOf, type Scope } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import type { PricingInput, PricingLine } from './pricing-input'
import type { Adjustment, AdjustmentCode, Skipped, SkipReason } from './quote-types'

/** A line while it is being priced. */
export type DraftLine = PricingLine & {
  isService: boolean
  parentKey: string | null
  /** What is still to be paid for it. */
  leftFen: Fen
  /** Pieces that no price of an activity has touched. */
  plain: number
}

/** The order while it is being priced: rules read it and answer; `apply` alone changes it. */
export type Draft = {
  input: PricingInput
  lines: DraftLine[]
  adjustments: Adjustment[]
  skipped: Skipped[]
  activityPieces: { promotionId: string; skuId: string; quantity: number }[]
  taken: Record<string, number>
  /** Pieces that gifts have taken so far, by SKU. */
  given: Record<string, number>
  /** Which lines lie in a scope; looked up once, the longest scope names a hundred things. */
  reach: Map<Scope, readonly boolean[]>
}

/** What a rule comes to. `off` and `pieces` run beside the draft's lines; `null`: not its cart. */
export type Outcome =
  | { off: Fen[]; pieces?: number[] }
  | { reason: SkipReason; missingFen?: Fen }
  | null

/** What an adjustment says of itself. */
export type Source = { code: AdjustmentCode; sourceId: string | null; title: string }

/** Opens a draft: goods in their order, each followed by its services. */
export function openDraft(material: PricingInput): Draft {
  return {
    input: material,
    lines: material.lines.flatMap(draftLines),
    adjustments: [],
    skipped: [],
    activityPieces: [],
    taken: {},
    given: {},
    reach: new Map(),
  }
}

/** Which of the draft's lines are goods in a scope. */
export function linesInScope({ lines, reach }: Draft, scope: Scope): readonly boolean[] {
  const known = reach.get(scope)
  if (known) return known
  const isWithin = reachOf(scope)
  const found = lines.map((line) => !line.isService && isWithin(line))
  reach.set(scope, found)
  return found
}

function draftLines(line: PricingLine): DraftLine[] {
  const goods: DraftLine = {
    ...line,
    isService: false,
    parentKey: null,
    leftFen: line.unitFen * line.quantity,
    plain: line.quantity,
  }
  const services = line.services.map((service) => ({
    ...line,
    key: `${line.key}+${service.id}`,
    unitFen: service.priceFen,
    services: [service],
    isService: true,
    parentKey: line.key,
    leftFen: service.priceFen * line.quantity,
    plain: 0,
  }))
  return [goods, ...services]
}

/** Enters what a rule came to; answers what it took off (0 when it did not apply). */
export function apply(draft: Draft, source: Source, outcome: Outcome): Fen {
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
    line.plain -= outcome.pieces?.[at] ?? 0
  })
  if (off > 0) draft.adjustments.push({ ...source, fen: -off, shares })
  return off
}

/** Why an activity is not for this buyer; `null` when it is. */
export function audienceMismatch(
  rule: Pick<Promotion, 'minTier'>,
  { input: material }: Draft,
): { reason: SkipReason } | null {
  const tier = material.buyer?.tier.tier ?? null
  if (isFor(rule, tier)) return null
  return { reason: tier === null ? 'MEMBERS_ONLY' : 'TIER_TOO_LOW' }
}
