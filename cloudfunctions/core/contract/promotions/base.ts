import { TIERS } from '@core/domain/members/sections'
import { PROMOTION_SKUS_MAX, SCOPE_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import { entityId, instant, integer, name } from '../primitives'

/** A list with one entry per SKU that a promotion names. */
export const bySku = <T extends v.GenericSchema>(entry: T) =>
  v.pipe(v.array(entry), v.minLength(1), v.maxLength(PROMOTION_SKUS_MAX))

const ids = v.pipe(v.array(entityId), v.maxLength(SCOPE_MAX))

/** The products and categories that a rule covers; both empty: every product. */
export const scope = v.strictObject({ productIds: ids, categoryIds: ids })

export const percent = integer(1, 100)

/** Pieces or times a member may have a promotion; `null`: any number. */
export const perMemberMax = v.nullable(integer(1, 9_999))

/** The fields of every kind. No `:` in the id: it separates promotion and SKU in ids of stock. */
export const promotionBase = {
  id: v.pipe(entityId, v.regex(/^[\w-]+$/)),
  title: name(20),
  startsAt: instant,
  endsAt: instant,
  minTier: v.nullable(v.picklist(TIERS)),
}
