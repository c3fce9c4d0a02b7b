import { TIERS } from '@core/domain/members/sections'
import { growthFor, pointsFor } from '@core/domain/points/points'
import { addGrowth, initialTier, tierAhead, tierAt } from '@core/domain/tiers/tier'
import { allocate, formatFen } from '@core/kernel/money'
import fc from 'fast-check'
import { defaultProgram, programErrors, SETTINGS, tiersWith } from '../builders/program'
import { propertyRuns } from '../builders/property-runs'

const RUNS = { numRuns: propertyRuns(10_000) }
const fen = fc.integer({ min: 0, max: 100_000_000 })

describe('allocate', () => {
  it('the parts are integers, none off its share by a whole fen, and sum to the total', () => {
    const weight = fc.integer({ min: 0, max: 1_000_000 })
    const weights = fc.array(weight, { minLength: 1, maxLength: 50 })
    fc.assert(
      fc.property(fen, weights, (total, shares) => {
        const parts = allocate(total, shares)
        const sum = shares.reduce((all, share) => all + share, 0)
        const isFair = (part: number, at: number) =>
          sum === 0 || Math.abs(part - (total * shares[at]!) / sum) < 1
        return (
          parts.reduce((all, part) => all + part, 0) === total &&
          parts.every((part, at) => Number.isInteger(part) && isFair(part, at))
        )
      }),
      RUNS,
    )
  })

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [-100, [1, 1, 1], [-33, -33, -34]],
    [5, [0, 0], [3, 2]],
    [0, [1, 2], [0, 0]],
    [7, [], []],
  ])('%i by %p is %p', (total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts)
  })
})

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [6_460, '64.60'],
  [-1, '-0.01'],
])('%i fen is written %s', (amount, text) => expect(formatFen(amount)).toBe(text))

describe('points and growth', () => {
  it('drop the fraction, and more money never earns less', () => {
    fc.assert(
      fc.property(fen, fen, fc.constantFrom(...TIERS), (a, b, tier) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        const earned = pointsFor(less, tier, defaultProgram)
        return (
          Number.isInteger(earned) &&
          pointsFor(more, tier, defaultProgram) >= earned &&
          growthFor(less, defaultProgram) === Math.floor(less / 100)
        )
      }),
      RUNS,
    )
  })
})

describe('tiers', () => {
  it.each([
    [0, 'basic'],
    [299, 'basic'],
    [300, 'silver'],
    [999, 'silver'],
    [1_000, 'gold'],
    [2_999, 'gold'],
    [3_000, 'black'],
  ])('growth %i is %s: a member exactly on the line has it', (growth, tier) => {
    expect(tierAt(growth, defaultProgram)).toBe(tier)
  })

  it('climb two steps at once, keep the day they were reached, and never descend', () => {
    const climbed = addGrowth(initialTier(1), { growth: 1_000, at: 5 }, defaultProgram)
    expect(climbed).toEqual({ tier: 'gold', growth: 1_000, since: 5 })
    expect(addGrowth(climbed, { growth: 1, at: 9 }, defaultProgram).since).toBe(5)
    expect(tierAhead(climbed, defaultProgram)).toMatchObject({
      tier: 'black',
      missingGrowth: 2_000,
    })
    expect(tierAhead({ tier: 'black', growth: 9_000, since: 0 }, defaultProgram)).toBeNull()
  })
})

const INTEGERS = Object.entries(SETTINGS).flatMap(([name, setting]) =>
  setting.kind === 'integer' ? [[name, setting] as const] : [],
)

describe('the programme', () => {
  it('has no errors by default, and each number is within its bounds', () => {
    expect(programErrors(defaultProgram)).toEqual([])
  })

  it.each(INTEGERS)('%s has an end', (name, { min, max }) => {
    for (const value of [min - 1, max + 1, Number.NaN, min + 0.5]) {
      expect(programErrors({ ...defaultProgram, [name]: value })).toContain(name)
    }
  })

  it.each([
    ['tiers.2.fromGrowth', { tiers: tiersWith({ gold: { fromGrowth: 300 } }) }],
    ['tiers.3.fromGrowth', { tiers: tiersWith({ black: { fromGrowth: 1_000 } }) }],
    ['lostDaysMin', { lostDaysMin: 30 }],
    ['lostGaps', { lostGaps: 2 }],
  ] as const)('%s may not contradict what comes before it', (name, change) => {
    expect(programErrors({ ...defaultProgram, ...change })).toContain(name)
  })
})
