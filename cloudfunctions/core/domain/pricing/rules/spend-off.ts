import type { Scope, SpendOff } from '@core/domain/promotions/promotion'
import { allocate, type Fen } from '@core/kernel/money'
import { type Draft, linesInScope, type Outcome } from '../draft'

/** What is still to be paid for each of the goods in a scope; 0 for other lines. */
export function scopedFen(draft: Draft, scope: Scope): Fen[] {
  const isWithin = linesInScope(draft, scope)
  return draft.lines.map((line, at) => (isWithin[at] ? line.leftFen : 0))
}

/** Whether any of the goods lie in a scope, whatever is still to be paid for them. */
export const reaches = (draft: Draft, scope: Scope): boolean =>
  linesInScope(draft, scope).includes(true)

/** Sums amounts. */
export const sumFen = (amounts: readonly Fen[]): Fen => amounts.reduce((sum, fen) => sum + fen, 0)

/** 满减. The highest step that the goods in the scope reach is taken off them. */
export function spendOff(rule: SpendOff, draft: Draft): Outcome {
  if (!reaches(draft, rule.scope)) return null
  const left = scopedFen(draft, rule.scope)
  const whole = sumFen(left)
  const steps = [...rule.steps].sort((a, b) => a.fromFen - b.fromFen)
  const step = steps.findLast(({ fromFen }) => fromFen <= whole)
  if (!step) {
    return { reason: 'BELOW_THRESHOLD', missingFen: (steps[0]?.fromFen ?? whole) - whole }
  }
  const off = Math.min(step.offFen, whole)
  return off > 0 ? { off: allocate(off, left) } : { reason: 'NO_EFFECT' }
}
