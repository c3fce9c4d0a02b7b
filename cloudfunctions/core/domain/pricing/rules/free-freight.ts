import type { FreeFreight } from '@core/domain/promotions/kinds/free-freight'
import { hasGoodsIn, listFenIn } from '../draft'
import type { FreightRule } from '../rule'

/**
 * 包邮. One thing in the scope frees the whole parcel. The amount counts list prices: nothing that
 * makes the goods cheaper costs the freight.
 */
export const freeFreightRule: FreightRule<FreeFreight> = {
  stage: 'freight',
  price({ provinces, scope, fromFen }, draft) {
    const { province } = draft.input
    if (provinces.length > 0 && !(province && provinces.includes(province))) return null
    if (!hasGoodsIn(draft, scope)) return null
    const amount = listFenIn(draft, scope)
    return amount < fromFen
      ? { reason: 'BELOW_THRESHOLD', missingFen: fromFen - amount }
      : { off: [] }
  },
}
