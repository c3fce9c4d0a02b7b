import type { OutboxDocument, OutboxKind } from '@core/data/outbox/outbox'
import { refund } from '@core/operations/after-sales/deliver-refund'
import { giveBack } from '@core/operations/after-sales/deliver-returns'
import { notice } from '@core/operations/notifications/deliver-notification'
import { refundLatePayment } from '@core/operations/orders/deliver-late-refund'
import { shippingInfo } from '@core/operations/orders/deliver-shipping-info'
import { serviceText } from '@core/operations/service/deliver-reply'
import type { Context } from '../context'
import type { Delivered, Deliverer } from './deliverer'

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
