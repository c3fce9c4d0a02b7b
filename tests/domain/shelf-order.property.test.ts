import { type Placed, type ShelfMove, shelfMoves } from '@core/domain/catalog/shelf-order'
import fc from 'fast-check'
import { propertyRuns } from '../builders/property-runs'

/** The order of the shelf: as customers read it, and the fewest products written for a change. */

const byPlace = (a: Placed, b: Placed): number => a.sort - b.sort || (a.id < b.id ? -1 : 1)

const applied = (rows: readonly Placed[], moves: readonly ShelfMove[]): Placed[] =>
  rows.map((row) => {
    const move = moves.find(({ productId }) => productId === row.id)
    return move ? { id: row.id, sort: move.to } : row
  })

const ids = (rows: readonly Placed[]) => rows.map(({ id }) => id)
const rowsOf = (...sorts: number[]): Placed[] => sorts.map((sort, at) => ({ id: `p${at}`, sort }))

/** Rows as the shelf has them, one of which goes to another place. */
const movedShelf = fc
  .record({
    sorts: fc.array(fc.oneof(fc.constant(100), fc.nat(100_000), fc.nat(20)), {
      minLength: 1,
      maxLength: 12,
    }),
    from: fc.nat(11),
    to: fc.nat(11),
  })
  .map(({ sorts, from, to }) => {
    const shelf = rowsOf(...sorts).sort(byPlace)
    const [row] = shelf.slice(from % shelf.length)
    const wanted = shelf.filter(({ id }) => id !== row?.id)
    wanted.splice(to % shelf.length, 0, row ?? shelf[0]!)
    return { shelf, wanted }
  })

test('after the moves the shelf reads as wanted, and numbers are within their bounds', () => {
  fc.assert(
    fc.property(movedShelf, ({ wanted }) => {
      const moves = shelfMoves(wanted, null)
      const result = applied(wanted, moves)
      expect(ids([...result].sort(byPlace))).toEqual(ids(wanted))
      for (const { to } of moves) expect(to >= 0 && to <= 100_000).toBe(true)
    }),
    { numRuns: propertyRuns(10_000) },
  )
})

test('what stands right already is not written', () => {
  fc.assert(
    fc.property(movedShelf, ({ shelf }) => expect(shelfMoves(shelf, null)).toEqual([])),
    { numRuns: propertyRuns(1_000) },
  )
})

describe('one product that is moved is the only one written', () => {
  const [a, b, c, d] = rowsOf(10, 20, 30, 40) as [Placed, Placed, Placed, Placed]
  const [e, f, g] = rowsOf(100, 100, 100) as [Placed, Placed, Placed]
  test.each<[string, Placed[], ShelfMove[]]>([
    ['to the top', [d, a, b, c], [{ productId: 'p3', from: 40, to: 0 }]],
    ['between two', [a, d, b, c], [{ productId: 'p3', from: 40, to: 15 }]],
    ['to the end', [b, c, d, a], [{ productId: 'p0', from: 10, to: 50 }]],
    ['to the top of equals', [g, e, f], [{ productId: 'p2', from: 100, to: 90 }]],
    ['to the end of equals', [f, g, e], [{ productId: 'p0', from: 100, to: 110 }]],
  ])('%s', (_words, wanted, moves) => expect(shelfMoves(wanted, null)).toEqual(moves))

  test('and stays before the product that follows the list', () => {
    const behind = { id: 'z', sort: 41 }
    expect(shelfMoves([b, c, d, a], behind)).toHaveLength(2)
    const result = applied([b, c, d, a], shelfMoves([b, c, d, a], behind))
    expect(ids([...result, behind].sort(byPlace))).toEqual(['p1', 'p2', 'p3', 'p0', 'z'])
  })
})
