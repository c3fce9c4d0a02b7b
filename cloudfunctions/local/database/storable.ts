import { encode } from './codec'
import { requestFailed } from './errors'
import { type Document, isDocument, type Value } from './values'

/** MongoDB's limits on one document. */
export const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024
export const DOCUMENT_DEPTH_MAX = 100

/** A document as it is kept. */
export type Storable = { document: Document; text: string }

/** Texts below this are no more than 16 MB in BSON, which takes up to 7 bytes for one of JSON. */
const SURELY_SMALL = 2 * 1024 * 1024

/** The stored form of a document; what the database does not keep is refused. */
export function storable(document: Document): Storable {
  refuseFields(document, 1)
  const text = encode(document)
  if (text.length > SURELY_SMALL) {
    const bytes = bsonBytes(document)
    if (bytes > DOCUMENT_BYTES_MAX) {
      throw requestFailed(
        `[FailedOperation] BSONObjectTooLarge: a document of ${bytes} bytes ` +
          `is larger than ${DOCUMENT_BYTES_MAX}`,
      )
    }
  }
  return { document, text }
}

/** No field begins with `$`: on the way back it would be an operator or a type of extended JSON. */
function refuseFields(value: Value, depth: number): void {
  if (depth > DOCUMENT_DEPTH_MAX) {
    throw requestFailed(`[FailedOperation] a document is nested deeper than ${DOCUMENT_DEPTH_MAX}`)
  }
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') refuseFields(item, depth + 1)
    return
  }
  if (!isDocument(value)) return
  for (const [name, field] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw requestFailed(
        `[FailedOperation] The dollar ($) prefixed field '${name}' is not valid for storage.`,
      )
    }
    if (typeof field === 'object') refuseFields(field, depth + 1)
  }
}

/** The size of a value in BSON, without its type and its name. */
function bsonBytes(value: Value): number {
  if (typeof value === 'string') return 4 + Buffer.byteLength(value) + 1
  if (typeof value === 'number') return Number.isInteger(value) && value === (value | 0) ? 4 : 8
  if (typeof value === 'boolean') return 1
  if (value instanceof Date) return 8
  if (value === null || value instanceof RegExp) return 0
  let bytes = 4 + 1
  if (Array.isArray(value)) {
    // The names of the elements are their positions.
    for (let i = 0; i < value.length; i++) {
      bytes += 1 + String(i).length + 1 + bsonBytes(value[i] as Value)
    }
    return bytes
  }
  for (const [name, field] of Object.entries(value)) {
    bytes += 1 + Buffer.byteLength(name) + 1 + bsonBytes(field)
  }
  return bytes
}
