import { lifecycleStatusOf } from '@core/domain/lifecycle/status'
import { initialFacts, withOrders } from '@core/domain/members/facts'
import { type TierRow, tierAhead, tierAt } from '@core/domain/tiers/tier'
import { addDays, startOf } from '@core/kernel/calendar'
import { KEPT_DAYS_MAX } from '@core/kernel/limits'
import {
  type AnyAreaSettings,
  defaultsOf,
  defineSettings,
  integer,
  settingErrors,
} from '@core/kernel/settings'
import { checkProgram, defaultProgram, SETTINGS, tiersWith } from '../builders/program'

describe('tiers as a list', () => {
  const { tiers } = defaultProgram
  const fieldsOf = (rows: unknown) =>
    checkProgram({ ...defaultProgram, tiers: rows }).map(({ field }) => field)

  it.each([
    ['the first tier holds from 0', tiersWith({ basic: { fromGrowth: 1 } }), 'tiers.0.fromGrowth'],
    ['thresholds rise', tiersWith({ silver: { fromGrowth: 1_000 } }), 'tiers.2.fromGrowth'],
    ['growth has an end', tiersWith({ black: { fromGrowth: 10_000_001 } }), 'tiers.3.fromGrowth'],
    ['growth is an integer', tiersWith({ gold: { fromGrowth: 1.5 } }), 'tiers.2.fromGrowth'],
    ['points have an end', tiersWith({ gold: { pointsPercent: 1_001 } }), 'tiers.2.pointsPercent'],
    [
      'points are not negative',
      tiersWith({ basic: { pointsPercent: -1 } }),
      'tiers.0.pointsPercent',
    ],
    ['no tier is left out', tiers.slice(0, 3), 'tiers.3.code'],
    ['no tier comes twice', [...tiers, tiers[3]], 'tiers.4.code'],
    ['their order is fixed', [...tiers].reverse(), 'tiers.0.code'],
    ['a row says nothing else', tiers.map((row) => ({ ...row, colour: 1 })), 'tiers.0.colour'],
    ['a row is a row', [null, ...tiers.slice(1)], 'tiers.0.code'],
    ['a list is a list', 4, 'tiers.0.code'],
  ])('%s', (_rule, rows, field) => {
    expect(fieldsOf(rows)).toContain(field)
  })

  it('the rules follow the list', () => {
    const program = { tiers: tiersWith({ gold: { fromGrowth: 500 } }) }
    expect(tierAt(500, program)).toBe('gold')
    expect(tierAhead({ tier: 'silver', growth: 400, since: 0 }, program)).toEqual({
      tier: 'gold',
      atGrowth: 500,
      missingGrowth: 100,
    })
    const rows: readonly TierRow[] = program.tiers
    expect(fieldsOf(rows)).toEqual([])
  })
})

it('names a setting that no area declares', () => {
  const errors = checkProgram({ ...defaultProgram, silverGrowth: 300 })
  expect(errors).toEqual([{ field: 'silverGrowth', reason: 'UNKNOWN' }])
})

it('says the bounds that a missing setting has', () => {
  const { newDays: _missing, ...rest } = defaultProgram
  const error = { field: 'newDays', reason: 'OUT_OF_BOUNDS', min: 1, max: 365 }
  expect(checkProgram(rest)).toEqual([error])
})

describe('settings are bounded by what is kept', () => {
  const kept = (days: number) => {
    const first = '2026-01-01'
    const orders = Array.from({ length: days }, (_, at) => ({
      day: addDays(first, at),
      paidFen: 100,
      refundedFen: 0,
    }))
    return withOrders(initialFacts('wechat', startOf(first)), orders)
  }

  it('loyalOrdersMin asks for no more order days than KEPT_DAYS_MAX, and that many suffice', () => {
    expect(SETTINGS.loyalOrdersMin).toMatchObject({ max: KEPT_DAYS_MAX })
    const program = { ...defaultProgram, loyalOrdersMin: KEPT_DAYS_MAX }
    const facts = kept(KEPT_DAYS_MAX + 5)
    const status = lifecycleStatusOf({ facts, tier: 'basic' }, '2026-03-01', {
      program,
      shopGapDays: null,
    })
    expect(status.stage).toBe('loyal')
  })

  it('gapPriorCount weighs no more than the gaps between KEPT_DAYS_MAX days', () => {
    expect(SETTINGS.gapPriorCount).toMatchObject({ max: KEPT_DAYS_MAX - 1 })
    expect(kept(KEPT_DAYS_MAX + 5).keptDays).toHaveLength(KEPT_DAYS_MAX)
  })
})

it('an area adds settings of its own without a line elsewhere', () => {
  const toy = defineSettings(
    {
      fewest: integer({ default: 1, min: 0, max: 9 }),
      most: integer({ default: 2, min: 0, max: 9 }),
    },
    (set) => ({ most: set.most < set.fewest }),
  )
  const areas: AnyAreaSettings[] = [toy]
  expect(defaultsOf(areas)).toEqual({ fewest: 1, most: 2 })
  expect(settingErrors(areas, { fewest: 3, most: 2 })).toEqual([
    { field: 'most', reason: 'CONTRADICTION' },
  ])
  expect(settingErrors(areas, { fewest: 3, most: 10 })).toEqual([
    { field: 'most', reason: 'OUT_OF_BOUNDS', min: 0, max: 9 },
  ])
})
