import type { CouponDetail, CouponInput } from '@core/contract/coupons'
import type { Tier } from '@core/domain/members/sections'
import { DAY_MS, dayOf, type Instant, startOf } from '@core/kernel/calendar'
import { formatFen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'
import { type ScopeForm, scopeForm, scopeOf, WHOLE_SHOP } from '@/pages/admin/scope-form'
import { amountOf, wholeOf } from '@/pages/admin/form/numbers'

/** An offer in its editor: numbers are texts until it is saved. */
export type CouponForm = {
  id: string
  title: string
  isPercent: boolean
  off: string
  /** What is paid, in tenths as people say it: 8.8. */
  discount: string
  cap: string
  from: string
  scope: ScopeForm
  /** Good for some days after it was claimed, else between two moments. */
  isByDays: boolean
  days: string
  startsAt: Instant | null
  endsAt: Instant | null
  claimFrom: Instant | null
  claimUntil: Instant | null
  issuedMax: string
  perMember: string
  minTier: Tier | null
  isListed: boolean
  code: string
}

/** What is wrong with a form, and where: `field` is a path of the offer. */
export type CouponFormError = { code: string; field: string }

/** Days that a new offer is proposed for. */
const DAYS = 7

/** An offer that nothing is known of yet: claimed from now for a week, good for a week. */
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
    days: String(DAYS),
    startsAt: today,
    endsAt: today + 2 * DAYS * DAY_MS,
    claimFrom: today,
    claimUntil: today + DAYS * DAY_MS,
    issuedMax: '100',
    perMember: '1',
    minTier: null,
    isListed: true,
    code: '',
  }
}

const yuan = (fen: number): string => formatFen(fen).replace(/\.00$/, '')

/** A stored offer as the form holds it. */
export function formOf({ coupon, products }: CouponDetail): CouponForm {
  const { id, terms, validity, issuedMax, perMemberMax, code, ...same } = coupon
  const { off } = terms
  const { claimFrom, claimUntil, minTier, isListed } = same
  const isByDays = validity.kind === 'days'
  return {
    ...blankForm({ id, now: claimFrom }),
    title: terms.title,
    isPercent: off.kind === 'percent',
    off: off.kind === 'amount' ? yuan(off.offFen) : '',
    discount: off.kind === 'percent' ? String((100 - off.percentOff) / 10) : '',
    cap: off.kind === 'percent' && off.capFen !== null ? yuan(off.capFen) : '',
    from: terms.fromFen === 0 ? '' : yuan(terms.fromFen),
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

/** The offer that a form says, or the first field that is missing or no number. */
export function couponOf(form: CouponForm): Result<CouponInput['coupon'], CouponFormError> {
  const numbers = numbersOf(form)
  const missing = missingOf(form, numbers)
  if (missing !== null) return fail({ code: 'MISSING', field: missing })
  const odd = Object.entries(numbers).find(([, value]) => Number.isNaN(value))
  if (odd) return fail({ code: 'NUMBER_ODD', field: odd[0] })
  const { id, title, isPercent, isByDays, minTier, isListed, code } = form
  const number = (field: string) => numbers[field] ?? 0
  return ok({
    id,
    terms: {
      title,
      off: isPercent
        ? {
            kind: 'percent',
            percentOff: 100 - number('percentOff'),
            capFen: numbers['capFen'] ?? null,
          }
        : { kind: 'amount', offFen: number('offFen') },
      fromFen: number('fromFen'),
      scope: scopeOf(form.scope),
    },
    validity: isByDays
      ? { kind: 'days', days: number('days') }
      : { kind: 'until', startsAt: form.startsAt ?? 0, endsAt: form.endsAt ?? 0 },
    claimFrom: form.claimFrom ?? 0,
    claimUntil: form.claimUntil ?? 0,
    issuedMax: number('issuedMax'),
    perMemberMax: number('perMemberMax'),
    minTier,
    isListed,
    code: code.trim() === '' ? null : code.trim().toUpperCase(),
  })
}

type Numbers = Record<string, number | null>

/** Every number that this kind of offer needs: `null` of nothing typed, NaN of what is none. */
const numbersOf = (form: CouponForm): Numbers => ({
  ...(form.isPercent
    ? { percentOff: tenthsOf(form.discount), capFen: amountOf(form.cap) }
    : { offFen: amountOf(form.off) }),
  fromFen: amountOf(form.from),
  ...(form.isByDays ? { days: wholeOf(form.days) } : {}),
  issuedMax: wholeOf(form.issuedMax),
  perMemberMax: wholeOf(form.perMember),
})

const tenthsOf = (typed: string): number | null => {
  if (typed.trim() === '') return null
  return /^\d(\.\d)?$/.test(typed.trim()) ? Math.round(Number(typed) * 10) : NaN
}

function missingOf(form: CouponForm, numbers: Numbers): string | null {
  if (form.title.trim() === '') return 'title'
  const needed = ['offFen', 'percentOff', 'days', 'issuedMax', 'perMemberMax']
  const number = needed.find((field) => numbers[field] === null)
  if (number) return number
  const { isAll, products, categoryIds } = form.scope
  if (!isAll && products.length + categoryIds.length === 0) return 'scope'
  const moments = form.isByDays
    ? (['claimFrom', 'claimUntil'] as const)
    : (['claimFrom', 'claimUntil', 'startsAt', 'endsAt'] as const)
  return moments.find((field) => form[field] === null) ?? null
}
