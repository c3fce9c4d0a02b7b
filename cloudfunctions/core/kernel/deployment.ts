/** The two doors of the shop: what customers call, and what the staff call. */
export type Door = 'shop' | 'admin'

/**
 * Areas whose operations run in a cloud function of their own, by the first part of the operation's
 * name: `reviews: 'reviews'` moves `reviews.list` and its neighbours of both doors to
 * `functions/reviews`. Everything else runs in `functions/shop` and `functions/admin`.
 */
const OWN_FUNCTION: Readonly<Partial<Record<string, string>>> = {}

/** The cloud function that serves an operation: the phone calls it, the function's table has it. */
export const functionOf = (door: Door, operation: string): string =>
  OWN_FUNCTION[operation.split('.')[0] ?? ''] ?? door

/** What a cloud function may do, as far as its environment depends on it. */
type Duties = {
  /** Whether it talks to the payment provider: only then it has the merchant's keys. */
  pays: boolean
}

/**
 * Every cloud function. One that asks for a payment, looks for one, takes a notice of one or posts
 * a refund pays; `ctx.payment` of the others throws.
 */
const FUNCTIONS: Readonly<Partial<Record<string, Duties>>> = {
  shop: { pays: true },
  admin: { pays: true },
  'payment-notify': { pays: true },
  'payment-callback': { pays: true },
  'deliver-messages': { pays: true },
  'sweep-orders': { pays: true },
  'reconcile-payments': { pays: true },
  'customer-messages': { pays: false },
  'sweep-members': { pays: false },
}

/** The names of all cloud functions. */
export const FUNCTION_NAMES: readonly string[] = Object.keys(FUNCTIONS)

/** The duties of a function; one that is not listed has every duty. */
export const dutiesOf = (functionName: string): Duties => FUNCTIONS[functionName] ?? { pays: true }
