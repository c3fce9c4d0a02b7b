import { dayOf, startOf } from '@core/kernel/calendar'
import type { Desk } from '../../desk'
import { askAdmin, askShop } from '../call'
import { activities, pastActivity } from './activities'
import { claims, coupons } from './coupons'
import { freight } from './freight'

/** Gives the demo shop its activities, coupons and freight, as of the desk's present. */
export const putUpOffers = async (desk: Desk): Promise<void> => {
  const day = startOf(dayOf(desk.clock.now()))
  const past = pastActivity(day)
  await askAdmin(desk, 'promotions.save', { promotion: past })
  await askAdmin(desk, 'promotions.end', { promotionId: past.id })
  for (const promotion of activities(day)) {
    await askAdmin(desk, 'promotions.save', { promotion })
  }
  for (const coupon of coupons(day)) await askAdmin(desk, 'coupons.save', { coupon })
  await askAdmin(desk, 'freight.save', { zones: freight })
}

/** Lets members claim what they have by now. */
export const claimOffers = async (desk: Desk): Promise<void> => {
  for (const { openid, couponId } of claims) {
    await askShop({ desk, openid }, 'coupons.claim', { couponId })
  }
}
