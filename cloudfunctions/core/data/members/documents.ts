import type { Sealed } from '@core/data/documents'
import type { DayCounts } from '@core/domain/members/allowance'
import type { Block } from '@core/domain/members/block'
import type { ConsentGiven, ConsentPurpose } from '@core/domain/members/consent'
import type { HistoryKind, MemberFacts } from '@core/domain/members/facts'
import type { LifecycleTransition, MemberProfile } from '@core/domain/members/member'
import type { MemberLifecycle, PointsAccount, TierState } from '@core/domain/members/sections'
import type { Day } from '@core/kernel/calendar'

/** What reaches a customer, sealed; the hashes find a customer by their phone and receivers. */
export type SealedContact = {
  phone?: Sealed
  /** Of the customer's own number, else of their default address. */
  phoneHash?: string
  /** The default address; the others are in the customer's address book. */
  address?: Sealed
  /** Its id in the book; absent when it was saved before there were books. */
  addressId?: string
  /** Whom the latest orders went to: `Receiver[]`, the last first. */
  receivers?: Sealed
  /** The keyed hashes of their names and numbers. */
  receiverHashes?: string[]
}

/** Fields to store with a contact; `null` removes one, absent ones stay as they are. */
export type ContactChange = { [Field in keyof SealedContact]: SealedContact[Field] | null }

/**
 * A customer as stored, in sections. Each section belongs to one area, whose code alone reads and
 * writes it: profile, consent, facts and contact to members, the others to the area they are named
 * after (`data/<area>/member-section.ts`).
 */
export type MemberDocument = {
  _id: string
  version: number
  /** The other system an imported customer comes from; absent for one's own. */
  source?: string
  /** The first day on which time alone changes something: the earliest that an area contributes. */
  reviewOn: Day | null
  /** `searchNames`: the beginnings under which the staff find a customer. */
  profile: MemberProfile & { searchNames: string[] }
  consent: ConsentGiven | null
  facts: MemberFacts
  /** `gapDays`: the customer's own median gap in days; absent while there is none. */
  lifecycle: MemberLifecycle & { gapDays?: number }
  tier: TierState
  points: PointsAccount
  contact: SealedContact
}

/** One line of a customer's history. `transitions` are the changes that it caused. */
export type EventDocument = {
  _id: string
  memberId: string
  kind: HistoryKind
  at: number
  productId?: string
  word?: string
  /** Who shared the card that led here. */
  sharerId?: string
  /** Of a reading: what was read, and the tags that it speaks for. */
  articleId?: string
  tags?: string[]
  orderId?: string
  fen?: number
  points?: number
  /** Of a block and its end: why, and until when (`null`: for good). */
  words?: string
  until?: number | null
  hasTransitions: boolean
  transitions: LifecycleTransition[]
}

/**
 * A WeChat user of the shop: which customer they are, what they have done today, and whether they
 * are blocked. Every operation reads it first, so that counting and refusing cost no round.
 * `_id` is `wx:<openid>`.
 */
export type IdentityDocument = {
  _id: string
  memberId: string
  at: number
  /** Absent until something was counted. */
  today?: DayCounts
  /** The last block, which may have ended; absent, or `null` when it was lifted. */
  block?: Block | null
}

declare module '@core/data/documents' {
  interface Documents {
    identities: IdentityDocument
    members: MemberDocument
    consents: {
      _id: string
      memberId: string
      version: string
      purposes: ConsentPurpose[]
      at: number
    }
    events: EventDocument
  }
}
