/** What any call may answer besides the operation's own errors. */
export type CallError =
  /** The input does not fit: `field` is the path of the first wrong field, `''` for the whole. */
  | { code: 'INVALID_INPUT'; field: string; message: string }
  | { code: 'UNKNOWN_OPERATION'; operation: string }
  /** No WeChat identity came with the call. */
  | { code: 'NOT_SIGNED_IN' }
  /** A staff operation called by somebody without the role. */
  | { code: 'FORBIDDEN' }
  /** A bug or an outage on our side; `requestId` finds it in the logs. */
  | { code: 'INTERNAL'; requestId: string }

/** The thing does not exist, or is not the caller's: one answer, so that ids cannot be probed. */
export type NotFound = { code: 'NOT_FOUND' }

/** What the phone itself adds when no answer came. */
export type NetworkError = { code: 'NETWORK' }
