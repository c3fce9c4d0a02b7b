import { CloudError } from '@local/ports'

/**
 * Errors with the texts of the real service; the SDK and our own code recognise them by code and
 * text.
 */

const CONTACT = 'Please check your request, but if the problem persists, contact us.'

/**
 * Another transaction holds the object, or it changed since the snapshot. The server has aborted by
 * then.
 */
export function transactionConflict(): CloudError {
  const reason = 'Transaction is conflict, maybe resource operated by others.'
  return new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] ${reason} ${CONTACT}`,
  )
}

/** The transaction ended, was aborted by a conflict, outlived its 30 seconds, or never was. */
export function transactionNotFound(): CloudError {
  const reason =
    'Transaction does not exist on the server, ' +
    'transaction must be commit or abort in 30 seconds.'
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] ${reason} ${CONTACT}`,
  )
}

/** A second operation arrived while the first of the same transaction was still running. */
export function transactionBusy(): CloudError {
  return new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${CONTACT}`,
  )
}

/** Collections are never made by writing to them. */
export function collectionMissing(name: string): CloudError {
  const reason = `Db or Table not exist: ${name}.`
  return new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] ${reason} Please check your request, ` +
      'but if the problem cannot be solved, contact us.',
  )
}

/** The same key twice in a unique index, `_id` included; the text carries MongoDB's `E11000`. */
export function duplicateKey(collection: string, index: string, key: string): CloudError {
  const error = `E11000 duplicate key error collection: devcloud.${collection} index: ${index}`
  return requestFailed(
    `[FailedOperation.DuplicateWrite] multiple write errors: ` +
      `[{write errors: [{${error} dup key: ${key}}]}, {<nil>}]`,
  )
}

/** What MongoDB refused. */
export function requestFailed(message: string): CloudError {
  return new CloudError('DATABASE_REQUEST_FAILED', message)
}

/** An operator the database does not know. */
export function invalidOperator(message: string): CloudError {
  return new CloudError('DATABASE_INVALID_OPERRATOR', message)
}

/** A parameter that makes no sense on the wire. */
export function invalidParameter(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message)
}
