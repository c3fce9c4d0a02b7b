import type { MemberDocument } from '@core/data/members/documents'
import { isMember, profileOf } from '@core/data/members/member-section'

/** What the staff call a customer: their name, the number they had elsewhere, or their card. */
export function displayName(member: MemberDocument): string {
  const { nickname, externalId } = profileOf(member)
  if (nickname) return nickname
  if (externalId) return `客户 ${externalId}`
  return `${isMember(member) ? '会员' : '访客'} ${member._id.slice(-4)}`
}
