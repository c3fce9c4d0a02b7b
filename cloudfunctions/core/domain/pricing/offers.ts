import { isSpendOff, type SpendOff } from '@core/domain/promotions/kinds/spend-off'
import { isTierPrice, type TierPrice } from '@core/domain/promotions/kinds/tier-price'
import { isTimePrice, type TimePrice } from '@core/domain/promotions/kinds/time-price'
import { namedSkus, type Promotion } from '@core/domain/promotions/promotion'
import { audienceMismatch, type Draft, hasGoodsIn, placesIn } from './draft'
import { type OwnPrice, subsets, tierTerms } from './own-price'
import { phaseOf, ruleOf, runningInOrder } from './rules'
import { lowerPrices, ownPrices } from './rules/tier-price'

/** A promotion of the tag that by itself takes something off the cart, and the lines it is on. */
export type TagOffer = { promotion: Promotion; at: number; isOn: readonly boolean[] }

/** The tier prices that count, and what a piece of each line then costs. */
export type OwnTerms = { promotions: readonly TierPrice[]; own: readonly OwnPrice[] }

/** What a buyer may have: `terms` and `spendOffs` list the combinations to try, the best first. */
export type Offers = {
  offers: TagOffer[]
  terms: OwnTerms[]
  spendOffs: (readonly SpendOff[])[]
}

/** The promotions that take something off the goods of this cart, for this buyer. */
export function offersOf(base: Draft): Offers {
  const running = runningInOrder(base.input.promotions, base.input.at).filter(
    (promotion) => audienceMismatch(promotion, base) === null,
  )
  const offers = running
    .filter((one) => phaseOf(one.kind) === 'tag' && isCheaper(one, base))
    .map((promotion, at) => ({ promotion, at, isOn: linesOf(promotion, base) }))
  const spendOffs = running.filter(
    (one): one is SpendOff => isSpendOff(one) && hasGoodsIn(base, one.scope),
  )
  const tierPrices = running.filter(isTierPrice)
  // Otherwise a lower price by the tier makes every piece cheaper, and none of them dearer.
  const isTangled = spendOffs.length > 0 || offers.some(({ promotion }) => hasLimit(promotion))
  return {
    offers,
    terms: ownTerms(tierPrices, base, isTangled),
    spendOffs: doOverlap(spendOffs, base) ? subsets(spendOffs, SPEND_OFFS_APART_MAX) : [spendOffs],
  }
}

/** Overlapping 满减 that are tried one without the other; those beyond always count. */
const SPEND_OFFS_APART_MAX = 3

/** The terms that differ in what a piece costs; the best alone unless things are tangled. */
function ownTerms(tierPrices: readonly TierPrice[], base: Draft, isTangled: boolean): OwnTerms[] {
  const { buyer } = base.input
  const effective = buyer
    ? tierPrices.filter((one) => lowerPrices(one, base, buyer.tier.tier).length > 0)
    : []
  const all = tierTerms(effective, buyer?.tier.tier ?? 'basic')
  const known = new Set<string>()
  return all.slice(0, isTangled ? all.length : 1).flatMap((terms) => {
    const own = ownPrices(base, terms)
    const name = own.map(({ fen }) => fen).join()
    if (known.has(name)) return []
    known.add(name)
    return [{ promotions: terms.promotions, own }]
  })
}

function isCheaper(promotion: Promotion, base: Draft): boolean {
  const rule = ruleOf(promotion.kind)
  const outcome = rule.stage === 'goods' ? rule.price(promotion, base) : null
  return outcome !== null && 'off' in outcome
}

function linesOf(promotion: Promotion, base: Draft): readonly boolean[] {
  const places = new Set(
    'scope' in promotion
      ? placesIn(base, promotion.scope)
      : namedSkus(promotion).flatMap(({ skuId }) => base.bySku.get(skuId) ?? []),
  )
  return base.lines.map((_, at) => places.has(at))
}

/** Whether only some pieces may have the price, so that one piece takes it from another. */
const hasLimit = (promotion: Promotion): boolean => isTimePrice(promotion) && isLimited(promotion)

const isLimited = ({ perMemberMax, prices }: TimePrice): boolean =>
  perMemberMax !== null || prices.some(({ stock }) => stock !== null)

/** Two 满减 on one line, which the staff cannot save: an odd fen may fall either way. */
function doOverlap(spendOffs: readonly SpendOff[], base: Draft): boolean {
  const places = spendOffs.flatMap(({ scope }) => placesIn(base, scope))
  return new Set(places).size < places.length
}

/**
 * Whether a promotion comes later than another one that it has no line in common with: their order
 * decides nothing, so one of the two orders is tried.
 */
export const comesLater = (one: TagOffer, other: TagOffer): boolean =>
  one.at > other.at && one.isOn.every((isOn, at) => !isOn || other.isOn[at] !== true)
