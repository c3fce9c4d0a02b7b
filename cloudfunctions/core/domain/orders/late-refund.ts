/**
 * Numbers under which the refund of a late payment is sent by itself: a number that the provider
 * closed cannot be used again. After them the staff decide.
 */
export const LATE_REFUND_TRIES_MAX = 3

/** The number of a late payment's refund at the provider. */
export const lateRefundNumber = (transactionId: string, refundTry: number): string =>
  refundTry === 1 ? `late-${transactionId}` : `late-${transactionId}-${refundTry}`

/** The payment behind the number of a late refund, and which try it is; `null` for any other. */
export function lateRefundOf(number: string): { transactionId: string; refundTry: number } | null {
  const [, transactionId, refundTry = '1'] = /^late-(\w+)(?:-(\d{1,4}))?$/.exec(number) ?? []
  return transactionId === undefined ? null : { transactionId, refundTry: Number(refundTry) }
}
