import type { PricingProgram } from '@core/domain/pricing/pricing-input'
import { POINTS_SPENT_MAX } from '@core/kernel/limits'
import { allocate, type Fen } from '@core/kernel/money'
import { type Draft, type RuleOutcome, sumFen } from '../draft'

/** What points are worth; the fraction of a fen is the shop's. */
export const pointsWorthFen = (points: number, program: PricingProgram): Fen =>
  Math.floor((points * 100) / program.spendPointsPerYuan)

/**
 * The most points that can be spent on what is still to be paid: whole steps within the balance,
 * the share of the order that points may pay and what one order takes; 0 when that is less than the
 * least number.
 */
export function pointsMax(draft: Draft): number {
  const { buyer, program } = draft.input
  const payable = Math.floor((sumFen(draft.left) * program.spendPointsPercentMax) / 100)
  const most = Math.floor((payable * program.spendPointsPerYuan) / 100)
  return spendable(Math.min(buyer?.points ?? 0, most, POINTS_SPENT_MAX), program)
}

/** The points applied of those asked for: asked and applied are two numbers. */
export const pointsApplied = (asked: number, draft: Draft): number =>
  spendable(Math.min(asked, pointsMax(draft)), draft.input.program)

/** Whole steps of some points; none below the least number, and none that are worth nothing. */
function spendable(points: number, program: PricingProgram): number {
  const steps = Math.floor(points / program.spendPointsStep) * program.spendPointsStep
  return steps >= program.spendPointsMin && pointsWorthFen(steps, program) > 0 ? steps : 0
}

/** Points pay for goods and services, each line by its share. */
export function points(spent: number, draft: Draft): RuleOutcome {
  if (draft.input.buyer === null) return { reason: 'MEMBERS_ONLY' }
  if (spent === 0) return { reason: 'TOO_FEW_POINTS' }
  return { off: allocate(pointsWorthFen(spent, draft.input.program), draft.left) }
}
