import type { IndexSpec } from '@core/data/collections'

import { requestFailed } from './errors'
import { inverted, keyOf } from './key'
import type { Document, Value } from './values'

/** MongoDB's limit on an indexed value, kept by the cloud database. */
const KEY_BYTES_MAX = 1024

/** More entries of one document in one index than this is a mistake in the index, not a need. */
const ENTRIES_MAX = 1000

/** What one document puts into one index, and which of the index's fields met an array. */
export type Entries = { keys: Buffer[]; isMultikey: boolean[] }

/** The values at a dotted path: arrays on the path, and at its end, give a value per element. */
export type PathValues = { values: (Value | undefined)[]; root: string | undefined }

/** Follows a dotted path; `root` names the array that was met first. */
export function valuesAtPath(document: Document, path: string): PathValues {
  const found: PathValues = { values: [], root: undefined }
  walk(document, path.split('.'), { at: 0, found })
  return found
}

type Step = { at: number; found: PathValues }

function walk(value: Value | undefined, segments: readonly string[], { at, found }: Step): void {
  if (at === segments.length) return addValues(value, segments, found)
  if (Array.isArray(value)) {
    found.root ??= segments.slice(0, at).join('.')
    const position = value[Number(segments[at])]
    if (position !== undefined) walk(position, segments, { at: at + 1, found })
    if (value.length === 0) found.values.push(undefined)
    for (const item of value) {
      if (isFields(item)) walk(item[segments[at] as string], segments, { at: at + 1, found })
      else found.values.push(undefined)
    }
    return
  }
  if (!isFields(value)) {
    found.values.push(undefined)
    return
  }
  walk(value[segments[at] as string], segments, { at: at + 1, found })
}

function addValues(value: Value | undefined, segments: readonly string[], found: PathValues): void {
  if (!Array.isArray(value)) {
    found.values.push(value)
    return
  }
  found.root ??= segments.join('.')
  if (value.length === 0) found.values.push(value)
  else found.values.push(...value)
}

function isFields(value: Value | undefined): value is Document {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}

/** The keys a document has in an index, without repeats. */
export function entriesOf(document: Document, spec: IndexSpec): Entries {
  const roots = new Set<string>()
  let keys: Buffer[] = [Buffer.alloc(0)]
  const isMultikey: boolean[] = []
  for (const [path, direction] of spec.fields) {
    const { values, root } = valuesAtPath(document, path)
    isMultikey.push(root !== undefined)
    if (root !== undefined) roots.add(root)
    const parts = distinct(values.map((value) => keyOf(value)))
    const ordered = direction === 'desc' ? parts.map(inverted) : parts
    keys = keys.flatMap((key) => ordered.map((part) => Buffer.concat([key, part])))
  }
  if (roots.size > 1) {
    throw requestFailed(`cannot index parallel arrays [${[...roots].join('] [')}]`)
  }
  refuseExcess(keys, spec)
  return { keys, isMultikey }
}

function refuseExcess(keys: readonly Buffer[], spec: IndexSpec): void {
  const name = indexName(spec)
  if (keys.length > ENTRIES_MAX) throw requestFailed(`index ${name}: too many entries`)
  if (keys.some((key) => key.length > KEY_BYTES_MAX)) {
    throw requestFailed(`WiredTigerIndex::insert: key too large to index, failing ${name}`)
  }
}

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length < 2) return keys
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
}

/** MongoDB's name of an index: `memberId_1_createdAt_-1`. */
export function indexName(spec: IndexSpec): string {
  return spec.fields.map(([path, way]) => `${path}_${way === 'asc' ? 1 : -1}`).join('_')
}
