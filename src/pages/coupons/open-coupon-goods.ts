import type { CouponTerms } from '@core/domain/coupons/coupon'
import { couponCopy } from '@/copy/coupons'
import { go } from '@/services/route'

/** Leads to what a coupon can be used for: its only product, a list, or the whole shop. */
export function openCouponGoods(terms: CouponTerms): void {
  const { productIds, categoryIds } = terms.scope
  const [only] = productIds
  if (productIds.length + categoryIds.length === 0) go.tab('category')
  else if (productIds.length === 1 && only !== undefined && categoryIds.length === 0)
    go.product(only)
  else go.couponGoods(terms.scope, `${terms.title}：${couponCopy(terms)}`)
}
