import { type Found, isNullish, typeOf } from '../comparison'
import { requestFailed } from '../errors'
import { type Document, isDocument, type Value } from '../values'

/** What an expression is evaluated for: a document, and the variables of `$let` and its like. */
export type Scope = { root: Document; variables: ReadonlyMap<string, Found> }

/** An expression ready to be evaluated. */
export type Expression = (scope: Scope) => Found

/** Makes an expression of its written form. */
export type Parse = (written: Value) => Expression

/** One operator: reads its argument once, refuses what is malformed, and returns the expression. */
export type Operator = (argument: Value, parse: Parse, name: string) => Expression

/** An error of the database in an expression. */
export function failed(message: string): Error {
  return requestFailed(`[FailedOperation] ${message}`)
}

/** A list of arguments; `{ $abs: x }` is `{ $abs: [x] }`. */
export function listed(argument: Value): Value[] {
  return Array.isArray(argument) ? argument : [argument]
}

type Count = { least: number; most: number }

/** An operator whose arguments are all evaluated before it acts. */
export function taking({ least, most }: Count, act: (...values: Found[]) => Found): Operator {
  return (argument, parse, name) => {
    const parts = listed(argument)
    if (parts.length < least || parts.length > most) {
      const wanted = least === most ? `exactly ${least}` : `at least ${least}, at most ${most}`
      const count = `${parts.length} were passed in`
      throw failed(`Expression ${name} takes ${wanted} arguments. ${count}.`)
    }
    const expressions = parts.map(parse)
    return (scope) => act(...expressions.map((expression) => expression(scope)))
  }
}

/** One argument, two, or any number. */
export const unary = (act: (value: Found) => Found): Operator =>
  taking({ least: 1, most: 1 }, (value) => act(value))
export const binary = (act: (a: Found, b: Found) => Found): Operator =>
  taking({ least: 2, most: 2 }, (a, b) => act(a, b))
export const variadic = (act: (values: Found[]) => Found): Operator =>
  taking({ least: 0, most: Infinity }, (...values) => act(values))

/** The same, but null when any argument is null or missing. */
export const unlessNull =
  (act: (...values: Value[]) => Found) =>
  (...values: Found[]): Found =>
    values.some(isNullish) ? null : act(...(values as Value[]))

/** The parts of an argument that is an object with names of its own. */
export function named(argument: Value, name: string, names: { must: string[]; may: string[] }) {
  if (!isDocument(argument)) throw failed(`${name} only supports an object as its argument`)
  for (const part of Object.keys(argument)) {
    if (![...names.must, ...names.may].includes(part)) {
      throw failed(`Unrecognized parameter to ${name}: ${part}`)
    }
  }
  for (const part of names.must) {
    if (!Object.hasOwn(argument, part)) throw failed(`Missing '${part}' parameter to ${name}`)
  }
  return argument
}

/** A scope with one more variable, or several. */
export function withVariables(scope: Scope, more: Iterable<readonly [string, Found]>): Scope {
  return { root: scope.root, variables: new Map([...scope.variables, ...more]) }
}

/** The name of a variable that an expression declares. */
export function variableName(name: Value, operator: string): string {
  if (typeof name === 'string' && /^[a-z\u0080-\uffff]\w*$/.test(name)) return name
  throw failed(`${operator}: ${JSON.stringify(name)} is not a possible name of a variable`)
}

/** Reads a number, an integer, a text or an array, or fails as the database does. */
export function numberIn(value: Found, what: string): number {
  if (typeof value === 'number') return value
  throw failed(`${what} only supports numeric types, not ${typeOf(value)}`)
}

export function integerIn(value: Found, what: string): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  throw failed(`${what} must be an integer, but is ${typeOf(value)}`)
}

export function textIn(value: Found, what: string): string {
  if (typeof value === 'string') return value
  throw failed(`${what} requires a string, found: ${typeOf(value)}`)
}

export function arrayIn(value: Found, what: string): Value[] {
  if (Array.isArray(value)) return value
  throw failed(`${what} must be an array, but was of type: ${typeOf(value)}`)
}
