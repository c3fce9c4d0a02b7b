import { command, type Database } from '@core/data/database'
import type { Transaction } from '@core/data/transaction'

/** The parcel that has a tracking number; `_id` is the number. */
export type TrackingNumberDocument = {
  _id: string
  orderId: string
  /** Of a replacement that an after-sale has sent. */
  afterSaleId?: string
}

declare module '@core/data/documents' {
  interface Documents {
    trackingNumbers: TrackingNumberDocument
  }
}

/** Orders of earlier releases that may share one number and are looked at. */
const SAME_NUMBER_MAX = 5

/** A number that is to be a parcel's, and whose. */
export type NumberClaim = Omit<TrackingNumberDocument, '_id'> & { trackingNumber: string }

/**
 * Claims a tracking number within a transaction, so that two parcels cannot have it. Returns the
 * order of the parcel that has it; `null` when it is the claimant's own from now on.
 */
export async function claimNumber(
  transaction: Transaction,
  { trackingNumber, ...parcel }: NumberClaim,
): Promise<string | null> {
  const known = await transaction.get('trackingNumbers', trackingNumber)
  if (!known) {
    await transaction.add('trackingNumbers', { _id: trackingNumber, ...parcel })
    return null
  }
  const isOwn = known.orderId === parcel.orderId && known.afterSaleId === parcel.afterSaleId
  return isOwn ? null : known.orderId
}

/** Gives up a number that a parcel turned out not to have. */
export async function releaseNumber(
  transaction: Transaction,
  { trackingNumber, orderId }: NumberClaim,
): Promise<void> {
  const known = await transaction.get('trackingNumbers', trackingNumber)
  if (known?.orderId === orderId) await transaction.remove('trackingNumbers', trackingNumber)
}

/**
 * The orders whose parcels have these numbers, by number. Parcels that earlier releases shipped
 * have claimed none, so the orders themselves are looked through as well.
 */
export async function ordersByNumber(
  db: Database,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const [claimed, orders] = await Promise.all([
    db.getMany('trackingNumbers', numbers),
    db.find('orders', {
      where: { 'shipments.trackingNumber': command.in([...numbers]) },
      limit: numbers.length * SAME_NUMBER_MAX,
      fields: ['_id', 'shipments.trackingNumber'],
    }),
  ])
  const shipped = orders.flatMap(({ _id, shipments }) =>
    shipments.map(({ trackingNumber }) => [trackingNumber, _id] as const),
  )
  return new Map([...shipped, ...claimed.map((one) => [one._id, one.orderId] as const)])
}
