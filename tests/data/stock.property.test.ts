import type { Database } from '@core/data/database'
import type { OrderDocument } from '@core/data/orders/documents'
import type { SkuDocument, StockMovementDocument } from '@core/data/stock/documents'
import { holdAll, release, releaseAll, sellAll } from '@core/data/stock/holds'
import { moveStock, returnToStock } from '@core/data/stock/ledger'
import { MINUTE_MS } from '@core/kernel/calendar'
import type { Context } from '@core/operations/context'
import { repairStock } from '@core/operations/orders/repair-stock'
import fc from 'fast-check'
import { type Gate, openNearStore } from '../builders/near-store'
import { propertyRuns } from '../builders/property-runs'

/**
 * Orders are placed, sent again, paid, closed and brought back while staff move stock: all at
 * once, every database request in an order that fast-check chooses, and any run may die before any
 * of its requests. Whatever comes of it, the sweep leaves a stock that is right.
 */

const near = openNearStore()

const START = 1_000_000
const SKUS = ['a', 'b'] as const
const ORDERS = ['order1', 'order2'] as const

type Order = (typeof ORDERS)[number]
type Step =
  | { does: 'place' | 'pay' | 'close'; order: Order }
  | { does: 'move'; id: string; skuId: string; quantity: number }
  | { does: 'return'; order: Order; skuId: string }
/** A step, and the requests that its run lives to make. */
type Run = Step & { lives: number }

const AFTER = ['pay', 'close'] as const
const RETURN = 'return' as const
const order = fc.constantFrom(...ORDERS)
const skuId = fc.constantFrom(...SKUS)
const lives = fc.oneof(
  { weight: 3, arbitrary: fc.constant(Infinity) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }) },
)
const runs = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ does: fc.constant('place' as const), order, lives }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constantFrom(...AFTER), order, lives }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('move' as const),
        id: fc.constantFrom('move1', 'move2'),
        skuId,
        quantity: fc.constantFrom(2, -1, -2),
        lives,
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant(RETURN), order, skuId, lives }) },
  ) satisfies fc.Arbitrary<Run>,
  { minLength: 1, maxLength: 6 },
)
/** Pieces of each SKU in each order; 0 leaves it out. */
const wanted = fc.record({
  order1: fc.record({ a: fc.integer({ min: 1, max: 2 }), b: fc.integer({ min: 0, max: 2 }) }),
  order2: fc.record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 1, max: 2 }) }),
})
type Wanted = Record<Order, Record<string, number>>
const opening = fc.record({
  a: fc.integer({ min: 0, max: 3 }),
  b: fc.integer({ min: 0, max: 3 }),
})

const linesOf = (pieces: Record<string, number>) =>
  Object.entries(pieces)
    .filter(([, quantity]) => quantity > 0)
    .map(([id, quantity]) => ({ skuId: id, productId: id, quantity }))
type Lines = ReturnType<typeof linesOf>

/** As `place-order` does it; the order of an attempt that died may or may not be there. */
async function place(db: Database, orderId: string, { lines, by }: { lines: Lines; by: string }) {
  if (await db.get('orders', orderId)) return
  const missed = await holdAll(db, orderId, { pieces: lines, at: START, by })
  const kept = lines.map((line) => ({ ...line, kind: 'goods' }))
  const written = { _id: orderId, state: 'awaitingPayment', paidAt: null, lines: kept }
  const isPlaced =
    missed.length === 0 && (await db.addOnce('orders', written as unknown as OrderDocument))
  if (!isPlaced) await Promise.all(lines.map((line) => release(db, orderId, { ...line, by })))
}

async function pay(db: Database, orderId: string, lines: Lines) {
  const paid = { state: 'paid', paidAt: START }
  await db.update('orders', { _id: orderId, state: 'awaitingPayment' }, paid)
  if ((await db.get('orders', orderId))?.state !== 'paid') return
  const sales = lines.map((line) => ({ ...line, at: START }))
  await sellAll(db, orderId, sales)
}

async function close(db: Database, orderId: string, lines: Lines) {
  await db.update('orders', { _id: orderId, state: 'awaitingPayment' }, { state: 'closed' })
  if ((await db.get('orders', orderId))?.state !== 'closed') return
  await releaseAll(db, orderId, lines)
}

/** One piece that was bought is returned; it counts once, however often it is reported. */
async function bringBack(db: Database, orderId: string, skuOf: string) {
  if ((await db.get('orders', orderId))?.state !== 'paid') return
  const afterSaleId = `back-${orderId}`
  const piece = { skuId: skuOf, productId: skuOf, quantity: 1, at: START }
  await returnToStock(db, { ...piece, afterSaleId, by: null })
}

async function perform(db: Database, run: Run, { wants, no }: { wants: Wanted; no: number }) {
  if (run.does === 'move') {
    const { id, quantity } = run
    const piece = { skuId: run.skuId, productId: run.skuId, at: START }
    await moveStock(db, { ...piece, id, kind: quantity > 0 ? 'restock' : 'adjust', quantity })
    return
  }
  if (run.does === 'return') return bringBack(db, run.order, run.skuId)
  const lines = linesOf(wants[run.order])
  if (run.does === 'place') return place(db, run.order, { lines, by: `attempt${no}` })
  return { pay, close }[run.does](db, run.order, lines)
}

class Died extends Error {}

/** Lets a run send its requests one by one in the chosen order, until its limit is reached. */
function gateOf(scheduler: fc.Scheduler, lifespan: number): Gate {
  let left = lifespan
  return async () => {
    await scheduler.schedule(Promise.resolve())
    left -= 1
    if (left < 0) throw new Died()
  }
}

const UNSOLD = { sold: 0, holds: {}, heldPieces: 0, isOnSale: true, isSoldStale: false }

function openShelves(stock: Record<string, number>) {
  const opened = SKUS.map((_id) => ({ _id, productId: _id, openingStock: stock[_id] ?? 0 }))
  const open = { kind: 'open', state: 'applied', dueAt: null }
  near.begin({
    skus: opened.map((sku) => ({ ...sku, available: sku.openingStock, ...UNSOLD })),
    stockMovements: opened.map(({ _id, openingStock: quantity }) => ({
      ...open,
      _id: `open:${_id}`,
      skuId: _id,
      quantity,
    })),
  })
}

const mend = (db: Database, minutes: number) => {
  const log = { info: () => undefined, error: (_: string, what?: object) => fail(what) }
  const now = START + minutes * MINUTE_MS
  return repairStock({ db, now, elapsedMs: () => 0, log } as unknown as Context)
}
const fail = (what: unknown) => {
  throw new Error(JSON.stringify(what))
}

type Orders = Pick<OrderDocument, '_id' | 'state' | 'lines'>[]

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/** What is stored of one SKU. */
const stored = (sku: SkuDocument) => ({
  holds: Object.fromEntries(Object.entries(sku.holds ?? {}).map(([id, { n }]) => [id, n])),
  heldPieces: sku.heldPieces,
  sold: sku.sold,
  inStore: sku.available + sku.heldPieces,
  isBelowZero: sku.available < 0,
})

/** What should be: pieces of unpaid orders held, of paid ones sold, the rest as the ledger says. */
function due(sku: SkuDocument, orders: Orders): ReturnType<typeof stored> {
  const piecesOf = (state: string) =>
    orders
      .filter((one) => one.state === state)
      .flatMap(({ _id, lines }) => lines.map((line) => ({ _id, ...line })))
      .filter((line) => line.skuId === sku._id)
      .map((line) => [line._id, line.quantity] as const)
  const unpaid = piecesOf('awaitingPayment')
  const ledger = near
    .all<StockMovementDocument>('stockMovements')
    .filter((line) => line.skuId === sku._id && line.state === 'applied')
  return {
    holds: Object.fromEntries(unpaid),
    heldPieces: sumOf(unpaid.map(([, n]) => n)),
    sold: sumOf(piecesOf('paid').map(([, n]) => n)),
    inStore: sumOf(ledger.map(({ quantity }) => quantity)),
    isBelowZero: false,
  }
}

/** Answers the SKUs as well. */
function expectRight(): SkuDocument[] {
  const skus = near.all<SkuDocument>('skus')
  const orders = near.all<Orders[number]>('orders')
  expect(skus.map(stored)).toEqual(skus.map((sku) => due(sku, orders)))
  return skus
}

async function runAll(scheduler: fc.Scheduler, steps: readonly Run[], wants: Wanted) {
  const ended = steps.map(async (run, no) => {
    const db = near.database(gateOf(scheduler, run.lives))
    try {
      await perform(db, run, { wants, no })
    } catch (error) {
      if (!(error instanceof Died)) throw error
    }
  })
  await scheduler.waitFor(Promise.all(ended))
}

const everything = [fc.scheduler(), opening, wanted, runs] as const

it(
  'stock is the sum of its ledger, whatever is cut off; closing gives back what was taken',
  () =>
    fc.assert(
      fc.asyncProperty(...everything, async (scheduler, stock, wants, steps) => {
        const db = near.database()
        openShelves(stock)
        await runAll(scheduler, steps, wants)
        await mend(db, 3)
        const held = sumOf(expectRight().map((sku) => sku.heldPieces))

        if (held > 0) for (const id of ORDERS) await close(db, id, linesOf(wants[id]))
        const closed = expectRight()
        expect(sumOf(closed.map((sku) => sku.heldPieces))).toBe(0)

        if (closed.every((sku) => Object.keys(sku.moved ?? {}).length === 0)) return
        await mend(db, 6)
        expect(expectRight().map((sku) => sku.moved)).toEqual(closed.map((sku) => sku.moved && {}))
      }),
      { numRuns: propertyRuns(10_000) },
    ),
  600_000,
)

it(
  'an order sent again at once keeps its pieces and leaves none behind, with no sweep',
  () =>
    fc.assert(
      fc.asyncProperty(
        ...([fc.scheduler(), opening, wanted, fc.integer({ min: 2, max: 4 })] as const),
        async (scheduler, stock, wants, times) => {
          openShelves(stock)
          const attempt: Run = { does: 'place', order: 'order1', lives: Infinity }
          const other: Run = { does: 'place', order: 'order2', lives: Infinity }
          const giveUp: Run = { does: 'close', order: 'order2', lives: Infinity }
          const come: Run = { does: 'move', id: 'm', skuId: 'b', quantity: 2, lives: Infinity }
          const repeats = Array.from({ length: times }, () => attempt)
          await runAll(scheduler, [other, ...repeats, giveUp, come], wants)
          expectRight()
        },
      ),
      { numRuns: 1_000 },
    ),
  600_000,
)
