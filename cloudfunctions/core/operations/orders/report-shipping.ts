import { shippingInfoMessage } from '@core/data/orders/outbox'
import { enqueue } from '@core/data/outbox/outbox'
import type { Transaction } from '@core/data/transaction'
import { isAllSent, type Order } from '@core/domain/orders/order'
import type { Instant } from '@core/kernel/calendar'

/**
 * Reports to WeChat that nothing of an order is left to be sent, when a change has brought that
 * about: the last parcel, or a refund of what was not sent. WeChat withholds the money until then.
 * Of an order that was paid back in full it withholds nothing.
 */
export async function reportAllSent(
  transaction: Transaction,
  { before, after }: { before: Order; after: Order },
  now: Instant,
): Promise<void> {
  if (isAllSent(before) || !isAllSent(after)) return
  const { id: orderId, transactionId, refundedFen, quote, shipments } = after
  if (transactionId === null || refundedFen >= quote.totalFen) return
  const isSplit = before.shipments.length > 0
  const report = { orderId, parcels: shipments.length, isComplete: true, isSplit }
  await enqueue(transaction, shippingInfoMessage(report), now)
}
