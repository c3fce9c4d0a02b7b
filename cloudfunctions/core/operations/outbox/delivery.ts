import type { Result } from '@core/kernel/result'

/**
 * Why a message was not delivered. `LATER`: retry it; `NO_RECIPIENT`: it is no longer needed,
 * which is no failure; `NEVER`: a retry cannot succeed, the staff must look at it. The reason is
 * for the staff and contains no personal data.
 */
export type DeliveryFailure = { code: 'LATER' | 'NO_RECIPIENT' | 'NEVER'; reason: string }

/** The outcome of one delivery. */
export type DeliveryResult = Result<null, DeliveryFailure>
