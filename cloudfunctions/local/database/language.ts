import { CloudError } from '@local/ports'
import { Aggregator } from 'mingo/aggregator'
import { Query } from 'mingo/query'
import { update as applyUpdate } from 'mingo/updater'

import { FULL_CONTEXT, QUERY_CONTEXT, withCorrectedStages } from './corrections'
import { invalidOperator, requestFailed } from './errors'
import { prepareForUpdate } from './update-rules'
import { type Document, isDocument, type Value } from './values'

/**
 * MongoDB's query language, by mingo. Its errors become the service's, and what mingo cannot do is
 * refused, so that nothing silently means something else.
 */

const FULL = { scriptEnabled: false, context: FULL_CONTEXT }
const PLAIN = { scriptEnabled: false, context: QUERY_CONTEXT }

/** Operators of the cloud that the local cloud lacks: they are refused, not ignored. */
const REFUSED = new Set([
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$geoNear',
  '$text',
  '$jsonSchema',
  '$where',
  '$function',
  '$accumulator',
])

/** A condition made ready to test documents. */
export function filterOf(condition: Document): (document: Document) => boolean {
  refuseUnknown(condition)
  const options = mentions(condition, '$expr') ? FULL : PLAIN
  const query = withCloudErrors(() => new Query<Document>(condition, options))
  return (document) => withCloudErrors(() => query.test(document))
}

/** Applies update operators to a document; the argument is consumed and becomes the result. */
export function updated(document: Document, change: Document, condition: Document): Document {
  return withCloudErrors(() => {
    prepareForUpdate(document, change)
    const options = { cloneMode: 'deep', queryOptions: PLAIN } as const
    applyUpdate(document, change, [], positional(change) ? condition : {}, options)
    return document
  })
}

/** Keeps of documents what a projection asks for. */
export function projected(documents: Document[], projection: Document): Document[] {
  refuseUnknown(projection)
  return withCloudErrors(() =>
    new Query<Document>({}, FULL).find<Document>(documents, projection).all(),
  )
}

/**
 * Runs stages of an aggregation over documents; `resolve` gives other collections for `$lookup`.
 */
export function aggregated(
  documents: Document[],
  stages: Document[],
  resolve: (collection: string) => Document[],
): Document[] {
  for (const stage of stages) refuseUnknown(stage)
  if (stages.length === 0) return documents
  const aggregator = new Aggregator(withCorrectedStages(stages), {
    ...FULL,
    collectionResolver: resolve,
  })
  return withCloudErrors(() => aggregator.run<Document>(documents))
}

/** `items.$.count` needs the condition to know which element is meant. */
function positional(change: Document): boolean {
  return Object.values(change).some(
    (fields) => isDocument(fields) && Object.keys(fields).some((path) => /\.\$(\.|$)/.test(path)),
  )
}

function refuseUnknown(part: Value): void {
  if (Array.isArray(part)) return part.forEach(refuseUnknown)
  if (!isDocument(part)) return
  for (const [name, value] of Object.entries(part)) {
    if (REFUSED.has(name)) throw invalidOperator(`${name} is not available in the local cloud`)
    refuseUnknown(value)
  }
}

function mentions(part: Value, operator: string): boolean {
  if (Array.isArray(part)) return part.some((item) => mentions(item, operator))
  if (!isDocument(part)) return false
  return operator in part || Object.values(part).some((value) => mentions(value, operator))
}

/** What mingo throws is what the database would have refused. */
function withCloudErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    const message = error instanceof Error ? error.message : String(error)
    throw requestFailed(`[FailedOperation] ${message}`)
  }
}
