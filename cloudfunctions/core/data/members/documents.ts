import type { Sealed, Stored } from '@core/data/documents'
import type { ConsentPurpose } from '@core/domain/members/consent'
import type { HistoryKind } from '@core/domain/members/facts'
import type { LifecycleTransition, Member } from '@core/domain/members/member'

/** A customer as stored: what is personal is sealed, what is searched is beside it. */
export type MemberDocument = Stored<Member> & {
  /** The other system an imported customer comes from; absent for one's own. */
  source?: string
  phone?: Sealed
  phoneHash?: string
  address?: Sealed
  /** The beginnings under which the staff find a customer. */
  searchNames: string[]
  /** The customer's own median gap in days; absent while there is none. */
  gapDays?: number
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
  hasTransitions: boolean
  transitions: LifecycleTransition[]
}

declare module '@core/data/documents' {
  interface Documents {
    /** `_id` is `wx:<openid>`. */
    identities: { _id: string; memberId: string; at: number }
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
