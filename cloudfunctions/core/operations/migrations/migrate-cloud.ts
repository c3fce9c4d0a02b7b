import type { MigrationReport } from '@core/contract/migrations'
import type { Upcasts } from '@core/data/schemas'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { runMigrations } from './run-migrations'

/** Goes on with the migrations for some seconds; the owner repeats it until all are done. */
export const migrateCloud = async (
  ctx: Context,
  upcasts: Upcasts,
): Promise<Result<{ migrations: MigrationReport[] }, never>> =>
  ok({ migrations: await runMigrations(ctx, upcasts, { clock: Date.now }) })
