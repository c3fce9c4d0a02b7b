import { filterOf as readFilter } from './matching/filter'
import { pipelineOf } from './stages/pipeline'
import { projectionOf } from './stages/projection'
import { applyUpdate } from './updating/update'
import type { Document } from './values'

/**
 * MongoDB's language: conditions, updates, projections and aggregations. What the local cloud
 * cannot do as the service does is refused, so that nothing silently means something else;
 * `operators.ts` has the list.
 */

/** A condition made ready to test documents. */
export function filterOf(condition: Document): (document: Document) => boolean {
  return readFilter(condition)
}

/** Applies update operators to a document; the argument is consumed and becomes the result. */
export function updated(document: Document, change: Document, condition: Document): Document {
  applyUpdate(document, change, condition)
  return document
}

/** Keeps of documents what the projection of a query asks for. */
export function projected(documents: Document[], projection: Document): Document[] {
  const shape = projectionOf(projection, 'find')
  return documents.map((document) => shape(document))
}

/** Stages of an aggregation, checked as a whole; `resolve` gives collections for `$lookup`. */
export function aggregationOf(stages: readonly Document[]) {
  const run = pipelineOf(stages)
  return (documents: Document[], resolve: (collection: string) => Document[]): Document[] =>
    run(documents, { resolve, variables: new Map() })
}
