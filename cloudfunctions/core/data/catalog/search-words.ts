import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import { addDays, type Day } from '@core/kernel/calendar'
import { DAY_WORDS_MAX, WORD_DAYS_MAX } from '@core/kernel/limits'

/** A word as it was looked for on a day. */
export type SearchWord = DocumentOf<'searchWords'>

/** What is known of a word before it is counted: read beside the search itself. */
export type WordLookup = { _id: string; day: Day; word: string; isKnown: boolean; dayWords: number }

/** Looks up whether a word was counted on this day, and how many different words were. */
export async function lookUpWord(db: Database, day: Day, text: string): Promise<WordLookup> {
  const word = text.toLowerCase().replace(/\s+/g, ' ')
  const _id = `${day}:${word}`
  const [known, dayWords] = await Promise.all([
    db.get('searchWords', _id),
    db.count('searchWords', { day }),
  ])
  return { _id, day, word, isKnown: known !== null, dayWords }
}

/**
 * Counts a word once more. A word that is new counts while the day has room for it; the day's
 * first also lets go of what is too old. Two firsts at once may count as one: it is a tally of
 * wishes, not of money.
 */
export async function countWord(
  db: Database,
  { _id, day, word, isKnown, dayWords }: WordLookup,
  isFound: boolean,
): Promise<void> {
  if (isKnown) {
    await db.update('searchWords', { _id }, { count: command.inc(1), isFound })
    return
  }
  if (dayWords >= DAY_WORDS_MAX) return
  const isFirst = dayWords === 0
  await Promise.all([
    db.addOnce('searchWords', { _id, day, word, count: 1, isFound }),
    isFirst && db.removeAll('searchWords', { day: command.lt(addDays(day, -WORD_DAYS_MAX)) }),
  ])
}

/** The words of a day, most wanted first; only those that found something, or nothing, if told. */
export function findSearchWords(
  db: Database,
  { day, isFound, cursor }: { day: Day; isFound?: boolean; cursor?: string },
): Promise<DocumentPage<SearchWord>> {
  const where: Conditions = { day, ...(isFound === undefined ? {} : { isFound }) }
  return findPage(db, 'searchWords', { where, sortBy: ['count', 'desc'], cursor })
}
