import { applyEvent } from '@core/domain/lifecycle/apply-event'
import { newCustomer } from '@core/domain/lifecycle/new-customer'
import { lifecycleReviewOn } from '@core/domain/lifecycle/review-on'
import { lifecycleStatusOf, purchaseIntervalOf } from '@core/domain/lifecycle/status'
import { updateLifecycle } from '@core/domain/lifecycle/update-lifecycle'
import { PATH_STEPS, pathStepOf, SIX_STAGES, sixStageOf } from '@core/domain/lifecycle/vocabularies'
import {
  type EventKind,
  initialFacts,
  type MemberFacts,
  withEvent,
  withOrders,
} from '@core/domain/members/facts'
import type { Tier } from '@core/domain/members/sections'
import { RECENCIES, type Recency, STAGES, type Stage } from '@core/domain/members/sections'
import { addDays, startOf } from '@core/kernel/calendar'
import { defaultProgram } from '../builders/program'

const FIRST = '2026-01-01'
const settings = { program: defaultProgram, shopGapDays: null }
const on = (day: string) => startOf(day) + 36_000_000
const known = initialFacts('wechat', on(FIRST))
const standing = (facts: MemberFacts, day: string, tier: Tier = 'basic') =>
  lifecycleStatusOf({ facts, tier }, day, settings)

/** Facts of a customer with one kept order on each of these days. */
const buying = (...days: string[]): MemberFacts =>
  withOrders(
    { ...known, lastInteractionAt: on(days.at(-1) ?? FIRST) },
    days.map((day) => ({ day, paidFen: 1_000, refundedFen: 0 })),
  )

/** Order days `gap` days apart, `count` of them, from the first contact on. */
const every = (gap: number, count: number) =>
  Array.from({ length: count }, (_, at) => addDays(FIRST, at * gap))

const viewing = (...days: string[]) =>
  days.reduce((facts, day) => withEvent(facts, { kind: 'view', at: on(day) }), known)

describe('S0-01 the stage is exactly one of five, by the best evidence there is', () => {
  const d2 = '2026-01-02'
  const after = (kind: EventKind) => withEvent(known, { kind, at: on(d2) })
  const referred = (facts: MemberFacts) => ({ ...facts, lastReferralRewardedAt: on(d2) })
  it.each<[string, MemberFacts, Tier, Stage]>([
    ['known', known, 'basic', 'aware'],
    ['2 views on 2 days', viewing(FIRST, d2), 'basic', 'aware'],
    ['3 views on 1 day', viewing(FIRST, FIRST, FIRST), 'basic', 'aware'],
    ['3 views on 2 days', viewing(FIRST, FIRST, d2), 'basic', 'interested'],
    ['3 views, a day before reported late', viewing(d2, d2, FIRST), 'basic', 'aware'],
    ['a search', after('search'), 'basic', 'aware'],
    ['a search with a click', after('searchClick'), 'basic', 'interested'],
    ['a favourite', after('favourite'), 'basic', 'interested'],
    ['a cart line', after('cart'), 'basic', 'interested'],
    ['an unpaid order', after('order'), 'basic', 'interested'],
    ['a kept order', buying(FIRST), 'basic', 'buyer'],
    ['3 kept orders on 2 days', buying(FIRST, FIRST, d2), 'basic', 'buyer'],
    ['3 kept orders on 3 days', buying(FIRST, d2, '2026-01-03'), 'basic', 'loyal'],
    ['3 order days, 365 days apart', buying(FIRST, d2, '2027-01-01'), 'basic', 'loyal'],
    ['3 order days, 366 days apart', buying(FIRST, d2, '2027-01-02'), 'basic', 'buyer'],
    ['a kept order and gold', buying(FIRST), 'gold', 'loyal'],
    ['a kept order and silver', buying(FIRST), 'silver', 'buyer'],
    ['a buyer with a rewarded referral', referred(buying(FIRST)), 'basic', 'advocate'],
    ['a referral without an order', referred(known), 'basic', 'aware'],
    [
      'an order wholly refunded',
      withOrders(known, [{ day: FIRST, paidFen: 1_000, refundedFen: 1_000 }]),
      'basic',
      'aware',
    ],
    [
      'an order refunded but for a fen',
      withOrders(known, [{ day: FIRST, paidFen: 1_000, refundedFen: 999 }]),
      'basic',
      'buyer',
    ],
  ])('%s', (_words, facts, tier, stage) => {
    expect(standing(facts, '2027-02-01', tier).stage).toBe(stage)
  })

  it('time takes no stage away', () => {
    const loyal = buying(...every(20, 3))
    expect(standing(loyal, '2036-01-01').stage).toBe('loyal')
  })
})

describe('S3-11 recency moves with the clock, each boundary on its day', () => {
  it.each<[string, MemberFacts, number, Recency]>([
    ['first seen 30 days ago', known, 30, 'new'],
    ['first seen 31 days ago', known, 31, 'silent'],
    ['silent to the 90th day', known, 90, 'silent'],
    ['lost from the 91st day', known, 91, 'lost'],
    ['a buyer is not new', buying(FIRST), 0, 'active'],
    ['a buyer is active on day 30', buying(FIRST), 30, 'active'],
    ['a buyer is silent from day 31', buying(FIRST), 31, 'silent'],
    ['a buyer is silent on day 90', buying(FIRST), 90, 'silent'],
    ['a buyer is lost from day 91', buying(FIRST), 91, 'lost'],
  ])('%s', (_words, facts, days, recency) => {
    expect(standing(facts, addDays(FIRST, days)).recency).toBe(recency)
  })

  it('follows the customer’s own rhythm, above the floors of 30 and 90 days', () => {
    const often = buying(...every(7, 20))
    const last = addDays(FIRST, 7 * 19)
    expect(standing(often, addDays(last, 30)).recency).toBe('active')
    expect(standing(often, addDays(last, 31)).recency).toBe('silent')
    expect(standing(often, addDays(last, 91)).recency).toBe('lost')
    const seldom = buying(...every(100, 13))
    const seldomLast = addDays(FIRST, 1_200)
    expect(standing(seldom, addDays(seldomLast, 200)).recency).toBe('active')
    expect(standing(seldom, addDays(seldomLast, 201)).recency).toBe('silent')
    expect(standing(seldom, addDays(seldomLast, 400)).recency).toBe('silent')
    expect(standing(seldom, addDays(seldomLast, 401)).recency).toBe('lost')
  })

  it.each([
    ['no gap: the shop’s', every(100, 1), { gapDays: 30, gaps: 0 }],
    ['1 gap against 3 of the shop’s', every(100, 2), { gapDays: 47.5, gaps: 1 }],
    ['12 gaps against 3 of the shop’s', every(100, 13), { gapDays: 86, gaps: 12 }],
  ])('draws a rhythm of %s', (_words, days, rhythm) => {
    expect(purchaseIntervalOf(buying(...days), { ...settings, shopGapDays: 30 })).toEqual(rhythm)
  })

  it('knows no rhythm where neither customer nor shop has shown one', () => {
    expect(purchaseIntervalOf(known, settings)).toEqual({ gapDays: null, gaps: 0 })
  })

  it.each([known, buying(FIRST), buying(...every(40, 4))])(
    'changesOn is the first day on which it changes, and no day before (%#)',
    (facts) => {
      for (let day = '2026-05-01', steps = 0; steps < 3; steps += 1) {
        const { recency: recency, changesOn } = standing(facts, day)
        if (changesOn === null) return expect(recency).toBe('lost')
        expect(standing(facts, addDays(changesOn, -1)).recency).toBe(recency)
        expect(standing(facts, changesOn).recency).not.toBe(recency)
        day = changesOn
      }
    },
  )

  it('a purchase after lost is a win-back, even when they browse first', () => {
    const { member } = newCustomer({ id: 'm1', channel: 'wechat', at: on(FIRST) }, settings)
    const lost = updateLifecycle(member, on('2026-06-01'), settings)
    expect(lost.member.lifecycle).toMatchObject({ recency: 'lost', lostOn: '2026-06-01' })
    const back = applyEvent(lost.member, { kind: 'view', at: on('2026-06-02') }, settings)
    expect(back.member.lifecycle).toMatchObject({ recency: 'active', wonBackOn: null })
    const won = applyEvent(back.member, { kind: 'pay', at: on('2026-06-03'), fen: 1 }, settings)
    expect(won.member.lifecycle).toMatchObject({ lostOn: null, wonBackOn: '2026-06-03' })
    expect(won.transitions.map((turn) => turn.kind)).toContain('winBack')
    const again = applyEvent(won.member, { kind: 'pay', at: on('2026-06-04'), fen: 1 }, settings)
    expect(again.transitions.map((turn) => turn.kind)).not.toContain('winBack')
  })

  it('a customer whom no sweep saw leave is lost before they return', () => {
    const { member } = newCustomer({ id: 'm1', channel: 'wechat', at: on(FIRST) }, settings)
    const won = applyEvent(member, { kind: 'pay', at: on('2026-06-03'), fen: 1 }, settings)
    const recencies = won.transitions.flatMap((turn) => (turn.kind === 'recency' ? [turn.to] : []))
    expect(recencies).toEqual(['lost', 'active'])
    expect(won.member.lifecycle.wonBackOn).toBe('2026-06-03')
  })
})

describe('a member is reviewed on the earliest day that any area contributes', () => {
  const { member } = newCustomer({ id: 'm1', channel: 'wechat', at: on(FIRST) }, settings)
  const own = addDays(FIRST, 31)
  const contributing = (day: string | null) => ({
    ...settings,
    reviewOn: [lifecycleReviewOn, () => day],
  })

  it.each([
    ['an earlier day', '2026-01-05', '2026-01-05'],
    ['a later day', '2026-12-24', own],
    ['no day', null, own],
  ])('%s', (_words, day, reviewOn) => {
    expect(member.reviewOn).toBe(own)
    const at = on('2026-01-02')
    expect(updateLifecycle(member, at, contributing(day)).member.reviewOn).toBe(reviewOn)
    const event = { kind: 'search' as const, at: on(FIRST) }
    expect(applyEvent(member, event, contributing(day)).member.reviewOn).toBe(reviewOn)
    const contact = { id: 'm2', channel: 'wechat', at: on(FIRST) } as const
    expect(newCustomer(contact, contributing(day)).member.reviewOn).toBe(reviewOn)
  })

  it('has a day although the lifecycle expects no change', () => {
    const at = on('2026-12-01')
    const lost = updateLifecycle(member, at, settings)
    expect(lost.member.reviewOn).toBeNull()
    expect(updateLifecycle(member, at, contributing('2027-01-01')).member.reviewOn).toBe(
      '2027-01-01',
    )
  })
})

describe('S2-01 one lifecycle status, expressed in four vocabularies', () => {
  const counts = [0, 1]
  const everyCase = STAGES.flatMap((stage) =>
    RECENCIES.flatMap((recency) =>
      counts.flatMap((cartLines) =>
        counts.map((openOrders) => ({ stage, recency, cartLines, openOrders })),
      ),
    ),
  )

  it('the six stages: total, one-valued, and all of them reached', () => {
    const stages = everyCase.map((one) => sixStageOf(one, one))
    expect(new Set(stages)).toEqual(new Set(SIX_STAGES))
  })

  it.each<[Stage, Recency, number, string]>([
    ['aware', 'new', 0, 'attract'],
    ['interested', 'active', 0, 'acquire'],
    ['interested', 'active', 1, 'convert'],
    ['buyer', 'active', 0, 'retain'],
    ['loyal', 'active', 0, 'develop'],
    ['advocate', 'active', 0, 'develop'],
    ['loyal', 'silent', 0, 'reacquire'],
    ['aware', 'lost', 0, 'reacquire'],
  ])('%s and %s with %i open orders is %s', (stage, recency, openOrders, six) => {
    expect(sixStageOf({ stage, recency }, { cartLines: 0, openOrders })).toBe(six)
  })

  it('the path from fan to customer for life: total, and all of it reached', () => {
    const joined = [null, on('2023-01-01'), on('2026-01-01')]
    const steps = STAGES.flatMap((stage) =>
      joined.flatMap((joinedAt) =>
        [0, 3].map((keptOrders) =>
          pathStepOf({ stage, joinedAt, facts: { keptOrders } }, '2026-06-01', defaultProgram),
        ),
      ),
    )
    expect(new Set(steps)).toEqual(new Set(PATH_STEPS))
  })
})
