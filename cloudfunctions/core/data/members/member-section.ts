import type { ConsentGiven } from '@core/domain/members/consent'
import type { MemberFacts } from '@core/domain/members/facts'
import type { MemberProfile } from '@core/domain/members/member'
import type { MemberDocument, SealedContact } from './documents'

/** The sections of a member's document that belong to this area. */

export const profileOf = ({ profile }: MemberDocument): MemberProfile => profile

/** Whether a customer has joined; `null` is a caller who is not known yet. */
export const isMember = (document: MemberDocument | null): boolean =>
  document !== null && document.profile.joinedAt !== null

/** The consent in force; `null` before the first and for imported customers. */
export const consentOf = ({ consent }: MemberDocument): ConsentGiven | null => consent

export const factsOf = ({ facts }: MemberDocument): MemberFacts => facts

export const contactOf = ({ contact }: MemberDocument): SealedContact => contact

/** Paths that lists of members are filtered and sorted by, and those of sealed fields. */
export const MEMBER_PATHS = {
  channel: 'profile.channel',
  joinedAt: 'profile.joinedAt',
  searchNames: 'profile.searchNames',
  phoneHash: 'contact.phoneHash',
  lastInteractionAt: 'facts.lastInteractionAt',
  paidFen: 'facts.paidFen',
  refundedFen: 'facts.refundedFen',
  phone: 'contact.phone',
  address: 'contact.address',
  receivers: 'contact.receivers',
  receiverHashes: 'contact.receiverHashes',
} as const
