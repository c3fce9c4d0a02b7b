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
