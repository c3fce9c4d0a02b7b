import type { CartLineDocument } from '@core/data/cart/carts'
import type { ArticleDocument } from '@core/data/content/articles'
import type { MessageGrantsDocument } from '@core/data/notifications/grants'
import type { OutboxDocument } from '@core/data/outbox/outbox'
import type { ReconciliationDocument } from '@core/data/reconciliation/days'
import type { FaqDayDocument, FaqDocument } from '@core/data/service/faq'
import type { TicketDocument } from '@core/data/service/tickets'
import type {
  ActivityStockDocument,
  MovedMarks,
  StockFields,
  StockMovementDocument,
} from '@core/data/stock/documents'
import type { Category, Product, SaleTerms, Sku, Tag } from '@core/domain/catalog/product'
import type { ConsentPurpose } from '@core/domain/members/consent'
import type { HistoryKind } from '@core/domain/members/facts'
import type { LifecycleTransition, Member } from '@core/domain/members/member'
import type { Order } from '@core/domain/orders/order'
import type { PointsTransfer } from '@core/domain/points/points'
import type { ReviewMarks } from '@core/domain/reviews/review'
import type { StaffRole } from '@core/domain/staff/roles'
import type { Day } from '@core/kernel/calendar'
import type { CollectionName } from './collections'
import type {
  AfterSaleDocument,
  CouponDocument,
  CouponGrantDocument,
  PromotionDocument,
  PurchaseCountersDocument,
} from './trade-documents'
import type { VoiceDocuments } from './voice-documents'

/** A stored value: its id is `_id`. */
export type Stored<T extends { id: string }> = Omit<T, 'id'> & { _id: string }

/** Ciphertext of a JSON value, as `data/vault.ts` makes it. */
export type Sealed = string

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

/** An order as stored. */
export type OrderDocument = Stored<Order> & {
  address?: Sealed
  source?: string
  /** What its customer has said of its lines. */
  reviewed?: ReviewMarks
}

/** A SKU as stored, with its product's terms and the orders that hold pieces of it. */
export type SkuDocument = Stored<Sku> &
  SaleTerms &
  StockFields & {
    /** Of the product, for carts and orders: a line is made from its SKU alone. */
    title: string
    /** The SKU's own switch; it is on sale when its product is as well. */
    isOffered: boolean
    /** Set by a sale: the product's own count, which lists are sorted by, is behind. */
    isSoldStale: boolean
    moved?: MovedMarks
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

/** What each collection holds. */
export type Documents = VoiceDocuments & {
  identities: { _id: string; memberId: string; at: number }
  members: MemberDocument
  staff: { _id: string; memberId: string; role: StaffRole; at: number }
  consents: {
    _id: string
    memberId: string
    version: string
    purposes: ConsentPurpose[]
    at: number
  }
  categories: Stored<Category>
  products: Stored<Product> & { tokens: string[] }
  tags: Stored<Tag>
  searchWords: { _id: string; day: Day; word: string; count: number; isFound: boolean }
  skus: SkuDocument
  activityStock: ActivityStockDocument
  promotions: PromotionDocument
  coupons: CouponDocument
  couponGrants: CouponGrantDocument
  tallies: PurchaseCountersDocument
  afterSales: AfterSaleDocument
  stockMovements: StockMovementDocument
  favourites: { _id: string; memberId: string; productId: string; at: number }
  carts: { _id: string; lines: CartLineDocument[]; version: number }
  orders: OrderDocument
  refunds: {
    _id: string
    memberId: string
    source: string
    number: string
    at: number
    fen: number
    unmatchedFen: number
  }
  pointsLedger: Stored<PointsTransfer>
  events: EventDocument
  outbox: OutboxDocument
  reconciliations: ReconciliationDocument
  messageGrants: MessageGrantsDocument
  tickets: TicketDocument
  faq: FaqDocument
  faqDays: FaqDayDocument
  articles: ArticleDocument
  sweepRuns: {
    _id: string
    state: 'running' | 'done'
    startedAt: number
    leaseUntil: number
    cursor: { reviewOn: string; id: string } | null
    reviewed: number
    changed: number
    failed: number
    finishedAt: number | null
  }
  settings: { _id: string } & Record<string, unknown>
}

/** The document type of a collection. */
export type DocumentOf<C extends CollectionName> = Documents[C]
