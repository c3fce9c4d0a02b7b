import { PROMOTION_KINDS, type Promotion } from '@core/domain/promotions/promotion'
import type { PromotionConflict } from '@core/domain/promotions/promotion-errors'
import { TIERS } from '@core/domain/tiers/tier'
import { PROMOTION_SKUS_MAX, SCOPE_MAX, STEPS_MAX, ZONES_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { NotFound } from './errors'

import { cursor, entityId, fen, instant, type Page, province, quantity } from './primitives'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const ids = v.pipe(v.array(entityId), v.maxLength(SCOPE_MAX))
const some = <T extends v.GenericSchema>(one: T) =>
  v.pipe(v.array(one), v.minLength(1), v.maxLength(PROMOTION_SKUS_MAX))

/** What a rule reaches. */
export const scope = v.strictObject({ productIds: ids, categoryIds: ids })

/** No `:`, which parts an activity from its SKU in the id of the stock set apart for it. */
const activityId = v.pipe(entityId, v.regex(/^[\w-]+$/))

const activity = {
  id: activityId,
  title: text(20),
  startsAt: instant,
  endsAt: instant,
  minTier: v.nullable(v.picklist(TIERS)),
}
const percent = whole(1, 100)
const piecesMax = v.nullable(whole(1, 9_999))

/** An activity as the staff save it; `domain/promotion` says what each means. */
export const promotion = v.variant('kind', [
  v.strictObject({
    ...activity,
    kind: v.literal('timePrice'),
    prices: some(
      v.strictObject({ skuId: entityId, priceFen: fen, stock: v.nullable(whole(1, 1_000_000)) }),
    ),
    perMemberMax: piecesMax,
  }),
  v.strictObject({
    ...activity,
    kind: v.literal('tierPrice'),
    scope,
    percents: v.strictObject({
      basic: v.optional(percent),
      silver: v.optional(percent),
      gold: v.optional(percent),
      black: v.optional(percent),
    }),
    prices: v.pipe(
      v.array(v.strictObject({ skuId: entityId, tier: v.picklist(TIERS), priceFen: fen })),
      v.maxLength(PROMOTION_SKUS_MAX * TIERS.length),
    ),
  }),
  v.strictObject({
    ...activity,
    kind: v.literal('bundle'),
    parts: some(v.strictObject({ skuId: entityId, quantity })),
    priceFen: fen,
  }),
  v.strictObject({
    ...activity,
    kind: v.literal('nthPiece'),
    scope,
    nth: whole(2, 10),
    percentOff: percent,
  }),
  v.strictObject({
    ...activity,
    kind: v.literal('spendOff'),
    scope,
    steps: v.pipe(
      v.array(v.strictObject({ fromFen: fen, offFen: v.pipe(fen, v.minValue(1)) })),
      v.minLength(1),
      v.maxLength(STEPS_MAX),
    ),
  }),
  v.strictObject({
    ...activity,
    kind: v.literal('gift'),
    scope,
    fromFen: fen,
    skuId: entityId,
    quantity,
    perMemberMax: piecesMax,
    isOptional: v.boolean(),
  }),
  v.strictObject({
    ...activity,
    kind: v.literal('freeFreight'),
    scope,
    fromFen: fen,
    provinces: v.pipe(v.array(province), v.maxLength(ZONES_MAX)),
  }),
])

/** An activity to save or to look through before saving. */
export const promotionInput = v.strictObject({ promotion })
export type PromotionInput = v.InferOutput<typeof promotionInput>

/** A collision as the staff read it: what it is on, by name; `on` of `*` is everything. */
export type ConflictView = PromotionConflict & { names: string[] }

/** A product that a scope names. */
export type NamedProduct = { id: string; title: string; picture: string }

/** A SKU that an activity names: its product's title, its own choice and list price. */
export type NamedSku = NamedProduct & { productId: string; spec: string; priceFen: number }

/** Why an activity was not saved; `field` names what is wrong with it. */
export type SavePromotionError =
  | { code: 'PROMOTION_WRONG'; field: string; reason: string }
  | { code: 'PROMOTION_CONFLICT'; conflicts: ConflictView[] }
  | { code: 'TOO_MANY_PROMOTIONS'; max: number }
  /** It has begun: from now on it can only be renamed, and ended earlier or later. */
  | { code: 'PROMOTION_RUNNING'; field: string }

/** Where an activity stands by the cloud's clock. */
export type PromotionState = 'COMING' | 'RUNNING' | 'ENDED'

/** An activity in the staff's list, with what it has done so far. */
export type PromotionRow = {
  promotion: Promotion
  state: PromotionState
  /** Pieces left and sold of its own stock, summed over its SKUs; `null` without one. */
  stock: { left: number; sold: number } | null
}

/** An activity with the names of all that it names. */
export type PromotionDetail = PromotionRow & { skus: NamedSku[]; products: NamedProduct[] }

/** Which activities to list: those that end last first. */
export const promotionListInput = v.strictObject({
  state: v.optional(v.picklist(['COMING', 'RUNNING', 'ENDED'] satisfies PromotionState[])),
  kind: v.optional(v.picklist(PROMOTION_KINDS)),
  cursor,
})
export type PromotionListInput = v.InferOutput<typeof promotionListInput>

/** One activity, by id. */
export const promotionIdInput = v.strictObject({ promotionId: entityId })
export type PromotionIdInput = v.InferOutput<typeof promotionIdInput>

/** What the staff may do with promotions. */
export type PromotionsAdminContract = {
  'promotions.list': { input: PromotionListInput; output: Page<PromotionRow>; error: never }
  'promotions.show': { input: PromotionIdInput; output: PromotionDetail; error: NotFound }
  /** Says what would be wrong, and saves nothing. */
  'promotions.check': {
    input: PromotionInput
    output: { conflicts: ConflictView[]; fault: { field: string; reason: string } | null }
    error: never
  }
  'promotions.save': { input: PromotionInput; output: PromotionRow; error: SavePromotionError }
  /** Ends an activity now. */
  'promotions.end': { input: PromotionIdInput; output: PromotionRow; error: NotFound }
}

declare module '@core/contract' {
  interface AdminOperations extends PromotionsAdminContract {}
}
