import { dayOf, startOf } from '@core/kernel/calendar'
import type { Devcloud } from '../../devcloud'
import { askAdmin, askShop } from '../call'
import { activities, pastActivity } from './activities'
import { claims, coupons } from './coupons'
import { freight } from './freight'

/** Gives the demo shop its activities, coupons and freight, as of the devcloud's present. */
export const putUpOffers = async (devcloud: Devcloud): Promise<void> => {
  const day = startOf(dayOf(devcloud.clock.now()))
  const past = pastActivity(day)
  await askAdmin(devcloud, 'promotions.save', { promotion: past })
  await askAdmin(devcloud, 'promotions.end', { promotionId: past.id })
  for (const promotion of activities(day)) {
    await askAdmin(devcloud, 'promotions.save', { promotion })
  }
  for (const coupon of coupons(day)) await askAdmin(devcloud, 'coupons.save', { coupon })
  await askAdmin(devcloud, 'freight.save', { zones: freight })
}

/** Lets members claim what they have by now. */
export const claimOffers = async (devcloud: Devcloud): Promise<void> => {
  for (const { openid, couponId } of claims) {
    await askShop({ devcloud, openid }, 'coupons.claim', { couponId })
  }
}
