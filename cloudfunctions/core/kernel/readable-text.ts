/**
 * The one rule for texts that people write and read: what is dropped without a word, and what makes
 * a text unfit. The contract checks every such field by it, and forms check the same beforehand.
 */

/**
 * Characters without any width: soft hyphen, zero-width space and joiners, byte order mark, blank
 * letters (Hangul filler, empty braille) and tags. They arrive with copied text and change nothing
 * that can be seen, so they are dropped.
 */
const WIDTHLESS = new RegExp(
  [
    /[\u00ad\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u2800\u3164\ufeff\uffa0]/,
    // Of these a class would be read as marks on the character before.
    /\u034f|\u17b4|\u17b5/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)
const TAGS = /[\u{e0000}-\u{e007f}]/gu
const JOINER = '\u200d'
/** Left and right of a joiner that makes one emoji of two: 👩‍🍳, ❤️‍🔥. */
const EMOJI_BEFORE = /[\p{So}\p{Sk}\ufe0f]$/u
const EMOJI_AFTER = /^\p{So}/u

/** Marks that turn the direction of writing: they can make a text read otherwise than it is. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
/** Control characters except tab and line ends, annotation marks, and what is no character. */
const CONTROL = /[^\P{Cc}\n\r\t]|[\ufff9-\ufffb\ufffe\uffff]/u
/** Half a character: it cannot be written as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/u
/** Old Hangul fillers are letters by their class, and cannot be seen. */
const UNSEEN_LETTERS = /[\u115f\u1160]/g
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u
const NAMING = /[\p{L}\p{N}\p{So}]/u

/** Why a text cannot be stored: it would be empty to the eye, deceive it, or break on its way. */
export type TextFault = 'CONTROL' | 'BIDI' | 'SURROGATE' | 'NOTHING_VISIBLE' | 'NO_LETTER'

/** A text without widthless characters and without blanks around it; line ends stay. */
export const tidyText = (text: string): string =>
  text
    .replace(WIDTHLESS, keptInEmoji)
    .replace(TAGS, '')
    .replace(/[\u2028\u2029]/g, '\n')
    .trim()

/** The same in one line: line ends, tabs and runs of blanks become one blank. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s+/g, ' ')

/** A search word: what would make another text unfit is dropped here, since nobody reads it. */
export const tidyWord = (text: string): string =>
  tidyLine(
    text
      .replace(/\p{Cc}/gu, ' ')
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff]/g, '')
      .replace(/\p{Cs}/gu, ''),
  )

/** What is wrong with a tidied text that is not empty; `null` when it may be stored. */
export function textFault(text: string): TextFault | null {
  if (LONE_SURROGATE.test(text)) return 'SURROGATE'
  if (BIDI.test(text)) return 'BIDI'
  if (CONTROL.test(text)) return 'CONTROL'
  return VISIBLE.test(text.replace(UNSEEN_LETTERS, '')) ? null : 'NOTHING_VISIBLE'
}

/** The same for a name, which needs a letter, a digit or an emoji as well: `。。` names nobody. */
export function nameFault(text: string): TextFault | null {
  const fault = textFault(text)
  if (fault !== null) return fault
  return NAMING.test(text.replace(UNSEEN_LETTERS, '')) ? null : 'NO_LETTER'
}

function keptInEmoji(found: string, at: number, text: string): string {
  if (found !== JOINER) return ''
  const isInEmoji = EMOJI_BEFORE.test(text.slice(0, at)) && EMOJI_AFTER.test(text.slice(at + 1))
  return isInEmoji ? found : ''
}
