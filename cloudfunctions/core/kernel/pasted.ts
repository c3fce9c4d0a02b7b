/**
 * Values as people paste them: out of a console, a chat or a spreadsheet, with what came along.
 */

/** Byte order marks, soft hyphens, zero-width and direction marks: nobody sees them. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** Pairs that surround a value which was copied out of a file, a sentence or a message. */
const QUOTES = /^(?:"[^]*"|'[^]*'|`[^]*`|“[^]*”|‘[^]*’|「[^]*」|『[^]*』|<[^]*>|《[^]*》)$/

/**
 * A value of one line as it was meant: without invisible characters, quotes around it, blanks and
 * line ends at its ends; full-width letters, digits and signs become their usual form (NFKC).
 */
export function tidied(text: string): string {
  const plain = text.normalize('NFKC').replace(INVISIBLE, '').trim()
  return QUOTES.test(plain) ? tidied(plain.slice(1, -1)) : plain
}

/** A value that has no blanks, such as a key or a number, without those that it was given. */
export const withoutBlanks = (text: string): string => tidied(text).replace(/\s+/g, '')

/** Commas and semicolons of both scripts, blanks, line ends, and the brackets of a JSON list. */
const BETWEEN = /[\s,;、[\]]+/

/** The items of a list that is separated by anything usual; each once. */
export const listedItems = (text: string): string[] => [
  ...new Set(tidied(text).split(BETWEEN).map(tidied).filter(Boolean)),
]
