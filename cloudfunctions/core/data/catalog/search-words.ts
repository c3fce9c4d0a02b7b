import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import type { DocumentOf } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import { addDays, type Day } from '@core/kernel/calendar'
import { DAY_WORDS_MAX, OWN_WORDS_MAX, WORD_DAYS_MAX } from '@core/kernel/limits'

/** A search word with its count of one day. */
export type SearchWord = DocumentOf<'searchWords'>

/** A word that was typed, and by whom: a code that names nobody and is another one every day. */
export type TypedWord = { day: Day; text: string; by: string }

/** What `countWord` needs to know of a word; read in the same round as the search itself. */
export type WordLookup = {
  _id: string
  day: Day
  word: string
  by: string
  isKnown: boolean
  /** Different words of the day: in all, and those that this customer was the first to type. */
  dayWords: number
  ownWords: number
}

/** Looks up whether a word was counted on this day already, and how many different words were. */
export async function lookUpWord(db: Database, { day, text, by }: TypedWord): Promise<WordLookup> {
  const word = text.toLowerCase().replace(/\s+/g, ' ')
  const _id = `${day}:${word}`
  const [known, dayWords, ownWords] = await Promise.all([
    db.get('searchWords', _id),
    db.count('searchWords', { day }),
    db.count('searchWords', { day, by }),
  ])
  return { _id, day, word, by, isKnown: known !== null, dayWords, ownWords }
}

/**
 * Counts a search for a word. A new word is only counted up to `DAY_WORDS_MAX` words per day, of
 * which one customer adds at most `OWN_WORDS_MAX`, so that nobody uses up the day for the others;
 * the first of a day also deletes days beyond `WORD_DAYS_MAX`. Two concurrent first searches may
 * count as one, and searches at once may add a few words more: good enough for statistics.
 */
export async function countWord(
  db: Database,
  { _id, day, word, by, isKnown, dayWords, ownWords }: WordLookup,
  isFound: boolean,
): Promise<void> {
  if (isKnown) {
    await db.update('searchWords', { _id }, { count: command.inc(1), isFound })
    return
  }
  if (dayWords >= DAY_WORDS_MAX || ownWords >= OWN_WORDS_MAX) return
  const isFirst = dayWords === 0
  await Promise.all([
    db.addOnce('searchWords', { _id, day, word, by, count: 1, isFound }),
    isFirst && db.removeAll('searchWords', { day: command.lt(addDays(day, -WORD_DAYS_MAX)) }),
  ])
}

/** The words of a day, most frequent first; `isFound` limits them to words with or without hits. */
export function findSearchWords(
  db: Database,
  { day, isFound, cursor }: { day: Day; isFound?: boolean; cursor?: string },
): Promise<DocumentPage<SearchWord>> {
  const where: Conditions = { day, ...(isFound === undefined ? {} : { isFound }) }
  return findPage(db, 'searchWords', { where, sortBy: ['count', 'desc'], cursor })
}
