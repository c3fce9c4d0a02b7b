import { couponError, normalizeCode } from '@core/domain/coupons/coupon-errors'
import { DAY_MS } from '@core/kernel/calendar'
import { couponOffer } from '../builders/promotions'
import { START } from '../builders/shop'

const offer = couponOffer('ten')
const faultOf = (more: Partial<typeof offer>, issued = 0) =>
  couponError({ ...offer, ...more }, { at: START, issued })
const until = (startsAt: number, endsAt: number) => ({ kind: 'until' as const, startsAt, endsAt })

describe('what is wrong with an offer', () => {
  test('nothing with a plain one', () => expect(faultOf({})).toBeNull())

  test.each<[string, string, Partial<typeof offer>]>([
    [
      'terms.off.offFen',
      'MORE_THAN_SPENT',
      { terms: { ...offer.terms, off: { kind: 'amount', offFen: 5_000 } } },
    ],
    ['claimUntil', 'END_BEFORE_START', { claimFrom: offer.claimUntil }],
    ['claimUntil', 'OVER', { claimFrom: 0, claimUntil: START }],
    ['validity.endsAt', 'END_BEFORE_START', { validity: until(START, START) }],
    ['validity.endsAt', 'ENDS_WHILE_CLAIMED', { validity: until(START, offer.claimUntil - 1) }],
    ['perMemberMax', 'MORE_THAN_ISSUED', { issuedMax: 1, perMemberMax: 2 }],
  ])('%s: %s', (field, reason, more) => {
    expect(faultOf(more)).toEqual({ field, reason })
  })

  test('one fen less than is to be spent may be given, and anything from nothing on', () => {
    const give = (offFen: number, fromFen: number) =>
      faultOf({ terms: { ...offer.terms, off: { kind: 'amount', offFen }, fromFen } })
    expect([give(4_999, 5_000), give(4_999, 0)]).toEqual([null, null])
  })

  test('it ends no earlier than its claiming', () => {
    expect(faultOf({ validity: until(START, START + DAY_MS) })).toBeNull()
  })

  test('there are never fewer than are out', () => {
    expect(faultOf({ issuedMax: 5 }, 5)).toBeNull()
    expect(faultOf({ issuedMax: 4 }, 5)).toMatchObject({ reason: 'BELOW_ISSUED' })
  })

  test.each([
    ['spring 2026', 'SPRING2026'],
    ['ＳＰＲＩＮＧ－２０２６', 'SPRING2026'],
    ['  ab-cd ', 'ABCD'],
  ])('"%s" is the code %s', (typed, code) => expect(normalizeCode(typed)).toBe(code))
})
