import { ZONES_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import { fen, province } from '../primitives'
import { promotionBase, scope } from './base'

export const freeFreight = v.strictObject({
  ...promotionBase,
  kind: v.literal('freeFreight'),
  scope,
  fromFen: fen,
  provinces: v.pipe(v.array(province), v.maxLength(ZONES_MAX)),
})
