import {
  type CouponsAdminContract,
  type CouponsContract,
  claimInput,
  couponCodeInput,
  couponIdInput,
  couponInput,
  couponListInput,
  giveInput,
  walletInput,
} from '@core/contract/coupons'
import { noInput } from '@core/contract/primitives'
import { COUPONS_COLLECTIONS } from '@core/data/coupons/collections'
import { COUPONS_SETTINGS } from '@core/domain/coupons/settings'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { claimCoupon, enterCode } from './claim-coupon'
import { giveCoupon } from './give-coupon'
import { recountCoupons } from './recount-coupons'
import { showCenter, showWallet } from './show-coupons'
import { listCoupons, saveCoupon, showCoupon, stopCoupon } from './staff-coupons'

export const couponsArea: Area = {
  name: 'coupons',
  settings: COUPONS_SETTINGS,
  shop: shopOperations<CouponsContract>({
    'coupons.center': { input: noInput, run: showCenter },
    'coupons.claim': { input: claimInput, run: claimCoupon },
    'coupons.wallet': { input: walletInput, run: showWallet },
    'coupons.enterCode': { input: couponCodeInput, run: enterCode },
  }),
  admin: staffOperations<CouponsAdminContract>({
    'coupons.list': { input: couponListInput, run: listCoupons, roles: ['service'] },
    'coupons.show': { input: couponIdInput, run: showCoupon, roles: ['service'] },
    'coupons.save': { input: couponInput, run: saveCoupon, roles: [] },
    'coupons.stop': { input: couponIdInput, run: stopCoupon, roles: [] },
    'coupons.give': { input: giveInput, run: giveCoupon, roles: ['service'] },
  }),
  collections: COUPONS_COLLECTIONS,
  sweep: { recountCoupons },
}
