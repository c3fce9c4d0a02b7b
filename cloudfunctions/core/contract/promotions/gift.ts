import * as v from 'valibot'
import { entityId, fen, quantity } from '../primitives'
import { perMemberMax, promotionBase, scope } from './base'

export const gift = v.strictObject({
  ...promotionBase,
  kind: v.literal('gift'),
  scope,
  fromFen: fen,
  skuId: entityId,
  quantity,
  perMemberMax,
  isOptional: v.boolean(),
})
