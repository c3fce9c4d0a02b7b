import type { Database } from '@core/data/database'
import type { LifecycleSettings } from '@core/domain/lifecycle/status'
import type { Program } from '@core/kernel/settings'

/** The shop's median gap as the last sweep learned it, with the programme: what reviews need. */
export async function lifecycleSettings(
  db: Database,
  program: Program,
  source?: string,
): Promise<LifecycleSettings> {
  const rhythm = await db.get('settings', purchaseIntervalId(source))
  const shopGapDays = rhythm?.['gapDays']
  return { program, shopGapDays: typeof shopGapDays === 'number' ? shopGapDays : null }
}

/** The settings document that holds the rhythm of the shop or of an imported source. */
export const purchaseIntervalId = (source = 'shop'): string => `rhythm:${source}`
