import { type Found, fieldOf, isNullish } from '../comparison'
import { failed, named } from '../expressions/language'
import { type Document, isDocument, type Value } from '../values'
import { withField } from './lookup'
import type { Step } from './step'

/** `$unwind`: a document for each element of an array; what is no array is its own element. */
export function unwind(spec: Value): Step {
  const written = typeof spec === 'string' ? { path: spec } : spec
  const may = ['includeArrayIndex', 'preserveNullAndEmptyArrays']
  const parts = named(written, '$unwind', { must: ['path'], may })
  const { path, includeArrayIndex: index, preserveNullAndEmptyArrays: keepsEmpty = false } = parts
  if (typeof path !== 'string' || !/^\$[^$]/.test(path)) {
    throw failed("path option to $unwind stage should be prefixed with a '$'")
  }
  if (typeof keepsEmpty !== 'boolean') {
    throw failed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind')
  }
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$'))) {
    throw failed('expected a non-empty string for the includeArrayIndex option to $unwind')
  }
  const field = path.slice(1)
  const numbered = (document: Document, at: number | null): Document =>
    index === undefined ? document : withField(document, index, at)
  return (documents) =>
    documents.flatMap((document) => {
      const value = objectPath(document, field.split('.'))
      if (Array.isArray(value) && value.length > 0) {
        return value.map((item, at) => numbered(withField(document, field, item), at))
      }
      if (!isNullish(value) && !Array.isArray(value)) return [numbered(document, null)]
      if (!keepsEmpty) return []
      return [numbered(Array.isArray(value) ? withoutField(document, field) : document, null)]
    })
}

/** A path through objects alone: an array on the way ends it. */
function objectPath(document: Document, segments: readonly string[]): Found {
  let value: Found = document
  for (const segment of segments) {
    if (!isDocument(value)) return undefined
    value = fieldOf(value, segment)
  }
  return value
}

function withoutField(document: Document, path: string): Document {
  const [first = '', ...rest] = path.split('.')
  const made = { ...document }
  const below = fieldOf(made, first)
  if (rest.length === 0) delete made[first]
  else if (isDocument(below)) made[first] = withoutField(below, rest.join('.'))
  return made
}
