import { TIERS, type Tier } from '@core/domain/members/sections'
import type { PricingGrant, PricingInput, PricingLine } from '@core/domain/pricing/pricing-input'
import type { Promotion } from '@core/domain/promotions/promotion'
import { type Scope } from '@core/domain/promotions/scope'
import { allocate, type Fen } from '@core/kernel/money'

/**
 * The rule of the cheapest price once more, written to be checked by reading and not to be quick:
 * piece by piece, over every order and every choice of what is left out. It shares nothing with the
 * pricing but the division of an amount among lines.
 */

type Kind<K extends Promotion['kind']> = Extract<Promotion, { kind: K }>
type TagPromotion = Kind<'timePrice' | 'bundle' | 'nthPiece'>

/** One piece of goods; `tagFen` is its price on the tag once a promotion has `taken` it. */
type Piece = { line: number; isTaken: boolean }

type Cart = { of: PricingInput; lines: PricingLine[]; pieces: Piece[]; tag: Fen[] }

/** What goods and services cost at least: without a coupon, and with each grant. */
export type SlowPrice = { without: Fen; byGrant: Map<string, Fen> }

/** The lowest price of the goods and services of a cart, of all that the rules allow. */
export function slowPrice(of: PricingInput): SlowPrice {
  const tier = of.buyer?.tier.tier ?? null
  const mine = of.promotions
    .filter((one) => one.startsAt <= of.at && of.at < one.endsAt)
    .filter((one) => one.minTier === null || (tier && rank(tier) >= rank(one.minTier)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const tagged = mine.filter(isTagPromotion)
  const tierPrices = mine.filter((one): one is Kind<'tierPrice'> => one.kind === 'tierPrice')
  const spendOffs = mine.filter((one): one is Kind<'spendOff'> => one.kind === 'spendOff')
  const found: SlowPrice = { without: Infinity, byGrant: new Map() }
  for (const own of ownPrices(of, tierPrices)) {
    for (const order of orders(tagged)) {
      const cart = cartOf(of)
      for (const promotion of order) applyToTag(cart, promotion, own)
      for (const some of choices(spendOffs)) keepLower(found, cart, { own, spendOffs: some })
    }
  }
  return found
}

const rank = (tier: Tier) => TIERS.indexOf(tier)
const isTagPromotion = (one: Promotion): one is TagPromotion =>
  one.kind === 'timePrice' || one.kind === 'bundle' || one.kind === 'nthPiece'

/** Every order of every choice of some items, of none as well. */
function orders<T>(items: readonly T[]): T[][] {
  const longer = items.flatMap((first) =>
    orders(items.filter((one) => one !== first)).map((rest) => [first, ...rest]),
  )
  return [[], ...longer]
}

const choices = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((all, one) => [...all, ...all.map((some) => [...some, one])], [[]])

/** The lines by what they are: in the cart they may stand in any order. */
const sorted = (lines: readonly PricingLine[]): PricingLine[] => {
  const nameOf = ({ skuId, quantity, services, key }: PricingLine) =>
    [skuId, String(quantity).padStart(3, '0'), services.map(({ id }) => id).join(' '), key].join(
      '|',
    )
  return [...lines].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

function cartOf(of: PricingInput): Cart {
  const lines = sorted(of.lines)
  const pieces = lines.flatMap((one, line) =>
    Array.from({ length: one.quantity }, () => ({ line, isTaken: false })),
  )
  return { of, lines, pieces, tag: lines.map((one) => one.unitFen * one.quantity) }
}

const isIn = ({ productIds, categoryIds }: Scope, line: PricingLine): boolean =>
  (productIds.length === 0 && categoryIds.length === 0) ||
  productIds.includes(line.productId) ||
  line.categoryIds.some((id) => categoryIds.includes(id))

/** What a piece of each line costs a member, as any tier that is not above theirs. */
function ownPrices(of: PricingInput, promotions: readonly Kind<'tierPrice'>[]): Fen[][] {
  const lines = sorted(of.lines)
  if (of.buyer === null) return [lines.map((line) => line.unitFen)]
  const tiers = TIERS.slice(0, rank(of.buyer.tier.tier) + 1)
  const all = choices(promotions).flatMap((some) =>
    tiers.map((_, top) =>
      lines.map((line) =>
        Math.min(
          line.unitFen,
          ...some.flatMap((one) => tiers.slice(0, top + 1).map((tier) => tierFen(one, line, tier))),
        ),
      ),
    ),
  )
  return [...new Map(all.map((fens) => [fens.join(), fens])).values()]
}

function tierFen({ prices, percents, scope }: Kind<'tierPrice'>, line: PricingLine, tier: Tier) {
  const fixed = prices.find((one) => one.skuId === line.skuId && one.tier === tier)
  if (fixed) return fixed.priceFen
  const percent = isIn(scope, line) ? percents[tier] : undefined
  return percent === undefined ? Infinity : Math.round((line.unitFen * percent) / 100)
}

function applyToTag(cart: Cart, promotion: TagPromotion, own: readonly Fen[]): void {
  if (promotion.kind === 'timePrice') applyTimePrice(cart, promotion, own)
  else if (promotion.kind === 'bundle') applyBundle(cart, promotion)
  else applyNthPiece(cart, promotion)
}

function applyTimePrice(cart: Cart, promotion: Kind<'timePrice'>, own: readonly Fen[]): void {
  const { of, lines } = cart
  const had = of.taken[promotion.id] ?? 0
  let allowed = promotion.perMemberMax === null ? Infinity : promotion.perMemberMax - had
  const left = new Map<string, number>()
  const named = lines.map(({ skuId }) => promotion.prices.find((one) => one.skuId === skuId))
  const gain = ({ line }: Piece) => (own[line] ?? 0) - (named[line]?.priceFen ?? Infinity)
  const wanted = cart.pieces.filter((piece) => !piece.isTaken && gain(piece) > 0)
  for (const piece of wanted.sort((a, b) => gain(b) - gain(a) || a.line - b.line)) {
    const [line, price] = [lines[piece.line], named[piece.line]]
    if (!line || !price || allowed <= 0) continue
    const stock = of.activityStock[`${promotion.id}:${line.skuId}`] ?? 0
    const rest = left.get(line.skuId) ?? (price.stock === null ? Infinity : stock)
    if (rest <= 0) continue
    left.set(line.skuId, rest - 1)
    allowed -= 1
    piece.isTaken = true
    cart.tag[piece.line] = (cart.tag[piece.line] ?? 0) - (line.unitFen - price.priceFen)
  }
}

function applyBundle(cart: Cart, { parts, priceFen }: Kind<'bundle'>): void {
  const set: Piece[] = []
  let worth = 0
  for (;;) {
    const next: Piece[] = []
    for (const skuId of parts.flatMap((part) => Array<string>(part.quantity).fill(part.skuId))) {
      const isFree = (piece: Piece) =>
        !piece.isTaken && !set.includes(piece) && !next.includes(piece)
      const piece = cart.pieces.find((one) => isFree(one) && cart.lines[one.line]?.skuId === skuId)
      if (piece) next.push(piece)
    }
    if (next.length < parts.reduce((sum, { quantity }) => sum + quantity, 0)) break
    set.push(...next)
    worth += next.reduce((sum, { line }) => sum + (cart.lines[line]?.unitFen ?? 0), 0) - priceFen
  }
  take(cart, set, worth)
}

function applyNthPiece(cart: Cart, { scope, nth, percentOff }: Kind<'nthPiece'>): void {
  const unit = ({ line }: Piece) => cart.lines[line]?.unitFen ?? 0
  const row = cart.pieces
    .filter((piece) => {
      const line = cart.lines[piece.line]
      return !piece.isTaken && line !== undefined && isIn(scope, line)
    })
    .sort((a, b) => unit(b) - unit(a) || a.line - b.line)
  const full = row.slice(0, row.length - (row.length % nth))
  const saved = full
    .filter((_, at) => at % nth === nth - 1)
    .reduce((sum, piece) => sum + Math.round((unit(piece) * percentOff) / 100), 0)
  take(cart, full, saved)
}

/** Gives these pieces their price together, unless that saves nothing. */
function take(cart: Cart, pieces: readonly Piece[], savedFen: Fen): void {
  if (savedFen <= 0) return
  const worth = cart.lines.map(
    (line, at) => line.unitFen * pieces.filter((piece) => piece.line === at).length,
  )
  allocate(savedFen, worth).forEach((off, at) => {
    cart.tag[at] = (cart.tag[at] ?? 0) - off
  })
  for (const piece of pieces) piece.isTaken = true
}

type Rest = { own: readonly Fen[]; spendOffs: readonly Kind<'spendOff'>[] }

/** Ends a cart whose tag is set: tier price, 满减, and one of the coupons or none. */
function keepLower(found: SlowPrice, cart: Cart, { own, spendOffs }: Rest): void {
  const { lines, pieces, tag, of } = cart
  const left = tag.map((fen, at) => {
    const free = pieces.filter((piece) => piece.line === at && !piece.isTaken).length
    return fen - free * ((lines[at]?.unitFen ?? 0) - (own[at] ?? 0))
  })
  const sumIn = (scope: Scope, fens: readonly Fen[]) =>
    fens.reduce((sum, fen, at) => sum + (isIn(scope, lines[at]!) ? fen : 0), 0)
  for (const { scope, steps } of spendOffs) {
    const reached = steps.filter(({ fromFen }) => fromFen <= sumIn(scope, tag))
    const most = Math.max(0, ...reached.map(({ offFen }) => offFen))
    const within = lines.flatMap((line, at) => (isIn(scope, line) ? [at] : []))
    const off = Math.min(most, sumIn(scope, left))
    const shares = allocate(
      off,
      within.map((at) => left[at] ?? 0),
    )
    within.forEach((at, no) => (left[at] = (left[at] ?? 0) - (shares[no] ?? 0)))
  }
  const services = lines.reduce((sum, line) => sum + servicesFen(line), 0)
  const fen = left.reduce((sum, one) => sum + one, services)
  found.without = Math.min(found.without, fen)
  for (const grant of of.grants) {
    const { fromFen, scope } = grant.terms
    const isUsable = grant.startsAt <= of.at && of.at < grant.expiresAt
    const isReached = lines.some((line) => isIn(scope, line)) && sumIn(scope, tag) >= fromFen
    const off = isUsable && isReached ? couponFen(grant, sumIn(scope, left)) : 0
    const known = found.byGrant.get(grant.id) ?? Infinity
    found.byGrant.set(grant.id, Math.min(known, fen - off))
  }
}

const servicesFen = ({ services, quantity }: PricingLine): Fen =>
  services.reduce((sum, { priceFen }) => sum + priceFen * quantity, 0)

function couponFen({ terms: { off } }: PricingGrant, left: Fen): Fen {
  if (off.kind === 'amount') return Math.min(off.offFen, left)
  return Math.min(Math.floor((left * off.percentOff) / 100), off.capFen ?? Infinity)
}
