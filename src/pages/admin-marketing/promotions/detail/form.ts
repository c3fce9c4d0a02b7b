import type { NamedSku, PromotionDetail, PromotionInput } from '@core/contract/promotions'
import type { Tier } from '@core/domain/members/sections'
import type { PromotionKind } from '@core/domain/promotions/promotion'
import { DAY_MS, dayOf, HOUR_MS, type Instant, startOf, startOfMinute } from '@core/kernel/calendar'
import type { Result } from '@core/kernel/result'
import { PROMOTION_NAMES } from '@/copy/promotions'
import type { FieldSpecs } from '@/pages/admin/form/field-spec'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'
import { KIND_EDITORS } from '../kinds'

/** A promotion in its editor, with numbers as texts until it is saved. */
export type PromotionForm = {
  id: string
  kind: PromotionKind
  title: string
  startsAt: Instant | null
  endsAt: Instant | null
  minTier: Tier | null
  /** What only its kind has; only the editor of that kind reads it. */
  fields: object
}

/** The described fields of every kind. */
export const COMMON_FIELDS = {
  title: {
    input: 'text',
    path: 'title',
    label: '活动名',
    // It has to fit in one line of a bill.
    max: 20,
    placeholder: '顾客看得到，如 春茶节',
    isOptional: true,
  },
  startsAt: {
    input: 'moment',
    path: 'startsAt',
    label: '开始',
    name: '开始时间',
    placeholder: '选择时间',
  },
  endsAt: {
    input: 'moment',
    path: 'endsAt',
    label: '结束',
    name: '结束时间',
    placeholder: '选择时间',
  },
} as const satisfies FieldSpecs<PromotionForm>

/** How long a new promotion runs. */
const DEFAULT_DAYS = 7

/** A new promotion, from now on until the end of a day. */
export function blankForm(
  kind: PromotionKind,
  { id, now }: { id: string; now: Instant },
): PromotionForm {
  const startsAt = startOfMinute(now)
  return {
    id,
    kind,
    title: '',
    startsAt,
    endsAt: startOf(dayOf(now)) + DEFAULT_DAYS * DAY_MS,
    minTier: null,
    fields: KIND_EDITORS[kind].blank,
  }
}

/** One that was ended sooner was ended by mistake, and says nothing of how long it should run. */
const SHORTEST_MS = HOUR_MS

/**
 * A new promotion like a stored one, for as long: from now, or from the end of one that still runs
 * or is to come, since two of a kind cannot both have the same goods.
 */
export function copyOf(
  detail: PromotionDetail,
  { id, now }: { id: string; now: Instant },
): PromotionForm {
  const { startsAt, endsAt } = detail.promotion
  const start = endsAt > now ? endsAt : startOfMinute(now)
  const lasts = endsAt - startsAt
  const span = lasts < SHORTEST_MS ? DEFAULT_DAYS * DAY_MS : lasts
  return { ...formOf(detail), id, startsAt: start, endsAt: start + span }
}

/** A stored promotion as the form holds it. */
export function formOf({ promotion, skus, products }: PromotionDetail): PromotionForm {
  const { id, kind, title, startsAt, endsAt, minTier } = promotion
  const skuOf = (skuId: string) => skus.find((sku) => sku.id === skuId) ?? deletedSku(skuId)
  const fields = KIND_EDITORS[kind].formOf(promotion, { skuOf, products })
  return { id, kind, title, startsAt, endsAt, minTier, fields }
}

/** Keeps the place of a SKU that no longer exists, so that the staff can remove it. */
const deletedSku = (id: string): NamedSku => ({
  id,
  productId: '',
  title: '已经没有的商品',
  spec: '',
  picture: '',
  priceFen: 0,
})

/**
 * The promotion that is sent for a form, which is called like its kind unless it has a name, or the
 * first field that is missing or malformed.
 */
export function promotionOf(form: PromotionForm): Result<PromotionInput['promotion'], FieldError> {
  const { id, kind, minTier } = form
  const read = new FormReader()
  const common = read.fields(COMMON_FIELDS, form, { keys: ['title', 'startsAt', 'endsAt'] })
  const title = common.title.trim() || PROMOTION_NAMES[kind]
  const base = { id, minTier, ...common, title }
  return read.result(KIND_EDITORS[kind].inputOf(base, form.fields, read))
}
