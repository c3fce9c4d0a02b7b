/** Why a customer cancels an order that is not paid, in the order they are offered. */
export const CANCEL_REASONS = [
  'NOT_WANTED',
  'WRONG_GOODS',
  'WRONG_ADDRESS',
  'COUPON_FORGOTTEN',
  'CHEAPER_ELSEWHERE',
  'PAYMENT_TROUBLE',
  'OTHER',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]
