import type { ClaimError } from '@core/contract/coupons'
import type { CouponTerms, CouponValidity } from '@core/domain/coupons/coupon'
import { type Day, dayOf, type Instant } from '@core/kernel/calendar'
import { formatSpan, untilCopy } from './dates'
import { discountCopy, formatRoundAmount } from './numbers'

type CouponSummary = Pick<CouponTerms, 'off' | 'fromFen' | 'scope'>

/** The terms of a coupon in one line: 满 99 减 10 · 部分商品可用. */
export function couponCopy({ off, fromFen, scope }: CouponSummary): string {
  const rule = off.kind === 'amount' ? `减 ${yuan(off.offFen)}` : percentCopy(off)
  const from = fromFen === 0 ? '' : `满 ${yuan(fromFen)} `
  return `${from}${fromFen === 0 && off.kind === 'amount' ? '立' : ''}${rule}${scopeCopy(scope)}`
}

const yuan = (fen: number) => formatRoundAmount(fen).slice(1)

const percentCopy = ({ percentOff, capFen }: { percentOff: number; capFen: number | null }) =>
  `打 ${discountCopy(percentOff)}${capFen === null ? '' : `，最多减 ${yuan(capFen)}`}`

const scopeCopy = ({ productIds, categoryIds }: CouponTerms['scope']) =>
  productIds.length + categoryIds.length === 0 ? '' : ' · 部分商品可用'

/** The large figure on a coupon: `¥10`, `8.8 折`. */
export const couponFigure = ({ off }: Pick<CouponTerms, 'off'>): string =>
  off.kind === 'amount' ? formatRoundAmount(off.offFen) : discountCopy(off.percentOff)

/** The minimum purchase for a coupon. */
export const couponThresholdCopy = ({ fromFen }: Pick<CouponTerms, 'fromFen'>): string =>
  fromFen === 0 ? '无门槛' : `满 ${yuan(fromFen)} 可用`

/** When a coupon can be used once claimed. */
export function validityCopy(validity: CouponValidity, today: Day): string {
  if (validity.kind === 'days') return `领取后 ${validity.days} 天内可用`
  const { startsAt, endsAt } = validity
  return `${formatSpan(dayOf(startsAt), dayOf(endsAt - 1), today)}可用`
}

type Window = { startsAt: Instant; expiresAt: Instant }

/** When a coupon in the wallet can be used. */
export const windowCopy = ({ startsAt, expiresAt }: Window, now: Instant): string =>
  now < startsAt
    ? `${formatSpan(dayOf(startsAt), dayOf(expiresAt - 1), dayOf(now))}可用`
    : `有效期${untilCopy(expiresAt, dayOf(now))}`

/** Why a coupon cannot be given to a member, for the staff. */
export const GIFT_ERROR_COPY = {
  NOT_STARTED: '这张券还没开始发',
  ENDED: '这张券已经停发了',
  ALL_GONE: '这张券已经发完了，可以到“优惠券”里加张数',
  LIMIT_REACHED: 'TA 的这种券已经到每人的上限了',
  TIER_TOO_LOW: 'TA 的等级还不能用这张券',
  NOT_A_MEMBER: 'TA 还不是会员，加入以后才能收券',
  NOT_FOUND: '这张券或这位顾客已经没有了',
} as const satisfies Record<ClaimError['code'], string>

/** Why a coupon cannot be claimed or a code is rejected. */
export const CLAIM_ERROR_COPY = {
  NOT_STARTED: '还没到领取的时间',
  ENDED: '领取已经结束',
  ALL_GONE: '已经领完了',
  LIMIT_REACHED: '你已经领过了',
  TIER_TOO_LOW: '更高等级的会员才能领',
  NOT_A_MEMBER: '加入会员就能领',
  NOT_FOUND: '这张券已经没有了',
  CODE_UNKNOWN: '没有这个券码，看看有没有抄错',
} as const satisfies Record<ClaimError['code'] | 'CODE_UNKNOWN', string>
