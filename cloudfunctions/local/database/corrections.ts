import { Context } from 'mingo'
import { evalExpr } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import type { AnyObject, Options } from 'mingo/types'

import { requestFailed } from './errors'
import { type Document, isDocument, type Value } from './values'

/** Where mingo's results differ from MongoDB's. */

type Expression = (document: AnyObject, argument: unknown, options: Options) => unknown

/**
 * The number of Sundays in the year up to and including the day: days before the first are week 0.
 */
const $week: Expression = (document, argument, options) => {
  const dayOfYear = expression.$dayOfYear(document, argument, options)
  const weekday = expression.$dayOfWeek(document, argument, options) - 1
  return Math.floor((dayOfYear - 1 + 7 - weekday) / 7)
}

/** MongoDB also takes the number alone, without a list around it. */
const $trunc: Expression = (document, argument, options) =>
  expression.$trunc(document, Array.isArray(argument) ? argument : [argument, 0], options)

const indexOf =
  (unitsOf: (text: string) => number): Expression =>
  (document, argument, options) => {
    const [text, part, start = 0, end] = evalExpr(document, argument, options) as Value[]
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof part !== 'string') {
      throw requestFailed('[FailedOperation] a text was expected')
    }
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      const place = unitsOf(text.slice(0, at))
      const last = place + unitsOf(part)
      if (place >= Number(start) && (end === undefined || last <= Number(end))) return place
    }
    return -1
  }

/** Positions counted in code points, and in bytes of UTF-8. */
const $indexOfCP = indexOf((text) => [...text].length)
const $indexOfBytes = indexOf((text) => Buffer.byteLength(text))

/** The whole language, corrected. */
export const FULL_CONTEXT = Context.init({
  accumulator: { ...accumulator },
  expression: { ...expression, $week, $trunc, $indexOfCP, $indexOfBytes },
  pipeline: { ...pipeline },
  projection: { ...projection },
  query: { ...query },
})

/** The query operators alone: mingo copies its context for every query. */
export const QUERY_CONTEXT = Context.init({ query: { ...query } })

/**
 * MongoDB itself turns `$bucket` into a group and a sort; mingo puts a boundary into the bucket
 * below.
 */
export function withCorrectedStages(stages: readonly Document[]): Document[] {
  return stages.flatMap((stage) => (isDocument(stage.$bucket) ? buckets(stage.$bucket) : [stage]))
}

function buckets({ groupBy, boundaries, output, ...rest }: Document): Document[] {
  const bounds = Array.isArray(boundaries) ? boundaries : []
  if (bounds.length < 2) throw requestFailed('[FailedOperation] $bucket needs two boundaries')
  const value = groupBy as Value
  const branches = bounds.slice(0, -1).map((low, i): Document => {
    const inside: Document[] = [{ $gte: [value, low] }, { $lt: [value, bounds[i + 1] as Value] }]
    return { case: { $and: inside }, then: low }
  })
  const fallback: Document = 'default' in rest ? { default: rest.default } : {}
  const fields = isDocument(output) ? output : { count: { $sum: 1 } }
  const _id = { $switch: { branches, ...fallback } }
  return [{ $group: { _id, ...fields } }, { $sort: { _id: 1 } }]
}
