import { TIERS } from '@core/domain/members/sections'
import { PROMOTION_SKUS_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import { entityId, fen } from '../primitives'
import { percent, promotionBase, scope } from './base'

export const tierPrice = v.strictObject({
  ...promotionBase,
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
})
