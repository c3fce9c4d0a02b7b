import type { OutboxDocument, OutboxKind } from '../../data/outbox'
import type { Context } from '../context'
import type { Delivered, Deliverer } from './deliverer'
import { giveBack } from './give-back'
import { notice } from './notice'
import { refund } from './refund'
import { refundLatePayment } from './refund-late-payment'
import { serviceText } from './service-text'
import { shippingInfo } from './shipping-info'

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
