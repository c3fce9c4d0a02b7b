import type { MemberRow } from '@core/contract/customers'
import { lifecycleOf } from '@core/data/lifecycle/member-section'
import type { MemberDocument } from '@core/data/members/documents'
import { factsOf, isMember, profileOf } from '@core/data/members/member-section'
import { tierStateOf } from '@core/data/tiers/member-section'
import { displayName } from '@core/operations/members/views'

/** A customer in the staff's list. */
export function memberRow(member: MemberDocument): MemberRow {
  const { stage, recency } = lifecycleOf(member)
  const { lastInteractionAt, keptOrders, paidFen, refundedFen } = factsOf(member)
  return {
    id: member._id,
    name: displayName(member),
    avatarUrl: profileOf(member).avatarUrl,
    isMember: isMember(member),
    tier: tierStateOf(member).tier,
    stage,
    recency,
    lastInteractionAt,
    keptOrders,
    netFen: paidFen - refundedFen,
  }
}
