import type { Instant } from '@core/kernel/calendar'
import type { Coupon } from './coupon'

/** What is wrong with an offer by itself; `field` is the path of it. */
export type CouponError = { field: string; reason: string }

/** The first thing wrong with an offer; `null` when nothing is. `issued`: copies that are out. */
export function couponError(
  coupon: Omit<Coupon, 'issued' | 'isStopped'>,
  { at, issued }: { at: Instant; issued: number },
): CouponError | null {
  const { terms, validity, claimFrom, claimUntil, issuedMax, perMemberMax } = coupon
  const isTooMuch =
    terms.off.kind === 'amount' && terms.fromFen > 0 && terms.off.offFen >= terms.fromFen
  if (isTooMuch) return { field: 'terms.off.offFen', reason: 'MORE_THAN_SPENT' }
  if (claimUntil <= claimFrom) return { field: 'claimUntil', reason: 'END_BEFORE_START' }
  if (claimUntil <= at) return { field: 'claimUntil', reason: 'OVER' }
  if (validity.kind === 'until') {
    const { startsAt, endsAt } = validity
    if (endsAt <= startsAt) return { field: 'validity.endsAt', reason: 'END_BEFORE_START' }
    // What can still be claimed must still be of use.
    if (endsAt < claimUntil) return { field: 'validity.endsAt', reason: 'ENDS_WHILE_CLAIMED' }
  }
  if (issuedMax < issued) return { field: 'issuedMax', reason: 'BELOW_ISSUED' }
  return perMemberMax > issuedMax ? { field: 'perMemberMax', reason: 'MORE_THAN_ISSUED' } : null
}

/** A code as it is kept: capitals and digits, whatever was typed between them or wider. */
export const normalizeCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
