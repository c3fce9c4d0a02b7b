import type { Told } from '@core/domain/members/allowance'
import type { Instant } from '@core/kernel/calendar'

/** Errors of every operation besides its own. */
export type CallError =
  /**
   * The input is invalid: `field` is the path of the first invalid field, `''` for the whole input.
   */
  | { code: 'INVALID_INPUT'; field: string; message: string }
  | { code: 'UNKNOWN_OPERATION'; operation: string }
  /** The call has no WeChat identity. */
  | { code: 'NOT_SIGNED_IN' }
  /** The caller lacks the role for a staff operation. */
  | { code: 'FORBIDDEN' }
  /**
   * The customer has done this as often as a day, or what they have open, allows. Nothing was
   * changed. `told`: what they are told, with when it goes on.
   */
  | AllowanceUsed
  /** The shop has blocked the customer, `until` then or for good (`null`). */
  | { code: 'BLOCKED'; until: Instant | null; told: Told }
  /** A bug or an outage on our side; search the logs for `requestId`. */
  | { code: 'INTERNAL'; requestId: string }

/** A bound of the table of allowances: `most` in a day, or open at one time. */
export type AllowanceUsed = {
  code: 'ALLOWANCE_USED'
  operation: string
  most: number
  per: 'day' | 'open'
  told: Told
}

/** It does not exist or is not the caller's; not distinguished, so that ids cannot be probed. */
export type NotFound = { code: 'NOT_FOUND' }

/** Errors added by the phone when no answer arrived. */
export type NetworkError = { code: 'NETWORK' }
