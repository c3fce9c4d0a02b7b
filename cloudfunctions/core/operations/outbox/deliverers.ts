import type { OutboxDocument, OutboxKind } from '@core/data/outbox/outbox'
import { deliverRefund } from '@core/operations/after-sales/deliver-refund'
import { deliverReturns } from '@core/operations/after-sales/deliver-returns'
import { deliverNotification } from '@core/operations/notifications/deliver-notification'
import { deliverLateRefund } from '@core/operations/orders/deliver-late-refund'
import { deliverShippingInfo } from '@core/operations/orders/deliver-shipping-info'
import { deliverReply } from '@core/operations/service/deliver-reply'
import type { Context } from '../context'
import type { Deliverer, DeliveryResult } from './deliverer'

/** Who delivers which kind of message. */
const DELIVERERS: { [K in OutboxKind]: Deliverer<K> } = {
  refundLatePayment: deliverLateRefund,
  refund: deliverRefund,
  giveBack: deliverReturns,
  shippingInfo: deliverShippingInfo,
  notice: deliverNotification,
  serviceText: deliverReply,
}

/** Hands a message to the deliverer of its kind. */
export const handOver = (ctx: Context, message: OutboxDocument): Promise<DeliveryResult> =>
  (DELIVERERS[message.kind] as Deliverer<OutboxKind>)(ctx, message)
