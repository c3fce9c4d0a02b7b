import type { Instant } from '@core/kernel/calendar'

type Base = {
  /** Path of the value in the input, and of its errors. */
  path: string
  /** Beside the field. */
  label: string
  /** In an error. Default: `label`. */
  name?: string
}

/** A text; required unless `isOptional`. */
type TextSpec = Base & { input: 'text'; max: number; placeholder: string; isOptional?: boolean }

/** A number typed as text: an amount in yuan, a whole number, or a discount (9.5 折). */
type NumberSpec = Base & {
  /** Characters. */
  max: number
  placeholder: string
  /** The value of an empty field; required when absent. */
  empty?: number | null
  /** The largest value. */
  most?: number
} & ({ input: 'amount' | 'discount' } | { input: 'whole'; unit: string })

/** A required moment. */
type MomentSpec = Base & { input: 'moment'; placeholder: string }

type CheckboxSpec = Base & { input: 'checkbox' }

/** How a field is labelled, typed, read and named in an error. */
export type FieldSpec = TextSpec | NumberSpec | MomentSpec | CheckboxSpec

/** The fields of a form that are described; the others are drawn and read by their editor. */
export type FieldSpecs<F> = {
  readonly [K in keyof F]?: F[K] extends string
    ? Readonly<TextSpec> | Readonly<NumberSpec>
    : F[K] extends boolean
      ? Readonly<CheckboxSpec>
      : F[K] extends Instant | null
        ? Readonly<MomentSpec>
        : never
}

/** What a described field is read as. */
export type FieldValue<S> = S extends { input: 'text' }
  ? string
  : S extends { input: 'checkbox' }
    ? boolean
    : S extends { empty: null }
      ? number | null
      : number

/** The names of described fields in errors, by the last step of their path. */
export function namesOf(specs: Readonly<Record<string, FieldSpec>>): Record<string, string> {
  const names = Object.values(specs).map(
    ({ path, label, name }) => [path.split('.').at(-1) ?? path, name ?? label] as const,
  )
  return Object.fromEntries<string>(names)
}

/** What a number is counted in, shown behind it; `null` for what is no number. */
export function unitOf(spec: FieldSpec): string | null {
  switch (spec.input) {
    case 'amount':
      return '元'
    case 'discount':
      return '折'
    case 'whole':
      return spec.unit
    default:
      return null
  }
}
