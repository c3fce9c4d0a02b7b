import * as v from 'valibot'
import { integer } from '../primitives'
import { percent, promotionBase, scope } from './base'

export const nthPiece = v.strictObject({
  ...promotionBase,
  kind: v.literal('nthPiece'),
  scope,
  nth: integer(2, 10),
  percentOff: percent,
})
