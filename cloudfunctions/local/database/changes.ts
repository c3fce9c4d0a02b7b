import { randomBytes } from 'node:crypto'

import type { CloudError } from '@local/ports'

import { encode } from './codec'
import { entriesOf } from './entries'
import { duplicateKey, invalidParameter } from './errors'
import { keyOf } from './key'
import type { FoundDocument } from './reader'
import { type Storable, storable } from './storable'
import { rootOf, type Table } from './table'
import { lockName, uniqueLockName } from './transactions'
import { type Document, isDocument } from './values'

/** A document before and after a write; null where there is none. */
export type Change = {
  key: Buffer
  before: FoundDocument | null
  after: Storable | null
  /** The top fields that may differ, when known. */
  touched?: ReadonlySet<string>
}

/** A document that is to be; without an `_id` it gets one of 32 hexadecimal digits. */
export function creation(document: Document): Change {
  const _id = document._id ?? randomBytes(16).toString('hex')
  if (typeof _id !== 'string' && typeof _id !== 'number') {
    throw invalidParameter('_id must be a string or a number')
  }
  const whole = { _id, ...document }
  return { key: keyOf(_id), before: null, after: storable(whole) }
}

/** The `_id` is taken. */
export function duplicateId(table: Table, document: Document | undefined): CloudError {
  return duplicateKey(table.name, '_id_', `{ _id: ${encode(document?._id ?? null)} }`)
}

/** The top fields an update names. */
export function touchedBy(change: Document): ReadonlySet<string> {
  const touched = new Set<string>()
  for (const [operator, fields] of Object.entries(change)) {
    for (const [path, operand] of Object.entries(isDocument(fields) ? fields : {})) {
      touched.add(rootOf(path))
      if (operator === '$rename' && typeof operand === 'string') touched.add(rootOf(operand))
    }
  }
  return touched
}

/** The locks a change would need: of the document, and of each unique key it will have. */
export function locksOf(table: Table, { key, after }: Change): string[] {
  const names = [lockName(table.name, key)]
  for (const index of after ? table.indexes : []) {
    if (!index.spec.unique) continue
    for (const entry of entriesOf((after as { document: Document }).document, index.spec).keys) {
      names.push(uniqueLockName(table.name, index.name, entry))
    }
  }
  return names
}
