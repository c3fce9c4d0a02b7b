import type { Document, Value } from '@local/database/values'
import { CloudError } from '@local/ports'

/** What a case expects in place of a value: no value at all, or an error of the database. */
export const MISSING = Symbol('no value')
export const FAILS = Symbol('DATABASE_REQUEST_FAILED')
export const REFUSED = Symbol('DATABASE_INVALID_OPERRATOR')

export type Expected = Value | symbol

/** One line of a table: the rule it is about, what is written, what the manual says of it. */
export type Case = [rule: string, written: Document, expected: Expected]

/** Carries out a case; an error of the database becomes the symbol of its code. */
export function outcomeOf(work: () => Value | undefined): Expected {
  try {
    const value = work()
    return value === undefined ? MISSING : value
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return error.code === 'DATABASE_INVALID_OPERRATOR' ? REFUSED : FAILS
  }
}

/** The operators that a table has cases of. */
export function operatorsIn(cases: readonly Case[]): string[] {
  return [...new Set(cases.map(([, written]) => Object.keys(written)[0] as string))].sort()
}
