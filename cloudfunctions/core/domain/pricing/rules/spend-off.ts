import type { SpendOff, SpendStep } from '@core/domain/promotions/kinds/spend-off'
import type { Fen } from '@core/kernel/money'
import { type Draft, hasGoodsIn, leftFenIn, type RuleOutcome, shareIn, tagFenIn } from '../draft'
import type { GoodsRule } from '../rule'

/**
 * 满减. Of the steps that the goods in the scope reach by the price on the tag, the one that takes
 * most off; a member's lower price does not lose a step.
 */
export const spendOffRule: GoodsRule<SpendOff> = {
  stage: 'goods',
  phase: 'order',
  price,
  nextStep: ({ steps }, amountFen) => {
    const reached = bestReached(steps, amountFen)?.offFen ?? 0
    const ahead = steps.filter((one) => one.fromFen > amountFen && one.offFen > reached)
    return ahead.sort((a, b) => a.fromFen - b.fromFen)[0] ?? null
  },
}

function price({ scope, steps }: SpendOff, draft: Draft): RuleOutcome {
  if (!hasGoodsIn(draft, scope)) return null
  const amount = tagFenIn(draft, scope)
  const step = bestReached(steps, amount)
  if (!step) {
    const lowest = Math.min(...steps.map(({ fromFen }) => fromFen))
    return { reason: 'BELOW_THRESHOLD', missingFen: lowest - amount }
  }
  const off = Math.min(step.offFen, leftFenIn(draft, scope))
  return off > 0 ? { off: shareIn(draft, scope, off) } : { reason: 'NO_EFFECT' }
}

const bestReached = (steps: readonly SpendStep[], amountFen: Fen): SpendStep | null =>
  steps.reduce<SpendStep | null>(
    (best, one) =>
      one.fromFen <= amountFen && (best === null || one.offFen > best.offFen) ? one : best,
    null,
  )
