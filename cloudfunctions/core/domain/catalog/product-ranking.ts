import type { ProductOrder } from '@core/kernel/search-tokens'
import { type Match, matchOf } from './product-match'
import type { ProductQuery } from './product-query'

/** A product that has something of a query: `at` is the number that its list is sorted by. */
export type Candidate = { id: string; met: string; at: number }

/** Where a product stands in a list of results. */
export type Place = { covered: number; strength: number; at: number; id: string }

/** A product in a list of results. */
type Hit = Candidate & { match: Match }

/** Why results are shown that are not quite what was asked for; `null` when they are. */
type NearKind = 'mention' | 'part' | null

/**
 * The results of a query: the products that meet all of it, or where there are none those that
 * mention it or meet most. 综合 puts those first that are called so; any other order is kept as it
 * was chosen.
 */
export function rankHits(
  candidates: readonly Candidate[],
  query: ProductQuery,
  order: ProductOrder,
): { hits: Hit[]; near: NearKind } {
  const all = candidates.map((one): Hit => ({ ...one, match: matchOf(query, one.met) }))
  const of = (kind: Match['kind']) => all.filter(({ match }) => match.kind === kind)
  const [full, mentions] = [of('full'), of('mention')]
  const hits = [full, mentions].find((some) => some.length > 0) ?? of('part')
  const compare = comparePlaces(order)
  hits.sort((a, b) => compare(placeOf(a), placeOf(b)))
  if (full.length > 0 || hits.length === 0) return { hits, near: null }
  return { hits, near: mentions.length > 0 ? 'mention' : 'part' }
}

/** The place of a hit. */
export function placeOf({ id, at, match: { covered, strength } }: Hit): Place {
  return { covered, strength, at, id }
}

/** Which of two places comes first. */
export function comparePlaces(order: ProductOrder): (a: Place, b: Place) => number {
  const direction = order === 'default' || order === 'priceUp' ? 1 : -1
  return (a, b) =>
    b.covered - a.covered ||
    (order === 'default' ? b.strength - a.strength : 0) ||
    direction * (a.at - b.at) ||
    direction * (a.id < b.id ? -1 : Number(a.id > b.id))
}
