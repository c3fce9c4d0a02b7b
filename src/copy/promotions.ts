import type { PromotionGoods } from '@core/contract/promotions'
import { TIERS } from '@core/domain/members/sections'
import type {
  Adjustment,
  AdjustmentCode,
  DiscountSkipReason,
  SkippedDiscount,
} from '@core/domain/pricing/quote-types'
import {
  PROMOTION_KINDS,
  type Promotion,
  type PromotionCode,
  type PromotionKind,
  promotionCode,
} from '@core/domain/promotions/promotion'
import type { Day } from '@core/kernel/calendar'
import { TIER_COPY } from './lifecycle'
import { formatAmount } from './numbers'
import { PROMOTION_KIND_COPY } from './promotion-kinds'

const KINDS = PROMOTION_KINDS.map((kind) => ({
  code: promotionCode(kind),
  kind,
  ...PROMOTION_KIND_COPY[kind],
}))

/** What each kind of promotion is called. */
export const PROMOTION_NAMES = Object.fromEntries(
  KINDS.map(({ kind, name }) => [kind, name]),
) as Record<PromotionKind, string>

/** What each reason for a price is called. */
export const ADJUSTMENT_COPY: Record<AdjustmentCode, string> = {
  ...(Object.fromEntries(
    KINDS.map(({ code, name, billName }) => [code, billName ?? name]),
  ) as Record<PromotionCode, string>),
  COUPON: '优惠券',
  POINTS: '积分抵扣',
  FREIGHT: '运费',
}

type SkippedOffer = { code: AdjustmentCode; title: string }

/** Why the total is what it is, in one line: what kind of reason, and the merchant's words. */
export function adjustmentCopy({ code, title }: Pick<Adjustment, 'code' | 'title'>): string {
  const name = ADJUSTMENT_COPY[code]
  return title === '' || title === name ? name : `${name} · ${title}`
}

type SkipDetails = Pick<SkippedDiscount, 'code' | 'reason' | 'missingFen'>

/** Why something did not apply, as said to the customer. */
export function skipReasonCopy({ code, reason, missingFen }: SkipDetails): string {
  if (reason === 'BELOW_THRESHOLD') {
    return missingFen === undefined ? '还没到门槛' : `还差 ${formatAmount(missingFen)}`
  }
  return SKIP_REASONS_BY_CODE[code]?.[reason] ?? SKIP_REASONS[reason]
}

const SKIP_REASONS = {
  LIMIT_REACHED: '每人限量，你已经买够了',
  STOCK_GONE: '活动的件数已经抢完',
  MEMBERS_ONLY: '会员才有，加入就能享受',
  TIER_TOO_LOW: '更高等级的会员才有',
  NOT_CHOSEN: '没有选',
  NOT_STARTED: '还没到可用的时间',
  EXPIRED: '已经过期',
  OUT_OF_SCOPE: '这一单里没有适用的商品',
  NO_EFFECT: '已经有更合算的价格',
  INCOMPLETE: '还没凑齐一套',
  TOO_FEW_PIECES: '件数还不够',
  TOO_FEW_POINTS: '积分还不够起用的数',
} as const satisfies Record<Exclude<DiscountSkipReason, 'BELOW_THRESHOLD'>, string>

type Reasons = Partial<Record<DiscountSkipReason, string>>

const SKIP_REASONS_BY_CODE: Partial<Record<AdjustmentCode, Reasons>> = {
  ...Object.fromEntries(KINDS.map(({ code, skipReasons }) => [code, skipReasons])),
  COUPON: { NO_EFFECT: '这一单没有可减的金额' },
}

/** What could have applied and did not, and why, in one line. */
export const skippedCopy = (skipped: SkippedOffer & SkipDetails): string =>
  `${skipped.title || ADJUSTMENT_COPY[skipped.code]}：${skipReasonCopy(skipped)}`

/** A promotion in one line, as customers read it; `gift` is what is given, where it is known. */
export const promotionCopy = (promotion: Promotion, today: Day, gift = '赠品'): string =>
  PROMOTION_KIND_COPY[promotion.kind].describe(promotion, { today, gift })

/** A promotion in the few words of a tag. */
export function promotionTag(promotion: Promotion): string {
  const { name, tag } = PROMOTION_KIND_COPY[promotion.kind]
  return tag?.(promotion) ?? name
}

/** The goods of a promotion, with their prices: `明前龙井 ¥49.00（原价 ¥68.00）等 5 种`. */
export function goodsCopy({ isWholeShop, named, more }: PromotionGoods): string {
  if (isWholeShop) return '全店商品'
  const goods = named.map(({ title, spec, listFen, priceFen }) => {
    const name = `${title} ${spec}`.trim()
    if (priceFen === null) return name
    const before = listFen !== null && listFen > priceFen ? `（原价 ${formatAmount(listFen)}）` : ''
    return `${name} ${formatAmount(priceFen)}${before}`
  })
  const all = named.length + more
  return `${goods.join('、')}${more > 0 ? ` 等 ${all} 种` : ''}`
}

/** Whom a promotion is for: `''` is everybody, else 会员专享, 金卡及以上. */
export function audienceCopy(minTier: Promotion['minTier']): string {
  if (minTier === null) return ''
  if (minTier === 'basic') return '会员专享'
  return `${TIER_COPY[minTier]}${minTier === TIERS.at(-1) ? '专享' : '及以上'}`
}
