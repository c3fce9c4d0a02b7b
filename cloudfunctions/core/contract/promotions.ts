import { PROMOTION_KINDS, type Promotion } from '@core/domain/promotions/promotion'
import type { PromotionConflict } from '@core/domain/promotions/promotion-errors'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import { cursor, entityId, type Page } from './primitives'
import { bundle } from './promotions/bundle'
import { freeFreight } from './promotions/free-freight'
import { gift } from './promotions/gift'
import { nthPiece } from './promotions/nth-piece'
import { spendOff } from './promotions/spend-off'
import { tierPrice } from './promotions/tier-price'
import { timePrice } from './promotions/time-price'

/** The schemas of the kinds; the types in `domain/promotions/kinds` explain each field. */
export const PROMOTION_SCHEMAS = [
  timePrice,
  tierPrice,
  bundle,
  nthPiece,
  spendOff,
  gift,
  freeFreight,
] as const

export const promotion = v.variant('kind', PROMOTION_SCHEMAS)

/** A promotion to save, or to validate before saving. */
export const promotionInput = v.strictObject({ promotion })
export type PromotionInput = v.InferOutput<typeof promotionInput>

/** A conflict with the names of the goods it is on; `on` of `*` is every product. */
export type ConflictView = PromotionConflict & { names: string[] }

/** A product that a scope names. */
export type NamedProduct = { id: string; title: string; picture: string }

/** A SKU that a promotion names, with its product's title, its variant and list price. */
export type NamedSku = NamedProduct & { productId: string; spec: string; priceFen: number }

/** Why a promotion was not saved; `field` is the path of the invalid field. */
export type SavePromotionError =
  | { code: 'PROMOTION_WRONG'; field: string; reason: string }
  | { code: 'PROMOTION_CONFLICT'; conflicts: ConflictView[] }
  | { code: 'TOO_MANY_PROMOTIONS'; max: number }
  /** It has started: only its title and its end can change. */
  | { code: 'PROMOTION_RUNNING'; field: string }

/** The state of a promotion by the cloud's clock. */
export type PromotionState = 'COMING' | 'RUNNING' | 'ENDED'

/** A promotion, its state, and its sales. */
export type PromotionRow = {
  promotion: Promotion
  state: PromotionState
  /** Pieces left and sold of its own stock, summed over its SKUs; `null` without one. */
  stock: { left: number; sold: number } | null
}

/** A promotion in the staff's list, with what is in it. */
export type ListedPromotion = PromotionRow & { goods: PromotionGoods }

/** The first goods of a promotion, each with its price in it if it has one, and how many more. */
export type PromotionGoods = {
  /** Nothing is named: every product takes part. */
  isWholeShop: boolean
  named: { title: string; spec: string; listFen: Fen | null; priceFen: Fen | null }[]
  more: number
}

/** A promotion with the SKUs and products it names. */
export type PromotionDetail = PromotionRow & { skus: NamedSku[]; products: NamedProduct[] }

/** A page of promotions, the last to end first. */
export const promotionListInput = v.strictObject({
  state: v.optional(v.picklist(['COMING', 'RUNNING', 'ENDED'] satisfies PromotionState[])),
  kind: v.optional(v.picklist(PROMOTION_KINDS)),
  cursor,
})
export type PromotionListInput = v.InferOutput<typeof promotionListInput>

/** One promotion, by id. */
export const promotionIdInput = v.strictObject({ promotionId: entityId })
export type PromotionIdInput = v.InferOutput<typeof promotionIdInput>

/** Operations of the staff on promotions. */
export type PromotionsAdminContract = {
  'promotions.list': { input: PromotionListInput; output: Page<ListedPromotion>; error: never }
  'promotions.show': { input: PromotionIdInput; output: PromotionDetail; error: NotFound }
  /** Reports the errors and conflicts that saving would have; saves nothing. */
  'promotions.check': {
    input: PromotionInput
    output: { conflicts: ConflictView[]; error: { field: string; reason: string } | null }
    error: never
  }
  'promotions.save': { input: PromotionInput; output: PromotionRow; error: SavePromotionError }
  /** Ends a promotion now. */
  'promotions.end': { input: PromotionIdInput; output: PromotionRow; error: NotFound }
}

declare module '@core/contract' {
  interface AdminOperations extends PromotionsAdminContract {}
}
