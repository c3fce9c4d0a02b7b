import { identityOf } from './comparison'
import { aggregationOf } from './language'
import { sortOf } from './order'
import type { FoundDocument, Selection } from './reader'
import { localValues } from './stages/lookup'
import { sortSpec, wholeNumber } from './stages/pipeline'
import { type Document, isDocument, type Value } from './values'

/** Without a `$limit` of its own an aggregation returns this many documents, as on the server. */
export const AGGREGATE_DEFAULT = 20

/** And never more than this. */
export const AGGREGATE_MAX = 10_000

/** How an aggregation reaches documents: the first stages, and `$lookup`, go through indexes. */
export type AggregateSource = {
  select(collection: string, selection: Selection): FoundDocument[]
}

/** Runs a pipeline. */
export function aggregate(source: AggregateSource, collection: string, stages: Document[]) {
  // Refuses what is malformed anywhere in the pipeline, whether or not a document gets there.
  aggregationOf(stages)
  const { selection, rest } = opening(stages)
  const start = source.select(collection, selection).map((found) => found.document)
  const isLimited = stages.some((stage) => '$limit' in stage)
  return run(source, start, rest).slice(0, isLimited ? AGGREGATE_MAX : AGGREGATE_DEFAULT)
}

/** The leading `$match`, `$sort`, `$skip` and `$limit`, as far as one selection can say them. */
function opening(stages: Document[]): { selection: Selection; rest: Document[] } {
  const selection: Selection = { condition: {} }
  const order = ['$match', '$sort', '$skip', '$limit']
  let position = 0
  let taken = 0
  for (const stage of stages) {
    const [name, value] = Object.entries(stage)[0] as [string, Value]
    const at = order.indexOf(name)
    // Several matches in a row are one; the others may each come once, in this order.
    if (at < position || (at === position && name !== '$match')) break
    if (at === 0) selection.condition = both(selection.condition, value)
    else if (at === 1) selection.sort = sortOf(sortSpec(value))
    else if (at === 2) selection.skip = wholeNumber(value, { name, least: 0 })
    else selection.limit = wholeNumber(value, { name, least: 1 })
    position = at
    taken += 1
    if (at === 3) break
  }
  return { selection, rest: stages.slice(taken) }
}

function both(first: Document, second: Value): Document {
  const next = second as Document
  return Object.keys(first).length === 0 ? next : { $and: [first, next] }
}

/** Runs the stages; each `$lookup` by equal fields is answered through an index instead. */
function run(source: AggregateSource, documents: Document[], stages: Document[]): Document[] {
  const whole = (name: string): Document[] =>
    source.select(name, { condition: {} }).map((found) => found.document)
  const at = stages.findIndex(isPlainLookup)
  if (at < 0) return aggregationOf(stages)(documents, whole)
  const before = aggregationOf(stages.slice(0, at))(documents, whole)
  const joined = joinedWith(source, before, stages[at]?.$lookup as Document)
  return run(source, joined, stages.slice(at + 1))
}

function isPlainLookup(stage: Document): boolean {
  const lookup = stage.$lookup
  return isDocument(lookup) && typeof lookup.foreignField === 'string' && !('pipeline' in lookup)
}

/** Fetches once all that any document could be joined with; the stage then matches them up. */
function joinedWith(source: AggregateSource, documents: Document[], lookup: Document): Document[] {
  const { from, localField, foreignField } = lookup as Record<string, string>
  const wanted = new Map<string, Value>()
  for (const document of documents) {
    const values = localValues(document, localField as string)
    for (const value of values) wanted.set(identityOf(value), value)
  }
  const condition = { [foreignField as string]: { $in: [...wanted.values()] } }
  const others = source.select(from as string, { condition }).map((found) => found.document)
  return aggregationOf([{ $lookup: lookup }])(documents, () => others)
}
