import { forgetSetAside } from '@core/data/set-aside/set-aside'
import type { Duty } from '@core/domain/set-aside/set-aside'
import { DAY_MS, MINUTE_MS } from '@core/kernel/calendar'
import type { Context } from '../context'

/** Duties of the night; the others are done every few minutes. */
export const NIGHTLY: readonly Duty[] = ['reviewMember', 'comparePayments']
/** By then every duty of the day has run again, or of the night. */
const UNMET_MS = 8 * MINUTE_MS
const UNMET_NIGHTLY_MS = 2 * DAY_MS

/**
 * Removes entries that no run met although they were due again: what they are about was done in
 * another way, and nothing is left to be tried. This is one of the duties of the day.
 */
export async function forgetSolved({ db, now }: Context): Promise<Record<string, number>> {
  await forgetSetAside(db, now - UNMET_MS, { not: NIGHTLY })
  return {}
}

/** The same for what the night tries. */
export const forgetSolvedNights = ({ db, now }: Context): Promise<void> =>
  forgetSetAside(db, now - UNMET_NIGHTLY_MS, { in: NIGHTLY })
