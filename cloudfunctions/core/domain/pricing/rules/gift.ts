import type { Gift } from '@core/domain/promotions/kinds/gift'
import { own } from '@core/kernel/own'
import { type Draft, hasGoodsIn, listFenIn, placesIn } from '../draft'
import type { PricedLine } from '../quote-types'
import type { GiftChoice, GiftRule, Refusal } from '../rule'

/**
 * 满赠 and 体验装. The threshold counts list prices, so that nothing that makes the goods cheaper
 * loses the gift, and every coupon comes with the same gifts.
 */
export const giftRule: GiftRule<Gift> = {
  stage: 'gifts',
  isEarnable: ({ scope }, draft) => hasGoodsIn(draft, scope),
  refusal,
  line,
}

function refusal(promotion: Gift, draft: Draft, choice: GiftChoice): Refusal | null {
  const { id, scope, fromFen, perMemberMax, quantity, isOptional } = promotion
  const amount = listFenIn(draft, scope)
  if (amount < fromFen) return { reason: 'BELOW_THRESHOLD', missingFen: fromFen - amount }
  const uses = own(draft.input.taken, id) ?? 0
  if (perMemberMax !== null && uses >= perMemberMax) return { reason: 'LIMIT_REACHED' }
  if (piecesLeft(promotion, draft, choice) < quantity) return { reason: 'STOCK_GONE' }
  if (isOptional && !choice.samples.includes(id)) return { reason: 'NOT_CHOSEN' }
  return null
}

/** Pieces left for gifts once the order's own lines have theirs. */
function piecesLeft({ skuId }: Gift, { input, lines }: Draft, { given }: GiftChoice): number {
  const bought = lines
    .filter((one) => !one.isService && one.skuId === skuId)
    .reduce((sum, one) => sum + one.quantity, 0)
  return (own(input.gifts, skuId)?.available ?? 0) - bought - (given.get(skuId) ?? 0)
}

function line({ id, skuId, quantity, fromFen, scope }: Gift, draft: Draft): PricedLine | null {
  const gift = own(draft.input.gifts, skuId)
  if (!gift) return null
  const places = placesIn(draft, scope)
  return {
    key: `gift:${id}`,
    skuId,
    productId: gift.productId,
    kind: 'gift',
    parentKey: null,
    sourceId: id,
    name: '',
    unitFen: 0,
    quantity,
    amountFen: 0,
    payableFen: 0,
    pointsFen: 0,
    valueFen: gift.valueFen * quantity,
    giftFor: {
      fromFen,
      keys: draft.shown.flatMap((at) => {
        const one = draft.lines[at]
        return one && places.includes(at) ? [one.key] : []
      }),
    },
  }
}
