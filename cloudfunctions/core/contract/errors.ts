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
  /** A bug or an outage on our side; search the logs for `requestId`. */
  | { code: 'INTERNAL'; requestId: string }

/** It does not exist or is not the caller's; not distinguished, so that ids cannot be probed. */
export type NotFound = { code: 'NOT_FOUND' }

/** Errors added by the phone when no answer arrived. */
export type NetworkError = { code: 'NETWORK' }
