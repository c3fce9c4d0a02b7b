import type { FieldError } from './form-reader'

const REASONS: Partial<Record<string, string>> = {
  MISSING: '还没填',
  NUMBER_ODD: '要填数字',
  INVALID_INPUT: '不合适，看看字数和大小',
}

type Texts = Readonly<Partial<Record<string, string>>>

/** What an error code means, in the words of the editor or else in those of all editors. */
export const errorReason = (code: string, reasons: Texts = {}): string =>
  reasons[code] ?? REASONS[code] ?? '不合适'

type FormTexts = {
  /** What each field is called, by the last step of its path. */
  names: Texts
  /** What is said of an error that names no known field. */
  whole: string
  reasons?: Texts
  /** What a row of a list is called; rows are not named without it. */
  row?: string
}

/** What is wrong with a form, and where: 第 2 行的价格还没填. */
export function fieldErrorCopy({ code, field }: FieldError, texts: FormTexts): string {
  const steps = field.split('.')
  const row = texts.row && steps.map(Number).find((step) => Number.isInteger(step))
  const name = steps.reverse().flatMap((step) => texts.names[step] ?? [])[0] ?? texts.whole
  const place = typeof row === 'number' ? `第 ${row + 1} ${texts.row}的` : ''
  return `${place}${name}${errorReason(code, texts.reasons)}`
}
