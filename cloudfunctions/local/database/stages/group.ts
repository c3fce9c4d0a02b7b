import { compareValues, type Found, identityOf, isNullish, setField, typeOf } from '../comparison'
import { invalidOperator } from '../errors'
import { ACCUMULATORS, type Accumulate } from '../expressions/accumulators'
import { expressionOf, scopeOf } from '../expressions/expression'
import { type Expression, failed } from '../expressions/language'
import { refuseOperator } from '../operators'
import { type Document, isDocument, type Value } from '../values'
import type { Context, Step } from './step'

type Output = { name: string; accumulate: Accumulate; of: Expression }

/** `$group`: one document for each value of `_id`, in the order of first appearance. */
export function group(spec: Value): Step {
  if (!isDocument(spec) || !Object.hasOwn(spec, '_id')) {
    throw failed('a group specification must include an _id')
  }
  const { _id, ...fields } = spec
  const key = expressionOf(_id as Value)
  const outputs = outputsOf(fields)
  return (documents, context) => {
    const groups = new Map<string, { id: Value; members: Document[] }>()
    for (const document of documents) {
      const id = key(scopeOf(document, context.variables)) ?? null
      const identity = identityOf(id)
      const members = groups.get(identity)?.members
      if (members) members.push(document)
      else groups.set(identity, { id, members: [document] })
    }
    return [...groups.values()].map(({ id, members }) =>
      gathered(id, { members, outputs, context }),
    )
  }
}

type Group = { members: readonly Document[]; outputs: readonly Output[]; context: Context }

function gathered(id: Value, { members, outputs, context }: Group): Document {
  const made: Document = { _id: id }
  for (const { name, accumulate, of } of outputs) {
    const values = members.map((member) => of(scopeOf(member, context.variables)))
    setField(made, name, accumulate(values) ?? null)
  }
  return made
}

function outputsOf(fields: Document): Output[] {
  return Object.entries(fields).map(([name, spec]) => {
    if (name.includes('.') || name.startsWith('$')) {
      throw failed(`The field name '${name}' is not possible for a group`)
    }
    const operators = isDocument(spec) ? Object.keys(spec) : []
    const [operator = ''] = operators
    if (operators.length !== 1 || !operator.startsWith('$')) {
      throw failed(`The field '${name}' must be an accumulator object`)
    }
    const accumulate = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined
    if (!accumulate) throw refuseOperator('accumulator', operator)
    const argument = (spec as Document)[operator] as Value
    if (Array.isArray(argument)) throw failed(`The ${operator} accumulator is a unary operator`)
    return { name, accumulate, of: expressionOf(argument) }
  })
}

/** `$sortByCount`: the sizes of groups, the largest first. */
export function sortByCount(spec: Value): Step {
  const isPath = typeof spec === 'string' && spec.startsWith('$')
  const isExpression = isDocument(spec) && Object.keys(spec)[0]?.startsWith('$') === true
  if (!isPath && !isExpression) {
    throw failed('the sortByCount field must be defined as a $-prefixed path or an expression')
  }
  const grouped = group({ _id: spec, count: { $sum: 1 } })
  return (documents, context) =>
    grouped(documents, context).sort((a, b) => Number(b.count) - Number(a.count))
}

/** `$bucket`: groups by ranges; the server itself makes a group and a sort of it. */
export function bucket(spec: Value): Step {
  const { groupBy, boundaries, output, ...rest } = partsOf(spec, ['groupBy', 'boundaries'])
  refuseMore(rest, ['default'])
  const bounds = boundsIn(boundaries as Value)
  const value = groupBy as Value
  const branches = bounds.slice(0, -1).map((low, i): Document => {
    const [from, to] = [{ $literal: low }, { $literal: bounds[i + 1] as Value }]
    return { case: { $and: [{ $gte: [value, from] }, { $lt: [value, to] }] }, then: from }
  })
  const fallback: Document = {}
  if (Object.hasOwn(rest, 'default')) {
    const other = rest.default as Value
    const isBelow = compareValues(other, bounds[0]) < 0
    if (!isBelow && compareValues(other, bounds.at(-1)) < 0) {
      throw failed("The $bucket 'default' field must be outside the boundaries")
    }
    fallback.default = { $literal: other }
  }
  const _id = { $switch: { branches, ...fallback } }
  const grouped = group({ _id, ...outputIn(output) })
  return (documents, context) =>
    grouped(documents, context).sort((a, b) => compareValues(a._id, b._id))
}

function boundsIn(boundaries: Value): Value[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw failed('The $bucket boundaries must be an array of at least two values')
  }
  for (const [i, bound] of boundaries.entries()) {
    const next = boundaries[i + 1]
    if (next === undefined) continue
    if (typeOf(bound) !== typeOf(next) || compareValues(bound, next) >= 0) {
      throw failed('The $bucket boundaries must be of one type and in ascending order')
    }
  }
  return boundaries
}

/** `$bucketAuto`: ranges that hold about as many documents each; equal values stay together. */
export function bucketAuto(spec: Value): Step {
  const { groupBy, buckets, output, ...rest } = partsOf(spec, ['groupBy', 'buckets'])
  if ('granularity' in rest) {
    throw invalidOperator('granularity of $bucketAuto is not available in the local cloud')
  }
  refuseMore(rest, [])
  if (!Number.isInteger(buckets) || (buckets as number) < 1) {
    throw failed("The $bucketAuto 'buckets' field must be a whole number greater than 0")
  }
  const key = expressionOf(groupBy as Value)
  const outputs = outputsOf(outputIn(output))
  return (documents, context) => {
    const keyed = documents.map((document) => {
      const found = key(scopeOf(document, context.variables))
      return { document, key: isNullish(found) ? null : found }
    })
    keyed.sort((a, b) => compareValues(a.key, b.key))
    return divided(keyed, buckets as number).map(({ min, max, members }) =>
      gathered({ min, max }, { members, outputs, context }),
    )
  }
}

type Keyed = { document: Document; key: Value }
type Bucket = { min: Value; max: Value; members: Document[] }

function divided(keyed: readonly Keyed[], count: number): Bucket[] {
  const size = Math.max(1, Math.round(keyed.length / count))
  const made: Bucket[] = []
  let start = 0
  while (start < keyed.length) {
    let end = made.length === count - 1 ? keyed.length : Math.min(start + size, keyed.length)
    while (end < keyed.length && compareValues(keyed[end]?.key, keyed[end - 1]?.key) === 0) end += 1
    const members = keyed.slice(start, end).map(({ document }) => document)
    const max: Found = (keyed[end] ?? keyed[end - 1])?.key
    made.push({ min: keyed[start]?.key ?? null, max: max ?? null, members })
    start = end
  }
  return made
}

function partsOf(spec: Value, must: readonly string[]): Document {
  if (!isDocument(spec)) throw failed('a bucket specification must be an object')
  const missing = must.find((name) => !Object.hasOwn(spec, name))
  if (missing !== undefined) throw failed(`a bucket specification requires '${missing}'`)
  return spec
}

function refuseMore(rest: Document, known: readonly string[]): void {
  const unknown = Object.keys(rest).find((name) => !known.includes(name))
  if (unknown !== undefined) throw failed(`Unrecognized option to a bucket: ${unknown}`)
}

function outputIn(output: Value | undefined): Document {
  if (output === undefined) return { count: { $sum: 1 } }
  if (!isDocument(output)) throw failed("The bucket 'output' field must be an object")
  return output
}
