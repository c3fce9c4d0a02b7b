import type { Promotion, PromotionKind } from '@core/domain/promotions/promotion'
import { bundle } from './bundle'
import { freeFreight } from './free-freight'
import { gift } from './gift'
import type { KindEditor } from './kind-editor'
import { nthPiece } from './nth-piece'
import { spendOff } from './spend-off'
import { tierPrice } from './tier-price'
import { timePrice } from './time-price'

const EDITORS = {
  timePrice,
  bundle,
  nthPiece,
  tierPrice,
  spendOff,
  gift,
  freeFreight,
} satisfies { [K in PromotionKind]: KindEditor<Extract<Promotion, { kind: K }>> }

/** How each kind of promotion is edited. */
export const KIND_EDITORS: Record<PromotionKind, KindEditor> = EDITORS
