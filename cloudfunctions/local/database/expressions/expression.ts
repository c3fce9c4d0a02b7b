import { type Found, fieldOf, setField } from '../comparison'
import { refuseOperator } from '../operators'
import { type Document, isDocument, type Value } from '../values'
import { ACCUMULATING } from './accumulators'
import { ARITHMETIC } from './arithmetic'
import { ARRAYS } from './arrays'
import { DATES } from './dates'
import { type Expression, failed, type Operator, type Scope } from './language'
import { LOGIC } from './logic'
import { SETS } from './sets'
import { TEXTS } from './texts'

/** The operators of expressions that the local cloud imitates. */
export const EXPRESSION_OPERATORS: Record<string, Operator> = {
  ...ACCUMULATING,
  ...ARITHMETIC,
  ...ARRAYS,
  ...DATES,
  ...LOGIC,
  ...SETS,
  ...TEXTS,
}

/** An expression of the aggregation language, checked as a whole before any document is seen. */
export function expressionOf(written: Value): Expression {
  if (typeof written === 'string') return written.startsWith('$') ? pathOf(written) : () => written
  if (Array.isArray(written)) {
    const parts = written.map(expressionOf)
    return (scope) => parts.map((part) => part(scope) ?? null)
  }
  if (!isDocument(written)) return () => written
  const names = Object.keys(written)
  if (!names.some((name) => name.startsWith('$'))) return objectOf(written)
  const [name = ''] = names
  if (names.length > 1) {
    throw failed(`an object that is an expression has exactly one field: ${names.join(', ')}`)
  }
  const operator = Object.hasOwn(EXPRESSION_OPERATORS, name)
    ? EXPRESSION_OPERATORS[name]
    : undefined
  if (!operator) throw refuseOperator('expression', name)
  return operator(written[name] as Value, expressionOf, name)
}

/** Evaluates with a document alone. */
export function scopeOf(root: Document, variables: Scope['variables'] = new Map()): Scope {
  return { root, variables }
}

function objectOf(written: Document): Expression {
  const fields = Object.entries(written).map(([name, part]) => {
    if (name.includes('.')) throw failed(`FieldPath field names may not contain '.': ${name}`)
    return [name, expressionOf(part)] as const
  })
  return (scope) => {
    const made: Document = {}
    for (const [name, field] of fields) {
      const value = field(scope)
      if (value !== undefined) setField(made, name, value)
    }
    return made
  }
}

/** `$a.b` is a path in the document, `$$a.b` one in a variable. */
function pathOf(written: string): Expression {
  const isVariable = written.startsWith('$$')
  const segments = written.slice(isVariable ? 2 : 1).split('.')
  if (segments.some((segment) => segment === '' || segment.startsWith('$'))) {
    throw failed(`'${written}' is not a valid path of fields`)
  }
  if (!isVariable) return ({ root }) => valueAt(root, segments)
  const [variable = '', ...rest] = segments
  if (variable === 'REMOVE') return () => undefined
  if (variable === 'ROOT' || variable === 'CURRENT') return ({ root }) => valueAt(root, rest)
  return ({ variables }) => {
    if (!variables.has(variable)) throw failed(`Use of undefined variable: ${variable}`)
    return valueAt(variables.get(variable), rest)
  }
}

/**
 * Follows a path through objects; through an array it gives the values of those elements that are
 * objects. A number is the name of a field here, never a place in an array.
 */
export function valueAt(value: Found, segments: readonly string[], at = 0): Found {
  const segment = segments[at]
  if (segment === undefined) return value
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const found = isDocument(item) ? valueAt(item, segments, at) : undefined
      return found === undefined ? [] : [found]
    })
  }
  return isDocument(value) ? valueAt(fieldOf(value, segment), segments, at + 1) : undefined
}
