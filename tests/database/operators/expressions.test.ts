import { EXPRESSION_OPERATORS } from '@local/database/expressions/expression'
import { aggregationOf } from '@local/database/language'
import { OPERATORS } from '@local/database/operators'
import type { Document, Value } from '@local/database/values'

import { ARRAY_CASES } from './array-cases'
import { type Case, operatorsIn, outcomeOf, REFUSED } from './cases'
import { DATE_CASES } from './date-cases'
import { LOGIC_CASES, SHAPE_CASES } from './logic-cases'
import { NUMBER_CASES } from './number-cases'
import { TEXT_CASES } from './text-cases'

const DOCUMENT: Document = {
  _id: 'x',
  n: 7.5,
  m: -3,
  text: 'Shan 山',
  list: [3, 1, 2],
  at: new Date('2026-03-01T17:30:15.250Z'),
  pairs: [['k', 1]],
  deep: { a: 1 },
  items: [{ n: 1 }, { n: 5, x: 7 }],
}

/** The value that an expression has for the document. */
function valueOf(v: Value): Value | undefined {
  const [result] = aggregationOf([{ $project: { v } }])([DOCUMENT], () => [])
  return result?.v
}

const OPERATOR_CASES = [
  ...NUMBER_CASES,
  ...ARRAY_CASES,
  ...LOGIC_CASES,
  ...TEXT_CASES,
  ...DATE_CASES,
]

describe('operators of expressions', () => {
  it.each(OPERATOR_CASES)('%s', (_rule, written, expected) => {
    expect(outcomeOf(() => valueOf(written))).toEqual(expected)
  })

  it.each<Case>(SHAPE_CASES)('%s', (_rule, { v }, expected) => {
    expect(outcomeOf(() => valueOf(v as Value))).toEqual(expected)
  })

  it('each that is imitated has its cases and its implementation', () => {
    const imitated = [...OPERATORS.expression.imitated].sort()
    expect(operatorsIn(OPERATOR_CASES)).toEqual(imitated)
    expect(Object.keys(EXPRESSION_OPERATORS).sort()).toEqual(imitated)
  })

  it.each(OPERATORS.expression.refused)('%s is refused, even where no document is', (name) => {
    const written: Value = { $ifNull: [1, { [name]: '$n' }] }
    const run = (): Value => aggregationOf([{ $project: { v: written } }])([], () => [])
    expect(outcomeOf(run)).toBe(REFUSED)
  })
})
