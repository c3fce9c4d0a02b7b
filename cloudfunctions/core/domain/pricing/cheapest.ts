import type { Fen } from '@core/kernel/money'
import { applyTaken, type Draft, forkDraft, sumFen } from './draft'
import { comesLater, type Offers, type OwnTerms, offersOf, type TagOffer } from './offers'
import { ruleOf } from './rules'
import { couponOption } from './rules/coupon'
import { tierTaken } from './rules/tier-price'
import { sourceOf } from './source'

/** A way to price the goods, and what goods and services then cost. */
export type Bill = { draft: Draft; fen: Fen }

/** The cheapest way to price the goods without a coupon, and with each of the grants it helps. */
export type CheapestBills = { without: Bill; byGrant: ReadonlyMap<string, Bill> }

/**
 * Finds the cheapest way to price the goods. Promotions of the tag exclude one another piece by
 * piece, and what they take off may lose a step of 满减 or a coupon. So they are applied in every
 * order, each of them also left out, and a member is also priced as one of a lower tier: whoever
 * has more to choose from never pays more. The promotions of the tag that come first by their kind
 * win a tie.
 *
 * The number of tries is bounded and follows from the input alone, so that phone and cloud find the
 * same. Where it does not suffice for all combinations, the best of them is improved step by step.
 */
export function cheapestBills(base: Draft): CheapestBills {
  const found = offersOf(base)
  const search: Search = { ...found, best: noBills(), tries: 0 }
  const most = triesMax(base, found)
  const terms = found.terms.slice(0, most)
  for (const one of terms) {
    const start = { ...base, own: one.own }
    const place = { search, terms: one, used: [] }
    search.tries = Math.ceil(most / terms.length)
    explore(start, place)
    const isDone = search.tries > 0
    search.tries = Math.ceil(most / terms.length)
    if (!isDone && search.tries > found.offers.length) improve(start, place)
  }
  return settled(search.best, base)
}

type Search = Offers & { best: Bills; tries: number }

/** The bills found so far: without a coupon and by grant. */
type Bills = { without: Bill | null; byGrant: Map<string, Bill> }

const noBills = (): Bills => ({ without: null, byGrant: new Map() })

/** A place in the search: the terms, and the promotions applied so far in their order. */
type Place = { search: Search; terms: OwnTerms; used: readonly TagOffer[] }

/**
 * How many ways are tried: enough for every order of five promotions on a cart of ten lines. A try
 * costs lines times promotions and coupons, and there is more to try the more there are; so a cart
 * twice that size gets a quarter, and the largest one a handful.
 */
function triesMax({ lines, input }: Draft, { offers, terms, spendOffs }: Offers): number {
  const rules = offers.length + (spendOffs[0]?.length ?? 0) + input.grants.length
  const size = lines.length * (1 + rules + (terms[0]?.promotions.length ?? 0))
  return Math.max(TRIES_MIN, Math.min(TRIES_MAX, Math.floor(SQUARES / size ** 2)))
}

const TRIES_MIN = 2
const TRIES_MAX = 4_000
const SQUARES = 30_000_000

/** Tries all orders of the promotions that are not used yet, longest first, then none of them. */
function explore(draft: Draft, place: Place): void {
  const { search, used } = place
  const last = used.at(-1)
  for (const offer of search.offers) {
    if (search.tries <= 0) return
    if (used.includes(offer) || (last && comesLater(last, offer))) continue
    const next = withOffer(draft, offer)
    if (next) explore(next, { ...place, used: [...used, offer] })
  }
  consider(draft, place)
}

/** The draft with a promotion applied; `null` when it would take nothing off. */
function withOffer(draft: Draft, { promotion }: TagOffer): Draft | null {
  const rule = ruleOf(promotion.kind)
  const outcome = rule.stage === 'goods' ? rule.price(promotion, draft) : null
  if (outcome === null || !('off' in outcome)) return null
  const next = forkDraft(draft)
  applyTaken(next, sourceOf(promotion), { outcome, promotion, isOnTag: true })
  return next
}

/**
 * Ends a draft with tier prices and 满减, and keeps it where it is cheaper than what was found;
 * returns the lowest price with or without a coupon.
 */
function consider(draft: Draft, { search, terms }: Pick<Place, 'search' | 'terms'>): Fen {
  const { best, spendOffs } = search
  let lowest = Infinity
  for (const some of spendOffs) {
    search.tries -= 1
    const isEnd = terms.promotions.length + some.length === 0
    const end = isEnd ? draft : forkDraft(draft)
    for (const promotion of terms.promotions) {
      const outcome = tierTaken(promotion, end)
      if (outcome) applyTaken(end, sourceOf(promotion), { outcome, promotion })
    }
    for (const promotion of some) {
      const rule = ruleOf(promotion.kind)
      const outcome = rule.stage === 'goods' ? rule.price(promotion, end) : null
      if (outcome && 'off' in outcome) applyTaken(end, sourceOf(promotion), { outcome, promotion })
    }
    const fen = sumFen(end.left)
    if (fen < (best.without?.fen ?? Infinity)) best.without = { draft: end, fen }
    lowest = Math.min(lowest, fen, considerCoupons(end, fen, best))
  }
  return lowest
}

function considerCoupons(draft: Draft, fen: Fen, best: Bills): Fen {
  let lowest = fen
  for (const grant of draft.input.grants) {
    const { reason, offFen } = couponOption(grant, draft)
    if (reason !== null) continue
    lowest = Math.min(lowest, fen - offFen)
    const known = best.byGrant.get(grant.id)
    if (fen - offFen < (known?.fen ?? Infinity)) {
      best.byGrant.set(grant.id, { draft, fen: fen - offFen })
    }
  }
  return lowest
}

/**
 * From all promotions in order, leaves one out or applies one before the others as long as that is
 * cheaper.
 */
function improve(start: Draft, place: Place): void {
  const priceOf = (offers: readonly TagOffer[]): Fen =>
    consider(
      offers.reduce((draft, offer) => withOffer(draft, offer) ?? draft, start),
      place,
    )
  let current = { offers: place.search.offers, fen: priceOf(place.search.offers) }
  for (;;) {
    let better = current
    for (const offers of neighbours(current.offers)) {
      if (place.search.tries <= 0) return
      const fen = priceOf(offers)
      if (fen < better.fen) better = { offers, fen }
    }
    if (better === current) return
    current = better
  }
}

const neighbours = (offers: readonly TagOffer[]): TagOffer[][] =>
  offers.flatMap((offer, at) => {
    const others = offers.filter((one) => one !== offer)
    return at === 0 ? [others] : [others, [offer, ...others]]
  })

/** The coupons that help, each on its cheapest bill. */
function settled({ without, byGrant }: Bills, base: Draft): CheapestBills {
  const none = without ?? { draft: base, fen: sumFen(base.left) }
  return {
    without: none,
    byGrant: new Map([...byGrant].filter(([, { fen }]) => fen < none.fen)),
  }
}
