import type { CollectionSpec, DocumentSize } from './collections'
import type { CollectionName } from './documents'

/**
 * Bytes of JSON that one read may answer: half of the megabyte at which the service refuses, since
 * it counts in a format of its own.
 */
export const READ_BYTES_MAX = 500_000

/** The largest document of a collection that declares no size. */
export const SMALL_BYTES = 4_000

/** A field that declares no size: a name with an id, a number or a moment. */
export const FIELD_BYTES = 100

/** What a read leaves out, or all that it names. */
export type Reading = { fields?: readonly string[] | undefined; without?: readonly string[] }

/** The declared collections, by name. One that is not declared is not checked. */
export type Specs = { readonly [C in CollectionName]?: CollectionSpec }

/** Bytes of the largest document in a read. */
export function rowBytes(size: DocumentSize | undefined, { fields, without }: Reading): number {
  const { largest } = sizeOf(size)
  const sum = (paths: readonly string[]) =>
    paths.reduce((all, path) => all + fieldBytes(size, path), 0)
  if (fields === undefined) return largest - sum(without ?? [])
  return sum(fields.includes('_id') ? fields : ['_id', ...fields])
}

/** How many documents of the largest size one read may have; the service gives at most 1,000. */
export const rowsThatHold = (size: DocumentSize | undefined, reading: Reading): number =>
  Math.min(1_000, Math.floor(READ_BYTES_MAX / rowBytes(size, reading)))

/** Refuses a read that the largest documents would be too much for. */
export function checkRead(spec: CollectionSpec | undefined, query: Reading & { limit: number }) {
  if (!spec || query.limit <= rowsThatHold(spec.size, query)) return
  const bytes = rowBytes(spec.size, query)
  throw new Error(
    `${query.limit} documents of ${spec.name} with up to ${bytes} bytes do not fit into a read`,
  )
}

/** The ids in parts, each of which one read holds. */
export function partsThatHold(
  size: DocumentSize | undefined,
  ids: readonly string[],
  reading: Reading,
): string[][] {
  const bytes = rowBytes(size, reading)
  const parts: string[][] = []
  let left = 0
  for (const id of ids) {
    const own = reading.fields ? bytes : (size?.byId?.[id] ?? bytes)
    if (own > left || (parts.at(-1)?.length ?? 0) >= 1_000) {
      parts.push([])
      left = READ_BYTES_MAX
    }
    parts.at(-1)?.push(id)
    left -= own
  }
  return parts
}

/** What a document may become, in bytes of its JSON. */
export const largestOf = (size: DocumentSize | undefined, id: string): number =>
  size?.byId?.[id] ?? sizeOf(size).largest

/** Thrown when a document would become larger than its collection says: some limit is missing. */
export class DocumentTooLarge extends Error {}

/** Refuses a document that is larger than its collection declares. */
export function checkSize(
  spec: CollectionSpec | undefined,
  document: { readonly _id: string },
): void {
  if (!spec) return
  const most = largestOf(spec.size, document._id)
  const bytes = documentBytes(document, spec.growing)
  if (bytes > most) {
    throw new DocumentTooLarge(`a document of ${spec.name} has ${bytes} bytes, at most ${most}`)
  }
}

/** Bytes of a document's JSON without its growing fields. */
export function documentBytes(document: object, growing: readonly string[] = []): number {
  const isCounted = (field: string, value: unknown) => (growing.includes(field) ? undefined : value)
  const json = growing.length === 0 ? JSON.stringify(document) : JSON.stringify(document, isCounted)
  return Buffer.byteLength(json)
}

const sizeOf = (size: DocumentSize | undefined): DocumentSize => size ?? { largest: SMALL_BYTES }

function fieldBytes(size: DocumentSize | undefined, path: string): number {
  const [top = path] = path.split('.')
  const { fields = {} } = sizeOf(size)
  return (
    fields[path] ?? (path === top ? undefined : fields[`${top}.*`]) ?? fields[top] ?? FIELD_BYTES
  )
}
