import type { Database } from '@core/data/database'
import type { LifecycleSettings, ReviewOn } from '@core/domain/lifecycle/status'
import type { Program } from '@core/kernel/settings'

/** What an invocation's context knows of the settings that reviews need. */
export type KnownSettings = { db: Database; program: Program; reviewOn: readonly ReviewOn[] }

/** What reviews need: the programme and the shop's median gap as the last sweep learned it. */
export async function lifecycleSettings(
  { db, program, reviewOn }: KnownSettings,
  source?: string,
): Promise<LifecycleSettings> {
  const learned = await db.get('settings', purchaseIntervalId(source))
  return { program, shopGapDays: learnedGapDays(learned), reviewOn }
}

/** The median gap in a settings document; `null` while none was learned. */
export function learnedGapDays(document: Record<string, unknown> | null | undefined) {
  const gapDays = document?.['gapDays']
  return typeof gapDays === 'number' ? gapDays : null
}

/** The settings document with the purchase interval of the shop or of an imported source. */
export const purchaseIntervalId = (source = 'shop'): string => `rhythm:${source}`
