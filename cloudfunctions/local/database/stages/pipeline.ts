import { expressionOf, scopeOf } from '../expressions/expression'
import { failed, named } from '../expressions/language'
import { filterOf } from '../matching/filter'
import { refuseOperator } from '../operators'
import { sorted, sortOf } from '../order'
import { type Document, isDocument, type Value } from '../values'
import { bucket, bucketAuto, group, sortByCount } from './group'
import { lookup } from './lookup'
import { additionOf, projectionOf } from './projection'
import type { Step } from './step'
import { unwind } from './unwind'

/** The stages that the local cloud imitates. */
export const STAGES: Record<string, (argument: Value) => Step> = {
  $addFields: (argument) => {
    const shape = additionOf(objectIn(argument, '$addFields'))
    return (documents, { variables }) => documents.map((document) => shape(document, variables))
  },
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $group: group,
  $limit: (argument) => {
    const most = wholeNumber(argument, { name: '$limit', least: 1 })
    return (documents) => documents.slice(0, most)
  },
  $lookup: (argument) => lookup(argument, pipelineOf),
  $match: (argument) => {
    const condition = objectIn(argument, '$match')
    filterOf(condition)
    return (documents, { variables }) => documents.filter(filterOf(condition, variables))
  },
  $project: (argument) => {
    const shape = projectionOf(objectIn(argument, '$project'), 'project')
    return (documents, { variables }) => documents.map((document) => shape(document, variables))
  },
  $replaceRoot: replaceRoot,
  $sample: sample,
  $skip: (argument) => {
    const fewer = wholeNumber(argument, { name: '$skip', least: 0 })
    return (documents) => documents.slice(fewer)
  },
  $sort: (argument) => {
    const order = sortOf(sortSpec(argument))
    return (documents) => sorted(documents, (document) => document, order)
  },
  $sortByCount: sortByCount,
  $unwind: unwind,
}

/** A pipeline, read and checked as a whole. */
export function pipelineOf(stages: readonly Document[]): Step {
  const steps = stages.map(stepOf)
  return (documents, context) => steps.reduce((found, step) => step(found, context), documents)
}

function stepOf(stage: Value): Step {
  const names = isDocument(stage) ? Object.keys(stage) : []
  const [name = ''] = names
  if (names.length !== 1) throw failed('a pipeline stage must be an object with exactly one field')
  const read = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined
  if (!read) throw refuseOperator('stage', name)
  return read((stage as Document)[name] as Value)
}

function objectIn(argument: Value, name: string): Document {
  if (isDocument(argument)) return argument
  throw failed(`${name} needs an object`)
}

/** The number of a `$limit` or a `$skip`. */
export function wholeNumber(
  value: Value,
  { name, least }: { name: string; least: number },
): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
  throw failed(`${name} needs a whole number of at least ${least}`)
}

/** The fields of a `$sort`, each with 1 or -1. */
export function sortSpec(argument: Value): Document {
  const spec = objectIn(argument, '$sort')
  const ways = Object.values(spec)
  if (ways.length === 0) throw failed('$sort stage must have at least one sort key')
  if (ways.every((way) => way === 1 || way === -1)) return spec
  throw failed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
}

/** Of no document there is no count: the answer is empty, not 0. */
function count(argument: Value): Step {
  const isName = typeof argument === 'string' && argument !== ''
  if (!isName || argument.startsWith('$') || argument.includes('.') || argument.includes('\0')) {
    throw failed('the count field must be a non-empty string without $ in front and without dots')
  }
  return ({ length }) => (length === 0 ? [] : [{ [argument]: length }])
}

function replaceRoot(argument: Value): Step {
  const { newRoot } = named(argument, '$replaceRoot', { must: ['newRoot'], may: [] })
  const expression = expressionOf(newRoot as Value)
  return (documents, { variables }) =>
    documents.map((document) => {
      const made = expression(scopeOf(document, variables))
      if (isDocument(made)) return made
      throw failed("'newRoot' expression must evaluate to an object")
    })
}

/** So many documents by chance, none of them twice. */
function sample(argument: Value): Step {
  const { size } = named(argument, '$sample', { must: ['size'], may: [] })
  const wanted = wholeNumber(size as Value, { name: 'size of $sample', least: 0 })
  return (documents) => {
    const mixed = [...documents]
    const length = Math.min(wanted, mixed.length)
    for (let at = 0; at < length; at++) {
      const from = at + Math.floor(Math.random() * (mixed.length - at))
      const drawn = mixed[from] as Document
      mixed[from] = mixed[at] as Document
      mixed[at] = drawn
    }
    return mixed.slice(0, length)
  }
}
