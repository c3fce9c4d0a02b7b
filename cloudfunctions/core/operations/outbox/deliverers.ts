import type { OutboxDocument, OutboxKind } from '@core/data/outbox/outbox'
import type { Context } from '../context'
import type { Delivered, Deliverer } from './deliverer'
import { giveBack } from '@core/operations/after-sales/deliver-returns'
import { notice } from '@core/operations/notifications/deliver-notification'
import { refund } from '@core/operations/after-sales/deliver-refund'
import { refundLatePayment } from '@core/operations/orders/deliver-late-refund'
import { serviceText } from '@core/operations/service/deliver-reply'
import { shippingInfo } from '@core/operations/orders/deliver-shipping-info'

/** Who delivers which kind of message. */
const DELIVERERS: { [K in OutboxKind]: Deliverer<K> } = {
  refundLatePayment,
  refund,
  giveBack,
  shippingInfo,
  notice,
  serviceText,
}

/** Hands a message to the deliverer of its kind. */
export const handOver = (ctx: Context, message: OutboxDocument): Promise<Delivered> =>
  (DELIVERERS[message.kind] as Deliverer<OutboxKind>)(ctx, message)
