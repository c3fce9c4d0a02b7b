import type { FreightInput } from '@core/contract/freight'
import { FREIGHT_ID } from '@core/data/freight/settings'
import {
  defaultFreightTable,
  type FreightTable,
  freightErrors,
} from '@core/domain/freight/freight-table'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** The freight table in force: the shop's own, or one zone for the whole country. */
export async function showFreight(ctx: Context): Promise<Result<FreightTable, never>> {
  const read = await ctx.db.get('settings', FREIGHT_ID)
  return ok((read?.['zones'] as FreightTable | undefined) ?? defaultFreightTable(ctx.program))
}

/** Replaces the freight table as a whole. */
export async function saveFreight(
  ctx: Context,
  { zones }: FreightInput,
): Promise<Result<FreightTable, { code: 'FREIGHT_WRONG'; field: string }>> {
  const [field] = freightErrors(zones)
  if (field !== undefined) return fail({ code: 'FREIGHT_WRONG', field })
  await ctx.db.put('settings', { _id: FREIGHT_ID, zones })
  return ok(zones)
}
