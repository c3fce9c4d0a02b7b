import { type FreightZone, freightFor, zoneOf } from '@core/domain/freight/freight-table'
import type { Promotion } from '@core/domain/promotions/promotion'
import type { Fen } from '@core/kernel/money'
import { audienceMismatch, type Draft, sumFen } from './draft'
import type { Adjustment, SkippedDiscount } from './quote-types'
import type { Refusal } from './rule'
import { ruleOf, runningInOrder } from './rules'
import { sourceOf } from './source'

/** `missingFen`: how much more would make it free; `skipped`: what could have and did not. */
export type Freight = {
  fen: Fen
  missingFen: Fen
  isServed: boolean
  adjustments: Adjustment[]
  skipped: SkippedDiscount[]
}

const NOTHING = { fen: 0, missingFen: 0, adjustments: [], skipped: [] }

/**
 * The freight of a draft: by zone and weight of the goods (gifts add none), free from the zone's
 * amount of goods on or by a promotion. The amount counts list prices: freight depends on what is
 * in the parcel and where it goes, and on nothing that makes it cheaper.
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
  const short = missingOf(zone, sumFen(goods.map((line) => line.unitFen * line.quantity)))
  const freed = freeBy(draft, full > 0 && short !== 0)
  const isFree = full === 0 || short === 0 || freed.by !== null
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
const missingOf = ({ freeFromFen }: FreightZone, amount: Fen): Fen | null =>
  freeFromFen === null ? null : Math.max(0, freeFromFen - amount)

/** The freight, and what takes it off again: a promotion, or the zone itself. */
function entries(full: Fen, zone: FreightZone, freed: Pick<Freed, 'by'> | null): Adjustment[] {
  const freight = { code: 'FREIGHT' as const, sourceId: null, title: zone.name, fen: full }
  const freeing = { sourceId: freed?.by?.id ?? null, title: freed?.by?.title ?? '' }
  const off = { code: 'FREE_FREIGHT' as const, ...freeing, fen: -full }
  return (freed ? [freight, off] : [freight]).map((entry) => ({ ...entry, shares: [] }))
}

type Freed = { by: Promotion | null; missing: Fen[]; skipped: SkippedDiscount[] }

/** The first promotion that makes the parcel free, if one is needed; why the others do not. */
function freeBy(draft: Draft, isNeeded: boolean): Freed {
  const { promotions, at } = draft.input
  const freed: Freed = { by: null, missing: [], skipped: [] }
  for (const promotion of runningInOrder(promotions, at)) {
    const rule = ruleOf(promotion.kind)
    const outcome = rule.stage === 'freight' ? rule.price(promotion, draft) : null
    if (outcome === null) continue
    const allowed = audienceMismatch(promotion, draft) ?? outcome
    const isFreeing = 'off' in allowed
    if (isFreeing && isNeeded && freed.by === null) {
      freed.by = promotion
      continue
    }
    const refusal: Refusal = isFreeing ? { reason: 'NO_EFFECT' } : allowed
    freed.skipped.push({ ...sourceOf(promotion), ...refusal })
    if (refusal.missingFen !== undefined) freed.missing.push(refusal.missingFen)
  }
  return freed
}
