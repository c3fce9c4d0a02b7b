import type { OutboxKind, OutboxMessageOf } from '@core/data/outbox/outbox'
import type { Context } from '../context'
import type { DeliveryResult } from './delivery'

/**
 * Delivers a message of one kind to another system. After a crash it runs again with the same
 * message, so it must be idempotent.
 */
export type Deliverer<K extends OutboxKind> = (
  ctx: Context,
  message: OutboxMessageOf<K>,
) => Promise<DeliveryResult>
