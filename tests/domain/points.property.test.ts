import { emptyAccount, type PointsAccount } from '@core/domain/members/sections'
import { applyTransfers, clawback, transfer } from '@core/domain/points/points'
import { addGrowth, initialTier, loseGrowth } from '@core/domain/tiers/tier'
import * as fc from 'fast-check'
import { defaultProgram } from '../builders/program'
import { propertyRuns } from '../builders/property-runs'

const RUNS = { numRuns: propertyRuns(10_000) }
const cause = { memberId: 'm', orderId: 'o', at: 0 }
const points = fc.nat(100_000)
const isSame = (a: PointsAccount, b: PointsAccount) =>
  a.available === b.available && a.pending === b.pending && a.held === b.held

const available = fc.integer({ min: -500, max: 9_000 })
const account = fc.record({ available, pending: points, held: points })
const KINDS = ['earn', 'post', 'hold', 'spend', 'void', 'return'] as const
const anyTransfer = fc.tuple(fc.constantFrom(...KINDS, true, false), points).map(([kind, n]) => {
  const of = { ...cause, points: n }
  return typeof kind === 'boolean' ? clawback(of, kind) : transfer(kind, of)
})

describe('the ledger of points', () => {
  it('an account is the sum of its transfers, in whatever order they are booked', () => {
    fc.assert(
      fc.property(fc.array(anyTransfer), (transfers) => {
        const sum = (of: keyof PointsAccount) => transfers.reduce((all, one) => all + one[of], 0)
        const sums = { available: sum('available'), pending: sum('pending'), held: sum('held') }
        const there = applyTransfers(emptyAccount, ...transfers)
        const oneByOne = [...transfers]
          .reverse()
          .reduce((all, one) => applyTransfers(all, one), emptyAccount)
        return isSame(there, sums) && isSame(oneByOne, sums)
      }),
      RUNS,
    )
  })

  it('what is earned and taken back in parts, before or after it is due, leaves nothing', () => {
    fc.assert(
      fc.property(account, points, fc.array(fc.nat(99), { maxLength: 5 }), (before, n, cuts) => {
        const inner = cuts.map((cut) => Math.floor((n * cut) / 100))
        const marks = [0, ...inner, n].sort((a, b) => a - b)
        const parts = marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0))
        const take = (isPending: boolean) =>
          parts.map((part) => clawback({ ...cause, points: part }, isPending))
        const earned = transfer('earn', { ...cause, points: n })
        const due = transfer('post', { ...cause, points: n })
        return (
          isSame(applyTransfers(before, earned, ...take(true)), before) &&
          isSame(applyTransfers(before, earned, due, ...take(false)), before)
        )
      }),
      RUNS,
    )
  })

  it('what is held and let go, or spent and returned, is as it was', () => {
    fc.assert(
      fc.property(account, points, (before, n) => {
        const of = { ...cause, points: n }
        const held = transfer('hold', of)
        return (
          isSame(applyTransfers(before, held, transfer('void', of)), before) &&
          isSame(
            applyTransfers(before, held, transfer('spend', of), transfer('return', of)),
            before,
          )
        )
      }),
      RUNS,
    )
  })

  it('the same cause has the same name, and every kind another', () => {
    const ids = KINDS.map((kind) => transfer(kind, { ...cause, points: 1 }).id)
    // A void keeps the prefix of its first name, so that one booked before is found.
    expect(ids).toEqual(KINDS.map((kind) => `${kind === 'void' ? 'unhold' : kind}:o`))
    expect(clawback({ ...cause, points: 1, id: 'refund' }, true).id).toBe('claw:refund')
  })
})

it('growth that is earned and taken back leaves the tier that was there before', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.nat(5_000), (had, growth) => {
      const before = addGrowth(initialTier(1), { growth: had, at: 2 }, defaultProgram)
      const risen = addGrowth(before, { growth, at: 3 }, defaultProgram)
      const after = loseGrowth(risen, { growth, at: 4 }, defaultProgram)
      return after.tier === before.tier && after.growth === before.growth
    }),
    RUNS,
  )
})
