import type { OutboxDocument, OutboxKind } from '../../data/outbox'
import { fail } from '../../domain/result'
import type { Context } from '../context'
import type { Delivered, Deliverer } from './deliverer'
import { refundLatePayment } from './refund-late-payment'

/** Who delivers which kind of message. */
const DELIVERERS: { [K in OutboxKind]?: Deliverer<K> } = {
  refundLatePayment,
}

/** Hands a message to the deliverer of its kind. */
export async function handOver(ctx: Context, message: OutboxDocument): Promise<Delivered> {
  const deliver = DELIVERERS[message.kind] as Deliverer<OutboxKind> | undefined
  return deliver
    ? deliver(ctx, message)
    : fail({ code: 'NEVER', reason: `nobody delivers ${message.kind}` })
}
