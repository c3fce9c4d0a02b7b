import { TIERS } from '@core/domain/members/sections'
import type { TierPrice } from '@core/domain/promotions/kinds/tier-price'
import { TIER_COPY } from '../lifecycle'
import { discountCopy } from '../numbers'
import type { KindCopy } from './kind-copy'

const FULL_PERCENT = 100

export const tierPrice: KindCopy<TierPrice> = {
  name: '会员价',
  note: '按等级打折，或单独定价',
  describe: ({ percents }) => {
    const discounts = TIERS.flatMap((tier) => {
      const percent = percents[tier] ?? FULL_PERCENT
      if (percent >= FULL_PERCENT) return []
      return [`${TIER_COPY[tier]} ${discountCopy(FULL_PERCENT - percent)}`]
    })
    return discounts.length > 0 ? `会员价 ${discounts.join('，')}` : '会员价'
  },
}
