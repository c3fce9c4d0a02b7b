import type { MemberFacts } from '@core/domain/members/facts'
import type { Recency, Stage } from '@core/domain/members/sections'
import { type Day, dayOf, daysBetween } from '@core/kernel/calendar'
import type { Program } from '@core/kernel/settings'

/** The stage lists of the source articles, each a total function of a lifecycle status. */

/** 吸引 获取 转化 保留 发展 重新获取. */
export const SIX_STAGES = [
  'attract',
  'acquire',
  'convert',
  'retain',
  'develop',
  'reacquire',
] as const
export type SixStage = (typeof SIX_STAGES)[number]

/** A lifecycle status in the six stages. */
export function sixStageOf(
  standing: { stage: Stage; recency: Recency },
  facts: Pick<MemberFacts, 'cartLines' | 'openOrders'>,
): SixStage {
  if (standing.recency === 'silent' || standing.recency === 'lost') return 'reacquire'
  switch (standing.stage) {
    case 'aware':
      return 'attract'
    case 'interested':
      return facts.cartLines > 0 || facts.openOrders > 0 ? 'convert' : 'acquire'
    case 'buyer':
      return 'retain'
    case 'loyal':
    case 'advocate':
      return 'develop'
  }
}

/** 粉丝 客户 会员 终生客户(KOC). */
export const PATH_STEPS = ['fan', 'customer', 'member', 'lifelong'] as const
export type PathStep = (typeof PATH_STEPS)[number]

/** A customer's step on the path from fan to customer for life. */
export function pathStepOf(
  customer: { stage: Stage; facts: Pick<MemberFacts, 'keptOrders'>; joinedAt: number | null },
  today: Day,
  program: Pick<Program, 'lifelongDays'>,
): PathStep {
  if (customer.facts.keptOrders === 0) return 'fan'
  if (customer.joinedAt === null) return 'customer'
  const memberDays = daysBetween(dayOf(customer.joinedAt), today)
  const isForLife =
    customer.stage === 'advocate' ||
    (customer.stage === 'loyal' && memberDays >= program.lifelongDays)
  return isForLife ? 'lifelong' : 'member'
}
