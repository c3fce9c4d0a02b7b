import type { CouponDetail, CouponInput } from '@core/contract/coupons'
import { DAY_MS, dayOf, type Instant, startOf, startOfMinute } from '@core/kernel/calendar'
import type { Result } from '@core/kernel/result'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'
import { amountText, discountText } from '@/pages/admin/form/numbers'
import { readScope, scopeForm, WHOLE_SHOP } from '@/pages/admin/scope-form'
import { type CouponForm, FIELDS } from './fields'

/** How long a new coupon can be claimed, and is valid afterwards. */
const DEFAULT_DAYS = 7

/** A new coupon, to be claimed from today on. */
export function blankForm({ id, now }: { id: string; now: Instant }): CouponForm {
  const today = startOf(dayOf(now))
  return {
    id,
    title: '',
    isPercent: false,
    off: '',
    discount: '',
    cap: '',
    from: '',
    scope: WHOLE_SHOP,
    isByDays: true,
    days: String(DEFAULT_DAYS),
    startsAt: today,
    endsAt: today + 2 * DEFAULT_DAYS * DAY_MS,
    claimFrom: today,
    claimUntil: today + DEFAULT_DAYS * DAY_MS,
    issuedMax: '100',
    perMember: '1',
    minTier: null,
    isListed: true,
    code: '',
  }
}

/** A stored coupon as the form holds it. */
export function formOf({ coupon, products }: CouponDetail): CouponForm {
  const { id, terms, validity, issuedMax, perMemberMax, code, ...same } = coupon
  const { off } = terms
  const { claimFrom, claimUntil, minTier, isListed } = same
  const isByDays = validity.kind === 'days'
  return {
    ...blankForm({ id, now: claimFrom }),
    title: terms.title,
    isPercent: off.kind === 'percent',
    off: off.kind === 'amount' ? amountText(off.offFen) : '',
    discount: off.kind === 'percent' ? discountText(100 - off.percentOff) : '',
    cap: off.kind === 'percent' ? amountText(off.capFen) : '',
    from: terms.fromFen === 0 ? '' : amountText(terms.fromFen),
    scope: scopeForm(terms.scope, products),
    isByDays,
    ...(isByDays
      ? { days: String(validity.days) }
      : { startsAt: validity.startsAt, endsAt: validity.endsAt }),
    claimFrom,
    claimUntil,
    issuedMax: String(issuedMax),
    perMember: String(perMemberMax),
    minTier,
    isListed,
    code: code ?? '',
  }
}

/**
 * A new coupon like a stored one, to be claimed from now on for as long. Dates of use move with
 * it; a code stays with the coupon that has it.
 */
export function copyOf(
  detail: CouponDetail,
  { id, now }: { id: string; now: Instant },
): CouponForm {
  const form = formOf(detail)
  const claimFrom = startOfMinute(now)
  const later = (at: Instant | null) => at && at + claimFrom - detail.coupon.claimFrom
  const { startsAt, endsAt } = form.isByDays
    ? blankForm({ id, now })
    : { startsAt: later(form.startsAt), endsAt: later(form.endsAt) }
  const claimUntil = later(form.claimUntil)
  return { ...form, id, code: '', claimFrom, claimUntil, startsAt, endsAt }
}

type Coupon = CouponInput['coupon']

/** The coupon that is sent for a form, or the first field that is missing or malformed. */
export function couponOf(form: CouponForm): Result<Coupon, FieldError> {
  const { id, minTier, isListed, code } = form
  const read = new FormReader()
  const { title } = read.fields(FIELDS, form, { keys: ['title'] })
  const off = readOff(form, read)
  const { from } = read.fields(FIELDS, form, { keys: ['from'] })
  const days = form.isByDays ? read.fields(FIELDS, form, { keys: ['days'] }).days : null
  const counts = read.fields(FIELDS, form, { keys: ['issuedMax', 'perMember'] })
  const scope = readScope(form.scope, read)
  const claim = read.fields(FIELDS, form, { keys: ['claimFrom', 'claimUntil'] })
  const coupon: Coupon = {
    id,
    terms: { title, off, fromFen: from, scope },
    validity:
      days === null
        ? { kind: 'until', ...read.fields(FIELDS, form, { keys: ['startsAt', 'endsAt'] }) }
        : { kind: 'days', days },
    ...claim,
    issuedMax: counts.issuedMax,
    perMemberMax: counts.perMember,
    minTier,
    isListed,
    code: code.trim() === '' ? null : code.trim().toUpperCase(),
  }
  return read.result(coupon, 'missing first')
}

function readOff(form: CouponForm, read: FormReader): Coupon['terms']['off'] {
  if (!form.isPercent) {
    return { kind: 'amount', offFen: read.fields(FIELDS, form, { keys: ['off'] }).off }
  }
  const { discount, cap } = read.fields(FIELDS, form, { keys: ['discount', 'cap'] })
  return { kind: 'percent', percentOff: 100 - discount, capFen: cap }
}
