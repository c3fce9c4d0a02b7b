import { requestFailed } from './errors'
import { type Document, isDocument, type Value } from './values'

/**
 * MongoDB refuses some updates that mingo lets pass without effect, and starts a pushed list
 * differently. This makes a document ready for mingo, or throws as the database does.
 */
export function prepareForUpdate(document: Document, change: Document): void {
  for (const [operator, fields] of Object.entries(change)) {
    if (!isDocument(fields)) throw requestFailed(`[FailedOperation] ${operator} needs an object`)
    for (const [path, operand] of Object.entries(fields)) {
      // A positional path is walked by mingo, which knows the element.
      if (path.includes('$')) continue
      if (MAKES_FIELDS.has(operator)) requirePath(document, path)
      RULES[operator]?.({ document, path, current: valueAt(document, path), operand })
    }
  }
}

const MAKES_FIELDS = new Set(['$set', '$inc', '$mul', '$min', '$max', '$push', '$addToSet', '$bit'])

/** A field can be made in an object, or at a place in a list, and nowhere else. */
function requirePath(document: Document, path: string): void {
  const segments = path.split('.')
  let value: Value | undefined = document
  for (const segment of segments) {
    if (value === undefined) return
    const isPlace = Array.isArray(value) && /^\d+$/.test(segment)
    if (!isPlace && !isDocument(value)) {
      throw requestFailed(`[FailedOperation] Cannot create field '${segment}' in path '${path}'`)
    }
    value = (value as Document)[segment]
  }
}

type UpdateCase = { document: Document; path: string; current: Value | undefined; operand: Value }

const RULES: Record<string, (update: UpdateCase) => void> = {
  $inc: (update) => requireNumber('$inc', update),
  $mul: (update) => requireNumber('$mul', update),
  $bit: (update) => requireNumber('$bit', update),
  $push: (update) => {
    requireArray('$push', update)
    // A list that is not there yet is still sorted and sliced.
    if (update.current === undefined && isDocument(update.operand) && '$each' in update.operand) {
      setAt(update.document, update.path, [])
    }
  },
  $addToSet: (update) => requireArray('$addToSet', update),
  $pull: (update) => requireArray('$pull', update),
  $pullAll: (update) => requireArray('$pullAll', update),
  $pop: (update) => requireArray('$pop', update),
}

function requireNumber(operator: string, { path, current }: UpdateCase): void {
  if (current === undefined || typeof current === 'number') return
  throw requestFailed(
    `[FailedOperation] Cannot apply ${operator} to a value of non-numeric type at '${path}'`,
  )
}

function requireArray(operator: string, { path, current }: UpdateCase): void {
  if (current === undefined || Array.isArray(current)) return
  throw requestFailed(
    `[FailedOperation] Cannot apply ${operator} to a non-array value: the field '${path}'`,
  )
}

function valueAt(document: Document, path: string): Value | undefined {
  let value: Value | undefined = document
  for (const segment of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(segment)]
    else if (isDocument(value)) value = value[segment]
    else return undefined
  }
  return value
}

function setAt(document: Document, path: string, value: Value): void {
  const segments = path.split('.')
  const last = segments.pop() as string
  let holder: Document = document
  for (const segment of segments) {
    const next: Value | undefined = holder[segment]
    if (next === undefined) holder = holder[segment] = {}
    else if (typeof next === 'object' && next !== null) holder = next as Document
    else return
  }
  holder[last] = value
}
