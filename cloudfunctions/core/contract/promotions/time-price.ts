import * as v from 'valibot'
import { entityId, fen, integer } from '../primitives'
import { bySku, perMemberMax, promotionBase } from './base'

export const timePrice = v.strictObject({
  ...promotionBase,
  kind: v.literal('timePrice'),
  prices: bySku(
    v.strictObject({ skuId: entityId, priceFen: fen, stock: v.nullable(integer(1, 1_000_000)) }),
  ),
  perMemberMax,
})
