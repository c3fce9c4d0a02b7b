import { STEPS_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import { fen } from '../primitives'
import { promotionBase, scope } from './base'

export const spendOff = v.strictObject({
  ...promotionBase,
  kind: v.literal('spendOff'),
  scope,
  steps: v.pipe(
    v.array(v.strictObject({ fromFen: fen, offFen: v.pipe(fen, v.minValue(1)) })),
    v.minLength(1),
    v.maxLength(STEPS_MAX),
  ),
})
