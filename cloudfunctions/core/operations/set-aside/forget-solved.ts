import { forgetSetAside } from '@core/data/set-aside/set-aside'
import type { Duty } from '@core/domain/set-aside/set-aside'
import { DAY_MS, HOUR_MS } from '@core/kernel/calendar'
import type { Context } from '../context'

/** Duties of the night; the others are done every few minutes. */
const NIGHTLY: readonly Duty[] = ['reviewMember', 'comparePayments']
/** By then every duty of the day has run again, or of the night. */
const UNMET_MS = HOUR_MS
const UNMET_NIGHTLY_MS = 2 * DAY_MS

/**
 * Removes entries that no run met although they were due again: what they are about was done in
 * another way, and nothing is left to be tried.
 */
export async function forgetSolved({ db, now }: Context): Promise<void> {
  await forgetSetAside(db, now - UNMET_MS, { not: NIGHTLY })
  await forgetSetAside(db, now - UNMET_NIGHTLY_MS, { in: NIGHTLY })
}
