import type { BrokenRule } from './books'
import type { BooksReport } from './check-books'

/** Findings that are written out; more would bury the first. */
const WRITTEN_MAX = 50
/** Characters of one value: a whole document does not help on a screen. */
const VALUE_MAX = 160

/** A report as readable sentences. */
export function reportText({ collections, documents, rules, broken }: BooksReport): string {
  const read = `Read ${documents} documents of ${collections} collections by ${rules} rules.`
  if (broken.length === 0) return `${read}\nThe books are balanced.`
  const more = broken.length - WRITTEN_MAX
  return [
    read,
    `${broken.length} entries are off:`,
    ...broken.slice(0, WRITTEN_MAX).map(sentence),
    ...(more > 0 ? [`… and ${more} more; --json has all of them.`] : []),
  ].join('\n')
}

const sentence = ({ rule, id, expected, found }: BrokenRule): string =>
  `  ${rule}: ${id} should be ${short(expected)} and is ${short(found)}`

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'missing')
  return text.length > VALUE_MAX ? `${text.slice(0, VALUE_MAX)}…` : text
}
