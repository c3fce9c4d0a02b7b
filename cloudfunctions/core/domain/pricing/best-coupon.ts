import type { Fen } from '../money'
import type { CouponOption } from './bill'
import { apply, type Draft } from './draft'
import { freightOf } from './freight'
import type { GrantMaterial } from './material'
import { coupon, inTurn } from './rules/coupon'
import { sumFen } from './rules/spend-off'

/**
 * The coupon that leaves least to pay before points, the freight included: one that takes more off
 * may cost the free freight. Of equals the one that ends first; `null` when none makes it cheaper.
 */
export function bestGrant(draft: Draft, options: readonly CouponOption[]): string | null {
  const usable = new Set(options.flatMap((one) => (one.reason === null ? [one.grantId] : [])))
  const costs = draft.material.grants
    .filter(({ id }) => usable.has(id))
    .map((grant) => ({ grant, fen: costWith(draft, grant) }))
    .sort((a, b) => a.fen - b.fen || inTurn(a.grant, b.grant))
  const best = costs[0]
  return best && best.fen < costWith(draft, null) ? best.grant.id : null
}

function costWith(draft: Draft, grant: GrantMaterial | null): Fen {
  const trial = { ...draft, lines: draft.lines.map((line) => ({ ...line })), adjustments: [] }
  if (grant) apply(trial, { code: 'COUPON', sourceId: grant.id, title: '' }, coupon(grant, trial))
  return sumFen(trial.lines.map((line) => line.leftFen)) + freightOf(trial).fen
}
