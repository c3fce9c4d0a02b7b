import { fail, ok, type Result } from '@core/kernel/result'
import type { FieldSpec, FieldSpecs, FieldValue } from './field-spec'
import { parseAmount, parseDiscount, parseWhole } from './numbers'

/** What is wrong with a form; `field` is a path of the input that would be sent. */
export type FieldError = { code: string; field: string }

/** Reads the fields of a form as values of its input; collects the empty and the malformed ones. */
export class FormReader {
  private readonly errors: FieldError[] = []

  error(field: string, code: string): void {
    this.errors.push({ field, code })
  }

  require(field: string, isFilled: boolean): void {
    if (!isFilled) this.error(field, 'MISSING')
  }

  /** A required whole number. */
  whole(field: string, text: string): number {
    return this.filled(field, parseWhole(text)) ?? 0
  }

  /** The values of some fields by key; `prefix` is the path of the row they are in. */
  fields<F extends object, S extends FieldSpecs<F>, K extends keyof S & keyof F>(
    specs: S,
    form: F,
    { keys, prefix = '' }: { keys: readonly K[]; prefix?: string },
  ): { [P in K]: FieldValue<S[P]> } {
    const entries = keys.map((key) => {
      const spec: FieldSpec = specs[key] as FieldSpec
      return [key, this.value({ ...spec, path: `${prefix}${spec.path}` }, form[key])]
    })
    return Object.fromEntries(entries) as { [P in K]: FieldValue<S[P]> }
  }

  /** The value, or the first error; missing fields come before malformed ones when asked for. */
  result<T>(value: T, order: 'as read' | 'missing first' = 'as read'): Result<T, FieldError> {
    const missing = this.errors.find(({ code }) => code === 'MISSING')
    const error = (order === 'missing first' && missing) || this.errors[0]
    return error ? fail(error) : ok(value)
  }

  private value(spec: FieldSpec, typed: unknown): unknown {
    const { path } = spec
    if (spec.input === 'checkbox') return typed
    if (spec.input === 'moment') return this.filled(path, typed as number | null) ?? 0
    const text = typed as string
    if (spec.input === 'text') {
      if (spec.isOptional !== true) this.require(path, text.trim() !== '')
      return text
    }
    const value = NUMBERS[spec.input](text)
    if (value === null && spec.empty !== undefined) return spec.empty
    const isTooLarge = spec.most !== undefined && value !== null && value > spec.most
    return this.filled(path, isTooLarge ? NaN : value) ?? 0
  }

  private filled(field: string, value: number | null): number | null {
    this.require(field, value !== null)
    if (Number.isNaN(value)) this.error(field, 'NUMBER_ODD')
    return value
  }
}

const NUMBERS = { amount: parseAmount, whole: parseWhole, discount: parseDiscount }
