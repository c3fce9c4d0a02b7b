import type { PaymentArguments } from '../contract/orders'
import type { Instant } from '../domain/calendar'
import type { Fen } from '../domain/money'
import type { Result } from '../domain/result'

/** What a payment is asked for. `orderId` is the payment's number at the provider. */
export type PaymentRequest = {
  orderId: string
  totalFen: Fen
  description: string
  openid: string
  expiresAt: Instant
}

/** A payment that happened, as a verified notice or a query tells it. */
export type PaymentNotice = {
  orderId: string
  transactionId: string
  paidFen: Fen
  paidAt: Instant
}

/** An HTTP request as it came in: the body in the bytes that were signed. */
export type SignedRequest = { headers: Record<string, string>; body: string }

/** Why a notice was refused. */
export type NoticeRefusal = {
  code: 'BAD_SIGNATURE' | 'STALE' | 'UNREADABLE' | 'OTHER_MERCHANT' | 'NOT_A_PAYMENT'
}

/** The provider could not be reached or said no; `reason` is for the staff. */
export type ProviderFailure = { code: 'PROVIDER_FAILED'; reason: string }

/** Money from customers and back. Each call may be repeated with the same ids. */
export interface PaymentProvider {
  begin(request: PaymentRequest): Promise<Result<PaymentArguments, ProviderFailure>>
  readNotice(request: SignedRequest, now: Instant): Result<PaymentNotice, NoticeRefusal>
  /** `null`: not paid. */
  query(orderId: string): Promise<Result<PaymentNotice | null, ProviderFailure>>
  close(orderId: string): Promise<Result<null, ProviderFailure>>
  refund(refund: {
    refundId: string
    orderId: string
    refundFen: Fen
    totalFen: Fen
    reason: string
  }): Promise<Result<null, ProviderFailure>>
}

/** The open API of WeChat. */
export interface WeChat {
  /** Whether a text of a member may be shown; only a clear `risky` refuses. */
  isTextAllowed(text: string, openid: string): Promise<boolean>
}
