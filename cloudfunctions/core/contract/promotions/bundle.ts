import * as v from 'valibot'
import { entityId, fen, quantity } from '../primitives'
import { bySku, promotionBase } from './base'

export const bundle = v.strictObject({
  ...promotionBase,
  kind: v.literal('bundle'),
  parts: bySku(v.strictObject({ skuId: entityId, quantity })),
  priceFen: fen,
})
