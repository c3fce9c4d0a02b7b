import type { OutboxKind, OutboxMessageOf } from '@core/data/outbox/outbox'
import type { Result } from '@core/kernel/result'
import type { Context } from '../context'

/**
 * Why a message was not delivered. `LATER`: try again after a while; `NOBODY`: there is nobody to
 * tell, which is no fault; `NEVER`: trying again will not help, the staff must look. The reason is
 * for the staff and holds nothing personal.
 */
export type DeliveryFailure = { code: 'LATER' | 'NOBODY' | 'NEVER'; reason: string }

/** What came of delivering a message. */
export type DeliveryResult = Result<null, DeliveryFailure>

/**
 * Tells the world outside one message. It may be called again with the same message after a crash,
 * so what it does must bear repeating.
 */
export type Deliverer<K extends OutboxKind> = (
  ctx: Context,
  message: OutboxMessageOf<K>,
) => Promise<DeliveryResult>
