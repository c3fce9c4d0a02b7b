import type { MigrationReport } from '@core/contract/migrations'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import type { Rewrites } from './rewrites'
import { runMigrations } from './run-migrations'

/** Goes on with the migrations for some seconds; the owner repeats it until all are done. */
export const migrateCloud = async (
  ctx: Context,
  rewrites: Rewrites,
): Promise<Result<{ migrations: MigrationReport[] }, never>> =>
  ok({ migrations: await runMigrations(ctx, rewrites, { clock: Date.now }) })
