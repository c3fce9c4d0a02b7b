import type { Promotion, PromotionKind } from '@core/domain/promotions/promotion'
import { bundle } from './bundle'
import { freeFreight } from './free-freight'
import { gift } from './gift'
import type { KindCopy } from './kind-copy'
import { nthPiece } from './nth-piece'
import { spendOff } from './spend-off'
import { tierPrice } from './tier-price'
import { timePrice } from './time-price'

const KINDS = {
  timePrice,
  bundle,
  nthPiece,
  tierPrice,
  spendOff,
  gift,
  freeFreight,
} satisfies { [K in PromotionKind]: KindCopy<Extract<Promotion, { kind: K }>> }

/** The texts of every kind of promotion. */
export const PROMOTION_KIND_COPY: Record<PromotionKind, KindCopy> = KINDS
