import { invalidOperator } from '../errors'
import { type Document, isDocument, type Value } from '../values'

/** A command as the SDK holds it, before it is translated. */
type RawCommand = { operator: string; operands: Value[] }

/** The commands that can be chained, by what they are in the language. */
const COMPARISONS: Record<string, string> = {
  eq: '$eq',
  neq: '$ne',
  gt: '$gt',
  gte: '$gte',
  lt: '$lt',
  lte: '$lte',
}

/**
 * The SDK (@cloudbase/database 1.4) does not translate commands that are chained inside
 * `_.elemMatch`: `_.gt(80).lt(100)`, which WeChat documents, arrives as the object
 * `{ operator: 'and', operands: […], fieldName }`. It is read as it is meant, since as a condition
 * on those three fields it would match nothing without a word; other chains are refused. Undefined
 * for what is no chain.
 */
export function chainOf(written: Value): Document[] | undefined {
  const command = commandIn(written)
  if (!command) return undefined
  const { operator, operands } = command
  if (operator === 'and') return operands.flatMap((part) => chainOf(part) ?? [part as Document])
  const name = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined
  if (name && operands.length === 1) return [{ [name]: operands[0] as Value }]
  throw invalidOperator(
    `a chained ${operator} inside elemMatch is not available in the local cloud`,
  )
}

function commandIn(written: Value): RawCommand | undefined {
  if (!isDocument(written)) return undefined
  const isCommand =
    Object.keys(written).sort().join() === 'fieldName,operands,operator' &&
    typeof written.operator === 'string' &&
    Array.isArray(written.operands)
  return isCommand ? (written as unknown as RawCommand) : undefined
}
