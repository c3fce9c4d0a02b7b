import type { ProductQuery, QueryTerm } from './product-query'

/**
 * Where a product has a term of a query, as a digit; 0: nowhere. `WHOLE` is added when one of the
 * product's whole words is just this term.
 */
export const IN_REMARK = 1
export const IN_KIND = 2
export const IN_TITLE = 3
export const WHOLE = 4
/** The digits that a term may have: as many as there are sums of the above. */
export const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7'] as const

/** How well a product meets a query. */
export type Match = {
  /** How much of the query it has, in characters. */
  covered: number
  /** `full`: all of it; `mention`: all, but in remarks only; `part`: near enough to be shown. */
  kind: 'full' | 'mention' | 'part' | 'none'
  /** How prominently it has what it has: the title before keywords, whole words before parts. */
  strength: number
}

/** A word, a number or an amount says as much as two Chinese characters. */
const WORD_WEIGHT = 2
/** To be shown, a product meets this share of a query, and something of what it is. */
const NEAR_SHARE = 0.4
/** What a term adds to the strength for each of its symbols. */
const STRENGTHS = [0, 0, 1, 2] as const
const WHOLE_STRENGTH = 2

/** The match of a product whose terms are met as `met` says, a digit for each of the query's. */
export function matchOf(query: ProductQuery, met: string): Match {
  const covered = coveredBy(query, met)
  const weight = (isCounted: (at: number) => boolean) =>
    query.symbols.reduce((sum, _, at) => sum + (isCounted(at) ? weightOf(query, at) : 0), 0)
  const whole = weight(() => true)
  const own = weight((at) => covered[at] === true)
  return { covered: own, kind: kindOf(query, met, own / whole), strength: strengthOf(query, met) }
}

function kindOf(query: ProductQuery, met: string, share: number): Match['kind'] {
  const tells = query.terms.some((term, at) => isTelling(query, term, met[at]))
  if (share === 1) return tells ? 'full' : 'mention'
  return tells && share >= NEAR_SHARE ? 'part' : 'none'
}

const weightOf = ({ symbols }: ProductQuery, at: number): number =>
  symbols[at]?.kind === 'character' ? 1 : WORD_WEIGHT

const digitOf = (met: string | undefined): number => Number(met ?? 0)

const isWhole = (digit: number): boolean => digit >= WHOLE

const placeOf = (digit: number): number => digit % WHOLE

/** Two characters of what a product is, a word of it, or all that was asked for; no mere number. */
const isTelling = (
  { symbols }: ProductQuery,
  { from, to }: QueryTerm,
  met: string | undefined,
): boolean => {
  const isAll = to - from === symbols.length
  const kinds = symbols.slice(from, to).map(({ kind }) => kind)
  if (!isAll && kinds.every((kind) => kind === 'number' || kind === 'amount')) return false
  const isLong = isAll || kinds.length > 1 || kinds[0] === 'word'
  return isWhole(digitOf(met)) || (isLong && placeOf(digitOf(met)) >= IN_KIND)
}

/** The symbols that are met, by their place in the query. */
function coveredBy(query: ProductQuery, met: string): boolean[] {
  const covered = query.symbols.map(() => false)
  const loose = query.symbols.map(() => false)
  for (const [no, term] of query.terms.entries()) {
    const digit = digitOf(met[no])
    if (digit === 0) continue
    const isSingle = term.to - term.from === 1 && query.symbols[term.from]?.kind === 'character'
    // A single character proves little: it counts where what stands around it is met.
    const into = isSingle && !isWhole(digit) ? loose : covered
    into.fill(true, term.from, term.to)
  }
  return covered.map((isMet, at) => isMet || (loose[at] === true && !isOpen(query, covered, at)))
}

/** Whether a neighbour within the same run of characters is not met. */
const isOpen = ({ symbols }: ProductQuery, covered: readonly boolean[], at: number): boolean =>
  (symbols[at]?.isJoined === true && covered[at - 1] === false) ||
  (symbols[at + 1]?.isJoined === true && covered[at + 1] === false)

function strengthOf(query: ProductQuery, met: string): number {
  return query.terms.reduce((sum, { from, to }, at) => {
    const digit = digitOf(met[at])
    const own = (STRENGTHS[placeOf(digit)] ?? 0) + (isWhole(digit) ? WHOLE_STRENGTH : 0)
    return sum + own * (to - from)
  }, 0)
}

/** The parts of a query that are met, as they were read: what a list of near products is about. */
export function metParts(query: ProductQuery, met: string): string[] {
  const covered = coveredBy(query, met)
  const parts: string[] = []
  for (const [at, { text, isJoined }] of query.symbols.entries()) {
    if (!covered[at]) continue
    if (isJoined && covered[at - 1]) parts.push(`${parts.pop() ?? ''}${text}`)
    else parts.push(text)
  }
  return parts
}
