import { APP } from '@core/operations/app'
import { endNight, isNightOver, sweepMembers } from '@core/operations/lifecycle/sweep-members'
import { runMigrations } from '@core/operations/migrations/run-migrations'
import { forgetSolvedNights } from '@core/operations/set-aside/forget-solved'
import { onTimer } from '@core/runtime/timer'

/**
 * Every night, and again while a night's work is unfinished: goes on with the migrations, forgets
 * what was set aside and is solved, then reviews who is due.
 */
export const main = onTimer('sweep-members', APP, async (ctx, { isAsked }) => {
  if (!isAsked && (await isNightOver(ctx))) return null
  const migrations = await runMigrations(ctx, APP, { clock: Date.now })
  await forgetSolvedNights(ctx)
  const swept = await sweepMembers(ctx, Date.now)
  if (migrations.every(({ isDone }) => isDone)) await endNight(ctx)
  return swept
})
