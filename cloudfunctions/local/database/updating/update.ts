import { compareValues, type Found, isSame, typeOf } from '../comparison'
import { requestFailed } from '../errors'
import { failed } from '../expressions/language'
import { refuseOperator } from '../operators'
import { type Document, isDocument, type Value } from '../values'
import { type ArrayEdit, popped, pulled, pushed, withAdded, withoutAll } from './arrays'
import { type Place, placeOf, removeAt, valueIn, writeAt } from './place'
import { withPosition } from './positional'

/** One operator on one path of a document. */
type Edit = (document: Document, path: string, operand: Value) => void

/**
 * Applies update operators to a document, which is changed in place; any error leaves it half
 * changed, so the caller throws it away.
 */
export function applyUpdate(document: Document, change: Document, condition: Document): void {
  const id = document._id
  const paths: string[] = []
  for (const [name, fields] of Object.entries(change)) {
    const edit = Object.hasOwn(EDITS, name) ? EDITS[name] : undefined
    if (!edit) throw refuseOperator('update', name)
    if (!isDocument(fields) || Object.keys(fields).length === 0) {
      throw failed(`'${name}' is empty, or no object: specify a field like {${name}: {field: …}}`)
    }
    for (const [written, operand] of Object.entries(fields)) {
      const path = withPosition(document, written, condition)
      notePath(paths, path)
      if (name === '$rename' && typeof operand === 'string') notePath(paths, operand)
      edit(document, path, operand)
    }
  }
  if (!isSame(document._id, id)) {
    throw failed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
}

/** No two operators may act on one path, or on a path and one below it. */
function notePath(paths: string[], path: string): void {
  const rival = paths.find((one) => `${path}.`.startsWith(`${one}.`) || one.startsWith(`${path}.`))
  if (rival !== undefined) {
    throw failed(`Updating the path '${path}' would create a conflict at '${rival}'`)
  }
  paths.push(path)
}

/** The update operators that the local cloud imitates. */
export const EDITS: Record<string, Edit> = {
  $set: (document, path, operand) => writeAt(made(document, path), operand),
  $unset: (document, path) => {
    const place = placeOf(document, path, false)
    if (place) removeAt(place)
  },
  $inc: counting('$inc', (n, by) => n + by),
  $mul: counting('$mul', (n, by) => n * by),
  $min: keeping((order) => order < 0),
  $max: keeping((order) => order > 0),
  $rename: rename,
  $bit: bit,
  $push: onArray('$push', pushed, []),
  $addToSet: onArray('$addToSet', withAdded, []),
  $pop: onArray('$pop', popped),
  $pull: onArray('$pull', pulled),
  $pullAll: onArray('$pullAll', withoutAll),
}

function made(document: Document, path: string): Place {
  return placeOf(document, path, true) as Place
}

/** A field that is not there counts as 0. */
function counting(name: string, act: (n: number, by: number) => number): Edit {
  return (document, path, operand) => {
    if (typeof operand !== 'number') throw failed(`Cannot ${name} with a non-numeric argument`)
    const place = made(document, path)
    const current = valueIn(place) ?? (valueIn(place) === null ? null : 0)
    if (typeof current !== 'number') {
      throw failed(
        `Cannot apply ${name} to a value of non-numeric type ${typeOf(current)} at '${path}'`,
      )
    }
    writeAt(place, act(current, operand))
  }
}

function keeping(isBetter: (order: number) => boolean): Edit {
  return (document, path, operand) => {
    const place = made(document, path)
    const current = valueIn(place)
    if (current === undefined || isBetter(compareValues(operand, current))) writeAt(place, operand)
  }
}

function rename(document: Document, path: string, operand: Value): void {
  if (typeof operand !== 'string' || operand === '' || operand.includes('$')) {
    throw failed("The 'to' field for $rename must be a path of fields")
  }
  refuseArrays(document, path)
  const from = placeOf(document, path, false)
  const value: Found = from && valueIn(from)
  if (!from || value === undefined) return
  refuseArrays(document, operand)
  removeAt(from)
  writeAt(made(document, operand), value)
}

/** `$rename` moves fields of objects; positions of arrays stay where they are. */
function refuseArrays(document: Document, path: string): void {
  const segments = path.split('.')
  for (const [i] of segments.entries()) {
    const place = placeOf(document, segments.slice(0, i + 1).join('.'), false)
    if (place && Array.isArray(place.holder)) {
      throw failed(`$rename cannot go through an array: '${path}'`)
    }
  }
}

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

function bit(document: Document, path: string, operand: Value): void {
  const steps = isDocument(operand) ? Object.entries(operand) : []
  if (steps.length === 0) throw failed('$bit needs an object with and, or, or xor')
  const place = made(document, path)
  let current = valueIn(place) === undefined ? 0n : integer(valueIn(place), path)
  for (const [name, by] of steps) {
    const act = Object.hasOwn(BITS, name) ? BITS[name] : undefined
    if (!act) throw failed(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`)
    current = act(current, integer(by, name))
  }
  writeAt(place, Number(current))
}

function integer(value: Found, what: string): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value as number)
  throw failed(`Cannot apply $bit to a value that is no integer: ${what} is ${typeOf(value)}`)
}

/** Without a beginning a field that is not there stays away. */
function onArray(name: string, edit: ArrayEdit, beginning?: Value[]): Edit {
  return (document, path, operand) => {
    const place = beginning ? made(document, path) : placeOf(document, path, false)
    const list = place && (valueIn(place) ?? (valueIn(place) === null ? null : beginning))
    if (!place || list === undefined) return
    if (!Array.isArray(list)) {
      throw requestFailed(
        `[FailedOperation] Cannot apply ${name} to a non-array value: the field '${path}'`,
      )
    }
    writeAt(place, edit(list, operand))
  }
}
