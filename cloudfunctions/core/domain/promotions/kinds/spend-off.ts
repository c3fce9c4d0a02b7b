import type { Fen } from '@core/kernel/money'
import type { PromotionError, PromotionKindDefinition } from '../kind-definition'
import type { PromotionBase } from '../promotion-base'
import type { Scope } from '../scope'

/** One step of 满减: from `fromFen` on, `offFen` is taken off. */
export type SpendStep = { fromFen: Fen; offFen: Fen }

/** 满减: the saving of the highest step that is reached. */
export type SpendOff = PromotionBase & { kind: 'spendOff'; scope: Scope; steps: SpendStep[] }

export const spendOffKind: PromotionKindDefinition<SpendOff, 'SPEND_OFF'> = {
  kind: 'spendOff',
  code: 'SPEND_OFF',
  error: ({ steps }) => stepsError(steps),
  hasCardTag: () => true,
}

/** Thresholds and savings must rise, and a saving must be below its threshold. */
function stepsError(steps: readonly SpendStep[]): PromotionError | null {
  for (const [at, step] of steps.entries()) {
    const below = steps[at - 1]
    if (step.offFen >= step.fromFen) {
      return { field: `steps.${at}.offFen`, reason: 'MORE_THAN_SPENT' }
    }
    if (below && (step.fromFen <= below.fromFen || step.offFen <= below.offFen)) {
      return { field: `steps.${at}.fromFen`, reason: 'NOT_RISING' }
    }
  }
  return null
}

export const isSpendOff = (rule: { kind: string }): rule is SpendOff => rule.kind === 'spendOff'
