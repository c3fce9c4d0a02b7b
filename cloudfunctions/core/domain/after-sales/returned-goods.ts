import type { AfterSaleReason } from './after-sale'

/** What becomes of goods that came back: sold again, or written off (报损). */
export type ReturnedGoods = 'restock' | 'writeOff'

/**
 * What usually becomes of goods that come back for a reason: what was only not wanted, sent wrongly
 * or late is as good as new, what is faulty or broken is not. `null` where the reason does not
 * tell: then somebody has to look.
 */
export function usualReturn(reason: AfterSaleReason): ReturnedGoods | null {
  return USUAL_RETURNS[reason]
}

const USUAL_RETURNS = {
  NOT_WANTED: 'restock',
  WRONG_ITEM: 'restock',
  LATE: 'restock',
  QUALITY: 'writeOff',
  DAMAGED: 'writeOff',
  NOT_AS_DESCRIBED: null,
  OTHER: null,
} as const satisfies Record<AfterSaleReason, ReturnedGoods | null>
