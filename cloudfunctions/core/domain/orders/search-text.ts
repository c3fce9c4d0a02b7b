import type { OrderLine } from './order'

/** Characters of an order that a search looks through: fifty titles of thirty characters. */
const SEARCH_TEXT_MAX = 1_600

/** Widths, cases and blanks make no difference when an order is searched for. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What an order is found by besides its number: the titles of what was bought, each once. */
export function orderSearchText(lines: readonly Pick<OrderLine, 'kind' | 'title'>[]): string {
  const titles = lines.filter(({ kind }) => kind === 'goods').map(({ title }) => folded(title))
  const text = [...new Set(titles)].join('\n').replace(/[^\S\n]+/g, '')
  return text.slice(0, SEARCH_TEXT_MAX)
}

/** The least of an order's number that finds it: shorter ones are in every number. */
const NUMBER_PART_MIN = 4

/**
 * Whether an order is meant by a query: its titles hold every word of it, or its number holds the
 * whole. A query without words means every order.
 */
export function matchesOrder(order: { id: string; searchText: string }, query: string): boolean {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const number = words.join('')
  const isNumber = number.length >= NUMBER_PART_MIN && order.id.toLowerCase().includes(number)
  return isNumber || words.every((word) => order.searchText.includes(word))
}
