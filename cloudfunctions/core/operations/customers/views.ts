import type { MemberRow } from '@core/contract/customers'
import type { MemberDocument } from '@core/data/members/documents'
import { displayName } from '@core/operations/members/views'

/** A customer in the staff's list. */
export const memberRow = (member: MemberDocument): MemberRow => ({
  id: member._id,
  name: displayName(member),
  avatarUrl: member.avatarUrl,
  isMember: member.joinedAt !== null,
  tier: member.tier.tier,
  stage: member.lifecycle.stage,
  recency: member.lifecycle.recency,
  lastInteractionAt: member.facts.lastInteractionAt,
  keptOrders: member.facts.keptOrders,
  netFen: member.facts.paidFen - member.facts.refundedFen,
})
