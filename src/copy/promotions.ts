import type {
  Adjustment,
  AdjustmentCode,
  Skipped,
  SkipReason,
} from '@core/domain/pricing/quote-types'
import type { NthPiece, Promotion, TierPrice } from '@core/domain/promotions/promotion'
import { TIERS } from '@core/domain/tiers/tier'
import { type Day, dayOf, type Instant, startOf } from '@core/kernel/calendar'
import { assertNever } from '@core/kernel/result'
import { formatDate, formatMoment } from './dates'
import { TIER_COPY } from './lifecycle'
import { formatAmount, formatRoundAmount } from './numbers'

/** What each reason for a price is called. */
export const ADJUSTMENT_COPY = {
  TIME_PRICE: '限时价',
  BUNDLE: '套餐',
  NTH_PIECE: '多件优惠',
  TIER_PRICE: '会员价',
  SPEND_OFF: '满减',
  COUPON: '优惠券',
  GIFT: '赠品',
  POINTS: '积分抵扣',
  FREIGHT: '运费',
  FREE_FREIGHT: '包邮',
} as const satisfies Record<AdjustmentCode, string>

/** What each kind of activity is called by the staff. */
export const KIND_COPY = {
  timePrice: '限时价',
  bundle: '套餐',
  nthPiece: '多件优惠',
  tierPrice: '会员价',
  spendOff: '满减',
  gift: '满赠',
  freeFreight: '包邮',
} as const satisfies Record<Promotion['kind'], string>

type Named = { code: AdjustmentCode; title: string }

/** Why the total is what it is, in one line: what kind of reason, and the merchant's words. */
export function adjustmentCopy({ code, title }: Pick<Adjustment, 'code' | 'title'>): string {
  const name = ADJUSTMENT_COPY[code]
  return title === '' || title === name ? name : `${name} · ${title}`
}

type Why = Pick<Skipped, 'code' | 'reason' | 'missingFen'>

/** Why something did not apply, as said to the customer. */
export function reasonCopy({ code, reason, missingFen }: Why): string {
  if (reason === 'BELOW_THRESHOLD') {
    return missingFen === undefined ? '还没到门槛' : `还差 ${formatAmount(missingFen)}`
  }
  return SPECIAL_REASONS[code]?.[reason] ?? REASONS[reason]
}

const REASONS = {
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
} as const satisfies Record<Exclude<SkipReason, 'BELOW_THRESHOLD'>, string>

const SPECIAL_REASONS: Partial<Record<AdjustmentCode, Partial<Record<SkipReason, string>>>> = {
  GIFT: { LIMIT_REACHED: '每人限领，已经送过你了', STOCK_GONE: '赠品已经送完' },
  COUPON: { NO_EFFECT: '这一单没有可减的金额' },
}

/** What could have applied and did not, and why, in one line. */
export const skippedCopy = (skipped: Named & Why): string =>
  `${skipped.title || ADJUSTMENT_COPY[skipped.code]}：${reasonCopy(skipped)}`

const HUNDRED = 100

/** What is still paid, as people say it: 50 % off is 5 折, 12 % off is 8.8 折. */
export const discountCopy = (percentOff: number): string => `${(HUNDRED - percentOff) / 10} 折`

/** Until when something holds: its last day, with the time when it ends within a day. */
export function untilCopy(endsAt: Instant, today: Day): string {
  const isWholeDay = startOf(dayOf(endsAt)) === endsAt
  return `至 ${isWholeDay ? formatDate(dayOf(endsAt - 1), today) : formatMoment(endsAt, today)}`
}

/** An activity in one line, as customers read it; `gift` is what is given, where it is known. */
export function promotionCopy(promotion: Promotion, today: Day, gift = '赠品'): string {
  switch (promotion.kind) {
    case 'timePrice':
      return `限时价${untilCopy(promotion.endsAt, today)}${limitCopy(promotion.perMemberMax)}`
    case 'tierPrice':
      return tierPriceWords(promotion)
    case 'bundle':
      return `套餐 ${piecesOf(promotion.parts)} 件 ${formatRoundAmount(promotion.priceFen)}`
    case 'nthPiece':
      return nthWords(promotion)
    case 'spendOff':
      return promotion.steps.map(stepWords).join('，')
    case 'gift':
      return `${fromWords(promotion.fromFen)}${promotion.isOptional ? '可选' : '送'}${gift}`
    case 'freeFreight':
      return `${provincesWords(promotion.provinces)}${fromWords(promotion.fromFen)}包邮`
    default:
      return assertNever(promotion)
  }
}

/** An activity in the few words of a tag. */
export function promotionTag(promotion: Promotion): string {
  switch (promotion.kind) {
    case 'spendOff':
      return promotion.steps.slice(0, 1).map(stepWords).join('')
    case 'nthPiece':
      return nthWords(promotion)
    case 'gift':
      return `${fromWords(promotion.fromFen)}${promotion.isOptional ? '选' : '送'}赠品`
    case 'freeFreight':
      return `${fromWords(promotion.fromFen)}包邮`
    default:
      return KIND_COPY[promotion.kind]
  }
}

/** Whom an activity is for: `''` everybody, 会员专享, 金卡及以上. */
export function forTierCopy(minTier: Promotion['minTier']): string {
  if (minTier === null) return ''
  if (minTier === 'basic') return '会员专享'
  return `${TIER_COPY[minTier]}${minTier === TIERS.at(-1) ? '专享' : '及以上'}`
}

const limitCopy = (perMemberMax: number | null) =>
  perMemberMax === null ? '' : `，每人 ${perMemberMax} 件`

const piecesOf = (parts: readonly { quantity: number }[]) =>
  parts.reduce((sum, { quantity }) => sum + quantity, 0)

const stepWords = (step: { fromFen: number; offFen: number }) =>
  `满 ${yuan(step.fromFen)} 减 ${yuan(step.offFen)}`

/** A sum without its sign, where the words around it say that it is money: `满 300 减 40`. */
const yuan = (fen: number) => formatRoundAmount(fen).slice(1)

const fromWords = (fromFen: number) => (fromFen === 0 ? '下单' : `满 ${yuan(fromFen)} `)

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

function nthWords({ nth, percentOff }: Pick<NthPiece, 'nth' | 'percentOff'>): string {
  if (percentOff === HUNDRED) return `买${NUMERALS[nth - 1]}送一`
  const price = percentOff === HUNDRED / 2 ? '半价' : ` ${discountCopy(percentOff)}`
  return `第${NUMERALS[nth]}件${price}`
}

function tierPriceWords({ percents }: Pick<TierPrice, 'percents'>): string {
  const cheaper = TIERS.flatMap((tier) => {
    const percent = percents[tier] ?? HUNDRED
    return percent < HUNDRED ? [`${TIER_COPY[tier]} ${discountCopy(HUNDRED - percent)}`] : []
  })
  return cheaper.length > 0 ? `会员价 ${cheaper.join('，')}` : '会员价'
}

/** A province as people call it: 浙江, 内蒙古. */
export const provinceCopy = (name: string): string =>
  name.replace(/省$|市$|(壮族|回族|维吾尔)?自治区$|特别行政区$/, '')

/** Provinces named one by one; more of them are only counted. */
const PROVINCES_NAMED = 3

function provincesWords(provinces: readonly string[]): string {
  if (provinces.length === 0) return ''
  const names = provinces.map(provinceCopy)
  if (names.length <= PROVINCES_NAMED) return names.join('、')
  return `${names.slice(0, PROVINCES_NAMED).join('、')}等 ${names.length} 地`
}
