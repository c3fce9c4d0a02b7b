import type { NotificationKind } from '@core/domain/notifications/notification'
import type { OtherWay } from '@core/domain/orders/order'
import type { Day, Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import type { Result } from '@core/kernel/result'
import type { PaymentArguments } from '../contract/orders'

/** What a payment is asked for. `orderId` is the payment's number at the provider. */
export type PaymentRequest = {
  orderId: string
  totalFen: Fen
  description: string
  openid: string
  expiresAt: Instant
}

/** A completed payment, as a verified callback or a query reports it. */
export type PaymentCallback = {
  orderId: string
  transactionId: string
  paidFen: Fen
  paidAt: Instant
}

/**
 * The status of a refund. `ABNORMAL`: the customer's card no longer exists, and the merchant must
 * send the money manually; `CLOSED`: it was abandoned and nothing was sent; `UNKNOWN`: a status
 * that the shop does not know, somebody must look at it.
 */
export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'ABNORMAL' | 'CLOSED' | 'UNKNOWN'

/** The status of a refund, as a verified callback or a query reports it. */
export type RefundCallback = { refundId: string; orderId: string; status: RefundStatus }

export type ProviderCallback =
  | ({ kind: 'payment' } & PaymentCallback)
  | ({ kind: 'refund' } & RefundCallback)

/** An HTTP request as it came in: the body in the bytes that were signed. */
export type SignedRequest = { headers: Record<string, string>; body: string }

/** Why a callback was refused. `NOT_A_PAYMENT`: it reports neither a payment nor a refund. */
export type CallbackRefusal = {
  code:
    | 'BAD_SIGNATURE'
    | 'UNKNOWN_CERTIFICATE'
    | 'STALE'
    | 'UNREADABLE'
    | 'OTHER_MERCHANT'
    | 'NOT_A_PAYMENT'
    | 'OTHER_PROVIDER'
}

/**
 * The provider could not be reached or said no; `reason` is for the staff. `isFinal`: the same
 * request fails again until somebody acts.
 */
export type ProviderFailure = { code: 'PROVIDER_FAILED'; reason: string; isFinal?: boolean }

/** Money back: `refundId` is its number at the provider, one per refund. */
export type RefundRequest = {
  refundId: string
  orderId: string
  refundFen: Fen
  /** What was paid for the order in all. */
  totalFen: Fen
  reason: string
}

/** A line of the provider's bill: money that came, or money that was sent back. */
export type BillRow =
  | { kind: 'payment'; orderId: string; transactionId: string; fen: Fen; at: Instant }
  | { kind: 'refund'; orderId: string; refundId: string; fen: Fen; at: Instant }

type Answer<T> = Promise<Result<T, ProviderFailure>>

/** Money from customers and back. Each call may be repeated with the same ids. */
export interface PaymentProvider {
  begin(request: PaymentRequest): Answer<PaymentArguments>
  /** Verifies and decrypts a callback received over HTTP. */
  readCallback(
    request: SignedRequest,
    now: Instant,
  ): Promise<Result<ProviderCallback, CallbackRefusal>>
  /** `null`: not paid, or not known; `CLOSED`: closed, so that it cannot be paid any more. */
  query(orderId: string): Answer<PaymentCallback | 'CLOSED' | null>
  /** Succeeds when the payment is closed, also by an earlier call, or does not exist. */
  close(orderId: string): Answer<null>
  /** The status after the request; a callback or `queryRefund` reports the outcome. */
  refund(refund: RefundRequest): Answer<{ status: RefundStatus }>
  /** `null`: there is no such refund. */
  queryRefund(refundId: string): Answer<RefundCallback | null>
  /** Payments and refunds of a past day; available at about 10:00 on the next day. */
  bill(day: Day): Answer<BillRow[]>
}

/** Where a member's text is to be shown; WeChat applies different rules to each place. */
export type TextScene = 'profile' | 'comment' | 'forum' | 'social'

/** WeChat's verdict on a text; `unchecked`: it could not be asked. */
export type TextVerdict = 'pass' | 'review' | 'risky' | 'unchecked'

/** A message a member asked for; `page` has no leading slash. */
export type SubscribedMessage = {
  openid: string
  template: NotificationKind
  page: string
  fields: Record<string, string>
}

/** A parcel as it is reported to WeChat: `contents` in words, `phone` of the receiver, if known. */
export type DeclaredParcel = {
  carrier: string
  trackingNumber: string
  contents: string
  phone: string | null
}

/**
 * All parcels of an order so far; `isComplete` when nothing is left to be sent. `isSplit`: in more
 * than one parcel, or as was said of the first one. `way`: how all of it went without a carrier.
 * `withoutParcel`: what was delivered when there is no parcel at all.
 */
export type ShippingInfo = {
  transactionId: string
  openid: string
  parcels: readonly DeclaredParcel[]
  way: OtherWay | null
  withoutParcel: string
  isComplete: boolean
  isSplit: boolean
  at: Instant
}

/** WeChat did not do what it was asked; `isFinal` when asking again will not help. */
export type WeChatFailure = { code: 'WECHAT_FAILED'; reason: string; isFinal: boolean }

/** One step of a parcel's way. */
export type TraceStep = { at: Instant; words: string }

/** The open API of WeChat. */
export interface WeChat {
  /** The ids of the merchant's templates, by kind of notification. */
  templateIds(): Promise<Partial<Record<NotificationKind, string>>>
  /** Whether a text of a member's profile may be shown; only a clear `risky` refuses. */
  isTextAllowed(text: string, openid: string): Promise<boolean>
  /** Returns WeChat's verdict on a text that a member has written. */
  checkText(text: string, openid: string, scene: TextScene): Promise<TextVerdict>
  /**
   * Sends a message of a subscription. `NO_GRANT`: the member has not asked for one more of it;
   * `NO_TEMPLATE`: the merchant has named no template for it.
   */
  sendMessage(message: SubscribedMessage): Promise<'SENT' | 'NO_GRANT' | 'NO_TEMPLATE' | 'FAILED'>
  /** Reports to WeChat that an order was sent; without it WeChat withholds the money. */
  uploadShippingInfo(info: ShippingInfo): Promise<Result<null, WeChatFailure>>
  /** The way of a parcel so far, earliest first. */
  traceParcel(parcel: {
    orderId: string
    openid: string
    carrier: string
    trackingNumber: string
  }): Promise<Result<TraceStep[], WeChatFailure>>
  /**
   * Answers in the customer service chat. `TOO_LATE`: the customer has been silent for 48 hours;
   * `TOO_MANY`: five answers to one message are all that WeChat lets through.
   */
  sendCustomerServiceText(
    openid: string,
    text: string,
  ): Promise<'SENT' | 'TOO_LATE' | 'TOO_MANY' | 'FAILED'>
}
