import { type FreightZone, freightFor, zoneOf } from '@core/domain/freight/freight-table'
import { type FreeFreight, isRunning } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import { audienceMismatch, type Draft } from './draft'
import type { Adjustment, Skipped } from './quote-types'
import { freeFreight } from './rules/free-freight'
import { sumFen } from './rules/spend-off'

/** What the parcel costs the customer, why, how far it is from free, and what did not free it. */
export type Freight = {
  fen: Fen
  missingFen: Fen
  isServed: boolean
  adjustments: Adjustment[]
  skipped: Skipped[]
}

const NOTHING = { fen: 0, missingFen: 0, adjustments: [], skipped: [] }

/**
 * Reckons the freight of a draft: by zone and weight of the goods (gifts travel along), free from
 * the zone's amount of goods on (after promotions and coupon, before points) or by an activity.
 */
export function freightOf(draft: Draft): Freight {
  const zone = zoneOf(draft.input.freight, draft.input.province)
  const goods = draft.lines.filter((line) => !line.isService)
  if (goods.length === 0) return { ...NOTHING, isServed: true }
  if (!zone?.isServed) return { ...NOTHING, isServed: false }
  const full = freightFor(
    zone,
    goods.reduce((sum, one) => sum + one.weightGrams * one.quantity, 0),
  )
  const short = missingOf(zone, sumFen(goods.map((line) => line.leftFen)))
  const freed = freeBy(draft, full > 0 && short !== 0)
  const isFree = full === 0 || short === 0 || freed.rule !== null
  const missing = [...(short === null ? [] : [short]), ...freed.missing]
  return {
    fen: isFree ? 0 : full,
    missingFen: isFree || missing.length === 0 ? 0 : Math.min(...missing),
    isServed: true,
    adjustments: full === 0 ? [] : entries(full, zone, isFree ? freed : null),
    skipped: freed.skipped,
  }
}

/** What is missing to the zone's own free freight: 0 when it is reached, `null` without one. */
const missingOf = ({ freeFromFen }: FreightZone, whole: Fen): Fen | null =>
  freeFromFen === null ? null : Math.max(0, freeFromFen - whole)

/** The freight, and what takes it off again: an activity, or the zone itself. */
function entries(full: Fen, zone: FreightZone, freed: Pick<Freed, 'rule'> | null): Adjustment[] {
  const freight = { code: 'FREIGHT' as const, sourceId: null, title: zone.name, fen: full }
  const rule = freed?.rule ?? null
  const freeing = { sourceId: rule?.id ?? null, title: rule?.title ?? '' }
  const off = { code: 'FREE_FREIGHT' as const, ...freeing, fen: -full }
  return (freed ? [freight, off] : [freight]).map((entry) => ({ ...entry, shares: [] }))
}

type Why = Pick<Skipped, 'reason' | 'missingFen'>
type Freed = { rule: FreeFreight | null; missing: Fen[]; skipped: Skipped[] }

/** The first activity that makes the parcel free, if it has to; why the others do not. */
function freeBy(draft: Draft, isNeeded: boolean): Freed {
  const { promotions, at } = draft.input
  const rules = promotions
    .filter((rule): rule is FreeFreight => rule.kind === 'freeFreight' && isRunning(rule, at))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const freed: Freed = { rule: null, missing: [], skipped: [] }
  for (const rule of rules) {
    const outcome = freeFreight(rule, draft)
    if (outcome === null) continue
    const allowed = audienceMismatch(rule, draft) ?? outcome
    const isFreeing = 'off' in allowed
    if (isFreeing && isNeeded && freed.rule === null) {
      freed.rule = rule
      continue
    }
    const why: Why = isFreeing ? { reason: 'NO_EFFECT' } : allowed
    freed.skipped.push({ code: 'FREE_FREIGHT', sourceId: rule.id, title: rule.title, ...why })
    if (why.missingFen !== undefined) freed.missing.push(why.missingFen)
  }
  return freed
}
