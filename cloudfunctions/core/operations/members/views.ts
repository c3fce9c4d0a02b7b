import type { MemberDocument } from '@core/data/members/documents'

/** What the staff call a customer: their name, the number they had elsewhere, or their card. */
export function displayName(member: MemberDocument): string {
  if (member.nickname) return member.nickname
  if (member.externalId) return `客户 ${member.externalId}`
  return `${member.joinedAt === null ? '访客' : '会员'} ${member._id.slice(-4)}`
}
