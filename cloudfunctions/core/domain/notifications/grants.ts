import { NOTIFICATION_KINDS, type NotificationKind } from './notification'

/**
 * How many messages of each kind a member still allows. WeChat grants one per tap on 允许 and does
 * not report how many are left, so the shop counts.
 */
export type MessageGrants = {
  memberId: string
  counts: Partial<Record<NotificationKind, number>>
  /** The answers counted last: one that is reported twice counts once. */
  recent: string[]
}

/** Messages of one kind that are counted at most: as many as a member receives in a year. */
export const GRANTS_MAX = 50
/** Answers remembered: a phone repeats its last one, not one of last week. */
const RECENT_MAX = 10

/** A member who has allowed nothing yet. */
export const noGrants = (memberId: string): MessageGrants => ({ memberId, counts: {}, recent: [] })

/** An answer to WeChat's sheet: the kinds that were allowed once more. */
export type GrantAnswer = { grantId: string; accepted: readonly NotificationKind[] }

/** The grants after an answer. */
export function addGrants(
  grants: MessageGrants,
  { grantId, accepted }: GrantAnswer,
): MessageGrants {
  if (grants.recent.includes(grantId)) return grants
  const counts = NOTIFICATION_KINDS.flatMap((kind) => {
    const more = accepted.includes(kind) ? 1 : 0
    const count = Math.min(GRANTS_MAX, (grants.counts[kind] ?? 0) + more)
    return count > 0 ? [[kind, count] as const] : []
  })
  return {
    ...grants,
    counts: Object.fromEntries(counts),
    recent: [...grants.recent, grantId].slice(-RECENT_MAX),
  }
}
