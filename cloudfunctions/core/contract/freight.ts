import type { FreightTable } from '@core/domain/freight/freight-table'
import { ZONES_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import { fen, integer, type NoInput, name, province } from './primitives'

/** The complete freight table. */
export const freightInput = v.strictObject({
  zones: v.pipe(
    v.array(
      v.strictObject({
        name: name(20),
        provinces: v.pipe(v.array(province), v.maxLength(ZONES_MAX)),
        isServed: v.boolean(),
        firstGrams: integer(1, 1_000_000),
        firstFen: fen,
        moreGrams: integer(1, 1_000_000),
        moreFen: fen,
        freeFromFen: v.nullable(fen),
      }),
    ),
    v.minLength(1),
    v.maxLength(ZONES_MAX),
  ),
})
export type FreightInput = v.InferOutput<typeof freightInput>

/** Operations of the staff on the freight table. */
export type FreightAdminContract = {
  'freight.show': { input: NoInput; output: FreightTable; error: never }
  'freight.save': {
    input: FreightInput
    output: FreightTable
    error: { code: 'FREIGHT_WRONG'; field: string }
  }
}

declare module '@core/contract' {
  interface AdminOperations extends FreightAdminContract {}
}
