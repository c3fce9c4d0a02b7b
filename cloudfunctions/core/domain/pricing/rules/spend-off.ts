import type { SpendOff, SpendStep } from '@core/domain/promotions/kinds/spend-off'
import { allocate } from '@core/kernel/money'
import { type Draft, hasGoodsIn, leftFensIn, type RuleOutcome, sumFen } from '../draft'
import type { GoodsRule } from '../rule'

/** 满减. The highest step that the goods in the scope reach is taken off them. */
export const spendOffRule: GoodsRule<SpendOff> = {
  stage: 'goods',
  price,
  nextStep: ({ steps }, amountFen) =>
    ascending(steps).find(({ fromFen }) => fromFen > amountFen) ?? null,
}

function price({ scope, steps }: SpendOff, draft: Draft): RuleOutcome {
  if (!hasGoodsIn(draft, scope)) return null
  const left = leftFensIn(draft, scope)
  const amount = sumFen(left)
  const rising = ascending(steps)
  const step = rising.findLast(({ fromFen }) => fromFen <= amount)
  if (!step) {
    return { reason: 'BELOW_THRESHOLD', missingFen: (rising[0]?.fromFen ?? amount) - amount }
  }
  const off = Math.min(step.offFen, amount)
  return off > 0 ? { off: allocate(off, left) } : { reason: 'NO_EFFECT' }
}

const ascending = (steps: readonly SpendStep[]): SpendStep[] =>
  [...steps].sort((a, b) => a.fromFen - b.fromFen)
