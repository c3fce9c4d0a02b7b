import { type Found, fieldOf, identityOf, setField } from '../comparison'
import { expressionOf, scopeOf, valueAt } from '../expressions/expression'
import { failed, named, variableName } from '../expressions/language'
import { isAnyAt } from '../matching/filter'
import { type Document, isDocument, type Value } from '../values'
import type { Context, Step } from './step'

/** Reads the stages of a pipeline inside a stage. */
type ReadPipeline = (stages: Document[]) => Step

/** `$lookup`: by equal fields, or by a pipeline with variables; both at once came in MongoDB 5. */
export function lookup(spec: Value, readPipeline: ReadPipeline): Step {
  if (isDocument(spec) && 'pipeline' in spec) return byPipeline(spec, readPipeline)
  const parts = namesIn(spec, ['from', 'localField', 'foreignField', 'as'])
  return (documents, context) => {
    const others = context.resolve(parts.from as string)
    const places = placesByValue(others, parts.foreignField as string)
    return documents.map((document) => {
      const found = new Set<number>()
      for (const value of localValues(document, parts.localField as string)) {
        for (const place of places.get(identityOf(value)) ?? []) found.add(place)
      }
      const joined = [...found].sort((a, b) => a - b).map((place) => others[place] as Document)
      return withField(document, parts.as as string, joined)
    })
  }
}

/** The values a document is joined by: each of an array, and null where there is none. */
export function localValues(document: Document, path: string): Value[] {
  const value = valueAt(document, path.split('.')) ?? null
  return Array.isArray(value) ? value : [value]
}

/** Where each value stands: the documents in which an equality would find it. */
function placesByValue(documents: readonly Document[], path: string): Map<string, Set<number>> {
  const places = new Map<string, Set<number>>()
  const segments = path.split('.')
  for (const [place, document] of documents.entries()) {
    const note = (value: Found): boolean => {
      const identity = identityOf(value ?? null)
      const known = places.get(identity)
      if (known) known.add(place)
      else places.set(identity, new Set([place]))
      return false
    }
    isAnyAt(document, { segments, test: note })
  }
  return places
}

function byPipeline(spec: Document, readPipeline: ReadPipeline): Step {
  const parts = named(spec, '$lookup', { must: ['from', 'pipeline', 'as'], may: ['let'] })
  const { from, as } = namesIn({ from: parts.from as Value, as: parts.as as Value }, ['from', 'as'])
  if (!Array.isArray(parts.pipeline)) throw failed("'pipeline' option must be an array")
  const inner = readPipeline(parts.pipeline as Document[])
  if (parts.let !== undefined && !isDocument(parts.let)) throw failed('$lookup: let is an object')
  const variables = Object.entries(parts.let ?? {}).map(
    ([name, written]) => [variableName(name, '$lookup'), expressionOf(written)] as const,
  )
  return (documents, context) => {
    const others = context.resolve(from as string)
    return documents.map((document) => {
      const scope = scopeOf(document, context.variables)
      const own = variables.map(([name, expression]) => [name, expression(scope)] as const)
      const around: Context = { ...context, variables: new Map([...context.variables, ...own]) }
      return withField(document, as as string, inner(others, around))
    })
  }
}

function namesIn(spec: Value, must: string[]): Document {
  const parts = named(spec, '$lookup', { must, may: [] })
  for (const name of must) {
    if (typeof parts[name] !== 'string') throw failed(`$lookup argument '${name}' must be a string`)
  }
  return parts
}

/** The document with a field set at a dotted path. */
export function withField(document: Document, path: string, value: Value): Document {
  const [first = '', ...rest] = path.split('.')
  const made = { ...document }
  const below = fieldOf(made, first)
  const inner =
    rest.length > 0 ? withField(isDocument(below) ? below : {}, rest.join('.'), value) : value
  setField(made, first, inner)
  return made
}
