import { compareValues, type Found, isNullish, isTruthy } from '../comparison'
import { isDocument, type Value } from '../values'
import {
  binary,
  type Expression,
  failed,
  listed,
  named,
  type Operator,
  type Parse,
  unary,
  variableName,
  withVariables,
} from './language'

const comparing = (isMet: (order: number) => boolean): Operator =>
  binary((a, b) => isMet(compareValues(a, b)))

/** Later arguments are evaluated only while they can still decide. */
const until =
  (deciding: boolean): Operator =>
  (argument, parse) => {
    const parts = listed(argument).map(parse)
    const decides = (scope: Parameters<Expression>[0]): boolean =>
      parts.some((part) => isTruthy(part(scope)) === deciding)
    return (scope) => decides(scope) === deciding
  }

const $cond: Operator = (argument, parse, name) => {
  const parts = Array.isArray(argument) ? argument : thenParts(argument, name)
  if (parts.length !== 3) {
    throw failed(`Expression ${name} takes exactly 3 arguments. ${parts.length} were passed in.`)
  }
  const [test, yes, no] = parts.map(parse) as [Expression, Expression, Expression]
  return (scope) => (isTruthy(test(scope)) ? yes(scope) : no(scope))
}

function thenParts(argument: Value, name: string): Value[] {
  const {
    if: test,
    then,
    else: otherwise,
  } = named(argument, name, {
    must: ['if', 'then', 'else'],
    may: [],
  })
  return [test, then, otherwise] as Value[]
}

const $switch: Operator = (argument, parse, name) => {
  const parts = named(argument, name, { must: ['branches'], may: ['default'] })
  if (!Array.isArray(parts.branches) || parts.branches.length === 0) {
    throw failed('$switch requires at least one branch')
  }
  const branches = parts.branches.map((branch) => branchOf(branch, parse))
  const otherwise = Object.hasOwn(parts, 'default') ? parse(parts.default as Value) : undefined
  return (scope) => {
    const met = branches.find(({ test }) => isTruthy(test(scope)))
    if (met) return met.then(scope)
    if (otherwise) return otherwise(scope)
    throw failed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    )
  }
}

function branchOf(branch: Value, parse: Parse): { test: Expression; then: Expression } {
  const parts = named(branch, '$switch', { must: ['case', 'then'], may: [] })
  return { test: parse(parts.case as Value), then: parse(parts.then as Value) }
}

const $let: Operator = (argument, parse, name) => {
  const parts = named(argument, name, { must: ['vars', 'in'], may: [] })
  if (!isDocument(parts.vars)) throw failed('invalid parameter: expected an object (vars)')
  const variables = Object.entries(parts.vars).map(
    ([variable, written]) => [variableName(variable, name), parse(written)] as const,
  )
  const inside = parse(parts.in as Value)
  return (scope) => {
    const values = variables.map(([variable, value]) => [variable, value(scope)] as const)
    return inside(withVariables(scope, values))
  }
}

/** Comparisons of whole values, truth, choices and variables. */
export const LOGIC: Record<string, Operator> = {
  $cmp: binary((a, b) => Math.sign(compareValues(a, b))),
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $and: until(false),
  $or: until(true),
  $not: unary((value) => !isTruthy(value)),
  $cond,
  $ifNull: binary((value: Found, replacement: Found) => (isNullish(value) ? replacement : value)),
  $switch,
  $let,
  $literal: (argument) => () => argument,
}
