import { TIERS } from '@core/domain/members/sections'
import type { PricingChoice, PricingInput } from '@core/domain/pricing/pricing-input'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import type { Quote } from '@core/domain/pricing/quote-types'
import type { Fen } from '@core/kernel/money'
import { slowPrice } from './slow-price'

/**
 * The laws of every price (README, "Nobody pays more for being better off"), each as a function
 * that says what breaks it on one cart, or `null`.
 */

/** What an order costs in all. Points are the customer's money as well: they count as they pay. */
const paidInAll = ({ totalFen, points }: Quote): Fen => totalFen + points.fen

/** A tier that pays more than the one below it; who has not joined stands below all. */
export function dearerByTier(of: PricingInput, choice: PricingChoice): string | null {
  const points = of.buyer?.points ?? 0
  const buyers = [null, ...TIERS].map(
    (tier) => tier && { tier: { tier, growth: 0, since: 0 }, points },
  )
  const prices = buyers.map((buyer) => paidInAll(quote({ ...of, buyer }, choice)))
  const dearer = prices.findIndex((fen, at) => fen > (prices[at - 1] ?? Infinity))
  return dearer < 0 ? null : `${TIERS[dearer - 1]} pays ${prices[dearer]}: ${prices.join()}`
}

/** A promotion or a coupon without which the order would be cheaper. */
export function dearerByOffer(of: PricingInput, choice: PricingChoice): string | null {
  const price = paidInAll(quote(of, choice))
  const isCheaper = (fewer: Partial<PricingInput>) =>
    paidInAll(quote({ ...of, ...fewer }, choice)) < price
  // One that is not running is not looked at; `quote.property.test.ts` holds that.
  const running = of.promotions.filter((one) => one.startsAt <= of.at && of.at < one.endsAt)
  const promotion = running.find((one) =>
    isCheaper({ promotions: of.promotions.filter((other) => other !== one) }),
  )
  const grant = of.grants.find((one) =>
    isCheaper({ grants: of.grants.filter((other) => other !== one) }),
  )
  const name = promotion?.id ?? grant?.id
  return name === undefined ? null : `without ${name} it is cheaper than ${price}`
}

/** Another price of anything when the lines, promotions and coupons stand in another order. */
export function orderDependent(of: PricingInput, choice: PricingChoice): string | null {
  const bill = byName(quote(of, choice))
  const lines = [...of.lines].reverse()
  const [promotions, grants] = [[...of.promotions].reverse(), [...of.grants].reverse()]
  const turned = byName(quote({ ...of, lines, promotions, grants }, choice))
  return turned === bill ? null : 'the order of the cart changes the price'
}

/** A bill as one text in which lines and shares stand by their keys. */
function byName(bill: Quote): string {
  const sorted = <T extends { key: string }>(items: readonly T[]): T[] =>
    [...items].sort((a, b) => (a.key < b.key ? -1 : 1))
  const lines = sorted(bill.lines).map(({ giftFor, ...line }) => ({
    ...line,
    giftFor: giftFor && [...giftFor.keys].sort(),
  }))
  const adjustments = bill.adjustments.map((one) => ({ ...one, shares: sorted(one.shares) }))
  return JSON.stringify({ ...bill, lines, adjustments })
}

/** Carts up to this size are priced by brute force as well. */
const TAG_PROMOTIONS_MAX = 4
const PIECES_MAX = 24

const isSmall = ({ lines, promotions, at }: PricingInput): boolean =>
  lines.reduce((sum, { quantity }) => sum + quantity, 0) <= PIECES_MAX &&
  promotions.filter(
    ({ kind, startsAt, endsAt }) =>
      ['timePrice', 'bundle', 'nthPiece'].includes(kind) && startsAt <= at && at < endsAt,
  ).length <= TAG_PROMOTIONS_MAX

/** A bill that does not add up, or is not the cheapest that the rules allow. */
export function unexplained(of: PricingInput, choice: PricingChoice): string | null {
  const wrong = wrongSum(quote(of, choice))
  if (wrong !== null || !isSmall(of)) return wrong
  const slow = slowPrice(of)
  const goods = (grantId: string | null) => {
    const bill = quote(of, { ...NO_CHOICE, grantId })
    return { fen: bill.totalFen - bill.freightFen, giftsFen: giftsFen(bill) }
  }
  const without = goods(null)
  if (without.fen !== slow.without) return `costs ${without.fen}, at best ${slow.without}`
  const best = goods('best')
  const lowest = Math.min(slow.without, ...slow.byGrant.values())
  if (best.fen !== lowest) return `the best coupon leaves ${best.fen}, at best ${lowest}`
  for (const [id, fen] of slow.byGrant) {
    const bill = goods(id)
    if (bill.fen !== fen) return `coupon ${id} leaves ${bill.fen}, at best ${fen}`
    if (bill.fen - bill.giftsFen < best.fen - best.giftsFen) return `${id} has better gifts`
  }
  return null
}

const giftsFen = ({ lines }: Quote): Fen => lines.reduce((sum, { valueFen }) => sum + valueFen, 0)

/** Where the parts of a bill do not sum to the whole, or one is below nothing. */
function wrongSum(bill: Quote): string | null {
  const { lines, adjustments, goodsFen, totalFen, freightFen } = bill
  const sum = (fens: readonly Fen[]) => fens.reduce((all, one) => all + one, 0)
  if (goodsFen + sum(adjustments.map(({ fen }) => fen)) !== totalFen) return 'adjustments'
  if (sum(lines.map(({ payableFen }) => payableFen)) + freightFen !== totalFen) return 'lines'
  const isWrong = lines.some(({ key, amountFen, payableFen, pointsFen }) => {
    const shares = adjustments.flatMap((one) => one.shares.filter((share) => share.key === key))
    const isBelow = payableFen < 0 || pointsFen < 0 || shares.some(({ fen }) => fen >= 0)
    return isBelow || amountFen + sum(shares.map(({ fen }) => fen)) !== payableFen
  })
  const isFreight = (code: string) => code === 'FREIGHT' || code === 'FREE_FREIGHT'
  const isUneven = adjustments.some(
    ({ code, fen, shares }) => !isFreight(code) && sum(shares.map((one) => one.fen)) !== fen,
  )
  return isWrong || isUneven ? 'shares' : null
}
