import { invalidOperator, requestFailed } from './errors'

/** A pattern of the database: `i`, `m` and `s` are the options that JavaScript reads alike. */
export function patternOf(source: string, options: string): RegExp {
  if (/[^ims]/.test(options)) {
    throw invalidOperator(`the option '${options}' of a regex is not available in the local cloud`)
  }
  try {
    return new RegExp(source, options)
  } catch (error) {
    throw requestFailed(`[FailedOperation] Regular expression is invalid: ${String(error)}`)
  }
}
