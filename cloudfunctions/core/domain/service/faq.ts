import { indexTokens, queryTokens } from '@core/kernel/search-tokens'

/** A question that is asked often, other ways to ask it, and the answer. */
export type FaqEntry = {
  id: string
  question: string
  /** Other words for the same question; a customer's question is matched against all of them. */
  alike: string[]
  answer: string
  isShown: boolean
  /** Position in the list; lower comes first. */
  sort: number
  /** Times it was the automatic answer to a question. */
  hits: number
}

/** An entry and how well it fits, from 0 to 100. */
export type FaqMatch = { entry: FaqEntry; percent: number }

/**
 * The entry that fits a question best, and how well: the part of a known wording that the question
 * contains, each pair of characters weighed by how few entries have it, so that 怎么 counts for
 * little and 退货 for much. `null` when nothing at all is shared.
 */
export function bestMatch(text: string, entries: readonly FaqEntry[]): FaqMatch | null {
  const asked = new Set(queryTokens(text))
  const shown = entries.filter((entry) => entry.isShown)
  const weigh = tokenWeights(shown)
  const matches = shown.map((entry) => {
    const fits = wordings(entry).map((wording) => matchedShare(queryTokens(wording), asked, weigh))
    return { entry, percent: Math.floor(100 * Math.max(0, ...fits)) }
  })
  const [best] = matches.sort((a, b) => b.percent - a.percent || a.entry.sort - b.entry.sort)
  return best && best.percent > 0 ? best : null
}

const wordings = ({ question, alike }: FaqEntry): string[] => [question, ...alike]

type TokenWeight = (token: string) => number

/** The rarer a token is among the entries, the more it says: ln(1 + entries / those with it). */
function tokenWeights(entries: readonly FaqEntry[]): TokenWeight {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const tokens = new Set(wordings(entry).flatMap(queryTokens))
    for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return (token) => Math.log(1 + entries.length / (counts.get(token) ?? 1))
}

function matchedShare(
  wording: readonly string[],
  asked: ReadonlySet<string>,
  weigh: TokenWeight,
): number {
  const sum = (tokens: readonly string[]) => tokens.reduce((all, one) => all + weigh(one), 0)
  const whole = sum(wording)
  return whole === 0 ? 0 : sum(wording.filter((token) => asked.has(token))) / whole
}

/** The shown entries that have a word of the search in them, best first; without a word, all. */
export function searchFaq(word: string, entries: readonly FaqEntry[]): FaqEntry[] {
  const shown = entries.filter((entry) => entry.isShown).sort((a, b) => a.sort - b.sort)
  const wanted = queryTokens(word)
  if (wanted.length === 0) return word.trim() === '' ? shown : []
  const found = shown.map((entry) => {
    const tokens = new Set(indexTokens([...wordings(entry), entry.answer].join(' ')))
    return { entry, share: wanted.filter((token) => tokens.has(token)).length }
  })
  return found
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ entry }) => entry)
}
