import { dayOf, startOf } from '@core/kernel/calendar'
import type { Devcloud } from '@local/devcloud-types'
import { callAdmin, callShop } from '../call'
import { claims, coupons } from './coupons'
import { freight } from './freight'
import { pastPromotion, promotions } from './promotions'

/** Saves the demo shop's promotions, coupons and freight, starting today by the local clock. */
export const saveOffers = async (devcloud: Devcloud): Promise<void> => {
  const day = startOf(dayOf(devcloud.clock.now()))
  const past = pastPromotion(day)
  await callAdmin(devcloud, 'promotions.save', { promotion: past })
  await callAdmin(devcloud, 'promotions.end', { promotionId: past.id })
  for (const promotion of promotions(day)) {
    await callAdmin(devcloud, 'promotions.save', { promotion })
  }
  for (const coupon of coupons(day)) await callAdmin(devcloud, 'coupons.save', { coupon })
  await callAdmin(devcloud, 'freight.save', { zones: freight })
}

/** Members claim their coupons. */
export const claimCoupons = async (devcloud: Devcloud): Promise<void> => {
  for (const { openid, couponId } of claims) {
    await callShop({ devcloud, openid }, 'coupons.claim', { couponId })
  }
}
