import { symbolsOf, type TextSymbol } from '@core/kernel/search-text'

/** Symbols of a query that are looked at as words of their own; of a longer one, only its pairs. */
const WORDY_SYMBOLS_MAX = 12
/** The longest word that a part of a query is compared with. */
const WORD_SYMBOLS_MAX = 5
/** Where the index is entered for one query: each is a query of its own, in one round. */
const ENTRIES_MAX = 8

/** A part of a query: the symbols from `from` up to `to`, as one word. */
export type QueryTerm = { text: string; from: number; to: number }

/**
 * A query as it is asked: its symbols, and every part of it that could be a word of the shop. Which
 * ones are words, the products say: words written together are parted by what they contain.
 */
export type ProductQuery = { symbols: TextSymbol[]; terms: QueryTerm[] }

/** What people say around what they want; a name that has it is found without it too. */
const FILLERS = /有没有|我想?要|想[要买]|请问|推荐|适合|[的吗呢]|(?<=礼盒)装/gu

/** Reads a query; `null` when there is nothing in it that could be looked for. */
export function readQuery(text: string): ProductQuery | null {
  const wanted = symbolsOf(text.replace(FILLERS, ' '))
  const symbols = wanted.length > 0 ? wanted : symbolsOf(text)
  return symbols.length === 0 ? null : { symbols, terms: termsOf(symbols) }
}

function termsOf(symbols: readonly TextSymbol[]): QueryTerm[] {
  const longest = symbols.length > WORDY_SYMBOLS_MAX ? 2 : WORD_SYMBOLS_MAX
  return symbols.flatMap((_, from) => {
    const terms: QueryTerm[] = []
    let text = ''
    for (let to = from + 1; to <= Math.min(symbols.length, from + longest); to += 1) {
      const symbol = symbols[to - 1]
      if (!symbol || (to > from + 1 && !symbol.isJoined)) break
      text += symbol.text
      terms.push({ text, from, to })
    }
    return terms
  })
}

/** Whether a term is looked up: a pair, a word or a number, and a character that stands alone. */
const isEntry = ({ symbols }: ProductQuery, { from, to }: QueryTerm): boolean => {
  const symbol = symbols[from]
  if (to - from > 2 || !symbol) return false
  return to - from === 2 ? isTight(symbols, from) : symbol.kind !== 'character'
}

/** A pair of Latin word and number is two words: with a blank between them it is no pair at all. */
const isTight = (symbols: readonly TextSymbol[], from: number): boolean =>
  symbols.slice(from, from + 2).some((symbol) => symbol.kind === 'character')

const isLone = ({ symbols }: ProductQuery, { from, to }: QueryTerm): boolean =>
  to - from === 1 &&
  symbols[from]?.kind === 'character' &&
  !(from > 0 && symbols[from]?.isJoined) &&
  !symbols[to]?.isJoined

/**
 * The terms to look up: whoever has none of them is no answer. Characters that stand alone are very
 * common: they are looked up only when there is nothing else, and not among products that a filter
 * narrows down already.
 */
export function entriesOf(query: ProductQuery, { isNarrowed = false } = {}): QueryTerm[] {
  const entries = query.terms.filter((term) => isEntry(query, term))
  if (entries.length === 0 && !isNarrowed) return query.terms.filter((term) => isLone(query, term))
  if (entries.length <= ENTRIES_MAX) return entries
  const step = entries.length / ENTRIES_MAX
  return entries.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step))
}

/**
 * Whether the products that have the whole query are all among those looked up, when only the
 * `complete` entries were read to their end: one place of the query is enough whose every reading
 * was.
 */
export function isAllFound(query: ProductQuery, complete: ReadonlySet<QueryTerm>): boolean {
  const possible = query.terms.filter((term) => isEntry(query, term))
  const readings =
    possible.length > 0 ? possible : query.terms.filter((term) => isLone(query, term))
  return readings.some((entry) =>
    readings
      .filter((term) => term.from < entry.to && term.to > entry.from)
      .every((term) => complete.has(term)),
  )
}
