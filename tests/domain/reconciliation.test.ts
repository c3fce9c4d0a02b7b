import { compareEntries, type Entry, totalOf } from '@core/domain/reconciliation/reconciliation'
import fc from 'fast-check'
import { propertyRuns } from '../builders/property-runs'

const entry = (number: string, fen: number): Entry => ({ number, orderId: number, fen, at: 1 })

describe('S2-11 two sides of a day', () => {
  it.each([
    ['the same entry on both sides is no difference', [['A', 5]], [['A', 5]], []],
    ['only there', [['A', 5]], [], [['PAYMENT_ONLY_THERE', 'A', 5, 0]]],
    ['only here', [], [['A', 5]], [['PAYMENT_ONLY_HERE', 'A', 0, 5]]],
    ['another sum, by one fen', [['A', 5]], [['A', 6]], [['PAYMENT_DIFFERS', 'A', 5, 6]]],
    [
      'several at once, the provider’s first',
      [
        ['A', 5],
        ['B', 7],
      ],
      [
        ['C', 9],
        ['B', 7],
      ],
      [
        ['PAYMENT_ONLY_THERE', 'A', 5, 0],
        ['PAYMENT_ONLY_HERE', 'C', 0, 9],
      ],
    ],
  ] as [string, [string, number][], [string, number][], [string, string, number, number][]][])(
    '%s',
    (_, there, here, expected) => {
      const sides = {
        there: there.map(([number, fen]) => entry(number, fen)),
        here: here.map(([number, fen]) => entry(number, fen)),
      }
      const found = compareEntries(sides, 'PAYMENT')
      const told = found.map((one) => [one.kind, one.number, one.thereFen, one.hereFen])
      expect(told).toEqual(expected)
      const refunds = compareEntries(sides, 'REFUND').map(({ kind }) => kind)
      expect(refunds).toEqual(found.map(({ kind }) => kind.replace('PAYMENT', 'REFUND')))
    },
  )

  it('the differences explain the difference of the sums, whatever the entries', () => {
    const side = fc.uniqueArray(
      fc.record({ number: fc.integer({ min: 0, max: 30 }), fen: fc.integer({ min: 1, max: 999 }) }),
      { selector: ({ number }) => number },
    )
    fc.assert(
      fc.property(side, side, (a, b) => {
        const there = a.map(({ number, fen }) => entry(`N${number}`, fen))
        const here = b.map(({ number, fen }) => entry(`N${number}`, fen))
        const found = compareEntries({ there, here }, 'PAYMENT')
        const explained = found.reduce((all, one) => all + one.thereFen - one.hereFen, 0)
        expect(explained).toBe(totalOf(there).fen - totalOf(here).fen)
        expect(new Set(found.map(({ number }) => number)).size).toBe(found.length)
      }),
      { numRuns: propertyRuns(10_000) },
    )
  })
})
