import type { Result } from '@core/kernel/result'

/**
 * Why a message was not delivered. `LATER`: try again after a while; `NOBODY`: it has no recipient
 * any more, which is no failure; `NEVER`: trying again will not help, the staff must look. The
 * reason is for the staff and holds nothing personal.
 */
export type DeliveryFailure = { code: 'LATER' | 'NOBODY' | 'NEVER'; reason: string }

/** The outcome of one delivery. */
export type DeliveryResult = Result<null, DeliveryFailure>
