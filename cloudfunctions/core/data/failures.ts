import type { FailureKind } from '@core/domain/set-aside/set-aside'
import { DocumentTooLarge } from './sizes'

/** All text of a rejected SDK call: `code`, `errMsg` and `message`. */
function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const { code, errMsg, message } = error as Record<string, unknown>
  return [code, errMsg, message].filter((part) => typeof part === 'string').join(' ')
}

/**
 * A unique index or an `_id` refused the write. The SDK reports it under several codes, so only
 * the text is certain (wx-server-sdk 4.0.2).
 */
export const isDuplicate = (error: unknown): boolean => /E11000|Duplicate/i.test(errorText(error))

/** The collection to be created exists already. */
export const isAlreadyCreated = (error: unknown): boolean =>
  /Table exist|already exist|COLLECTION_EXIST/i.test(errorText(error))

/** The collection was never created: the environment is not set up yet. */
export const isMissingCollection = (error: unknown): boolean =>
  /COLLECTION_NOT_EXIST|Table not exist/i.test(errorText(error))

/** Another transaction touched the same document; the server has already rolled this one back. */
export const isConflict = (error: unknown): boolean =>
  /TransactionConflict|TRANSACTION_CONFLICT|TransactionBusy/.test(errorText(error))

/** Thrown inside a transaction when what it read has changed meanwhile: it runs again. */
export class RunAgain extends Error {}

/** The transaction lost to others, however often it ran again; alone it would succeed. */
export const isLostRace = (error: unknown): boolean =>
  isConflict(error) || error instanceof RunAgain

/** Text of any rejection for logs, with the stack when there is one. */
export const describeError = (error: unknown): string =>
  error instanceof Error && error.stack ? `${errorText(error)} ${error.stack}` : errorText(error)

/** What kind of failure it was. The text of an error may name people; this does not. */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof DocumentTooLarge) return 'TOO_LARGE'
  if (isLostRace(error)) return 'CONFLICT'
  const text = errorText(error)
  if (/response size|too large|exceed/i.test(text)) return 'TOO_LARGE'
  if (/timeout|timed out|ETIMEDOUT/i.test(text)) return 'TIMEOUT'
  return /DATABASE|-50\d{4}|ECONN|socket/i.test(text) ? 'DATABASE' : 'DEFECT'
}
