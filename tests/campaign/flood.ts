import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { ShopContract } from '@core/contract'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { CART_LINES_MAX } from '@core/kernel/limits'
import { UNPAID_BOUNDS } from '@core/operations/allowances'
import type { BrokenRule } from '@local/books/books'
import { checkBooks } from '@local/books/check-books'
import { readFolder } from '@local/books/read-folder'
import type { FiredTimer } from '@local/timers'
import { buildFunctions } from '../../config/functions.build'
import { CASES, many, stocksUp } from '../builders/allowance-cases'
import { type Customer, must, openShop, type TestShop } from '../builders/shop'

/**
 * `npm run campaign -- flood [--json] [--seconds N] [--orders N]`: hostile customers at every limit
 * beside ordinary ones, in a shop with a thousand unpaid orders of as many lines as an order may
 * have; the timers go on all the while.
 */

const FLAGS = {
  json: { type: 'boolean', default: false },
  seconds: { type: 'string', default: '60' },
  orders: { type: 'string', default: '1000' },
} as const

/** Customers of each kind at the same time. */
const HOSTILE = 6
const ORDINARY = 3
/** Orders placed at the same time while the shop is filled. */
const FILLING = 4
/** How often the clock moves on by one step of the timers. */
const STEP_EVERY_MS = 10_000
/** Runs of the sweep until all that was not paid is closed; each ends after some seconds. */
const SWEEPS_MAX = 60
/** So long no unpaid order lasts. */
const UNPAID_MINUTES = 40

/** Troubles that are written out. */
const TROUBLES_MAX = 20

type Flood = {
  hostileCalls: number
  refused: number
  ordinaryCalls: number
  ordinaryFailed: number
  sweeps: number
  sweepsFailed: number
}

/** What went wrong, for the reader of the report; each kind once. */
type Troubles = Map<string, number>

const note = (troubles: Troubles, what: string) =>
  void troubles.set(what, (troubles.get(what) ?? 0) + 1)

const SKU_IDS = Array.from({ length: CART_LINES_MAX }, (_, at) => `many:${at + 1}`)

/** Unpaid orders of 50 lines, as many by each customer as one may have. */
async function fill(shop: TestShop, orders: number): Promise<void> {
  const lines = SKU_IDS.map((skuId) => ({ skuId, quantity: 1 }))
  const { most } = UNPAID_BOUNDS.openOrders
  const customers = Array.from({ length: Math.ceil(orders / most) }, (_, at) => at)
  await mapWithConcurrency(customers, FILLING, async (at) => {
    const one = shop.customer(`filler${at}`)
    const left = Math.min(most, orders - at * most)
    for (let n = 0; n < left; n += 1) await one.does('orders.place', await one.draft(lines))
  })
}

type Run = { shop: TestShop; until: number; flood: Flood; troubles: Troubles }

/** Every row of the table by a customer of its own, again and again, limit or not. */
async function attack({ shop, until, flood }: Run, loop: number): Promise<void> {
  const rows = Object.entries(CASES).filter((_, at) => at % HOSTILE === loop)
  const adders = []
  for (const [row, make] of rows) {
    const one = shop.customer(`flood-${row.replace('.', '-')}`)
    await one.join()
    adders.push({ one, add: await make(shop, one) })
  }
  for (let at = 0; Date.now() < until; at += 1) {
    for (const { one, add } of adders) {
      const answers = await Promise.all([add(one, at), ...strangers(shop, loop, at)])
      flood.hostileCalls += answers.length
      flood.refused += answers.filter(({ ok }) => !ok).length
    }
  }
}

/** Inputs that no phone sends, and a customer nobody has seen before. */
function strangers(shop: TestShop, loop: number, at: number) {
  const fresh = shop.customer(`stranger${loop}x${at}`)
  const call = (operation: string, input: unknown) =>
    fresh.call(operation as keyof ShopContract, input as never)
  return [
    call('orders.place', { orderId: '__proto__', lines: SKU_IDS }),
    call('catalog.search', { word: `词${loop}${at}` }),
    call('constructor', { at }),
  ]
}

/** A customer looks round, buys and looks after the order; every call must succeed. */
async function shopping({ shop, until, flood, troubles }: Run, loop: number): Promise<void> {
  for (let visit = 0; Date.now() < until; visit += 1) {
    const one = shop.customer(`ordinary${loop}x${visit}`)
    await attempt(flood, troubles, () => browse(one))
    await attempt(flood, troubles, () => one.buys('many:1', 2))
    await attempt(flood, troubles, () => one.does('orders.list', {}))
  }
}

async function browse(one: Customer): Promise<void> {
  await one.does('home.show', {})
  await one.does('catalog.search', { word: '茶' })
  await one.does('catalog.product', { productId: 'many' })
  await one.does('cart.change', { change: 'add', skuId: 'many:2', quantity: 1 })
}

async function attempt(
  flood: Flood,
  troubles: Troubles,
  work: () => Promise<unknown>,
): Promise<void> {
  flood.ordinaryCalls += 1
  try {
    await work()
  } catch (error) {
    flood.ordinaryFailed += 1
    note(troubles, `ordinary: ${String(error)}`)
  }
}

/** The clock goes on, and the timers with it. */
async function timers({ shop, until, flood, troubles }: Run): Promise<void> {
  while (Date.now() < until) {
    judge(flood, troubles, await shop.devcloud.clock.advance({ minutes: 5 }))
    await new Promise((resolve) => setTimeout(resolve, STEP_EVERY_MS))
  }
}

function judge(flood: Flood, troubles: Troubles, fired: readonly FiredTimer[]): void {
  for (const { function: name, ok, result, error } of fired) {
    flood.sweeps += 1
    const answer = result as { ok?: boolean; done?: { failed?: number } | null } | undefined
    const failed = answer?.done?.failed ?? 0
    if (ok && answer?.ok === true && failed === 0) continue
    flood.sweepsFailed += 1
    note(troubles, `${name}: ${error ?? JSON.stringify(result)}`)
  }
}

/** Lets everything that was not paid be closed. */
async function settle({ shop, flood, troubles }: Run): Promise<void> {
  judge(flood, troubles, await shop.devcloud.clock.advance({ minutes: UNPAID_MINUTES }))
  for (let run = 0; run < SWEEPS_MAX; run += 1) {
    judge(flood, troubles, [await shop.devcloud.fireTimer('sweep-orders')])
    const open = must(await shop.admin('orders.list', { state: 'awaitingPayment' }))
    if (open.items.length === 0) break
  }
  judge(flood, troubles, await shop.devcloud.clock.advance({ minutes: 10 }))
}

async function main(seconds: number, orders: number, isJson: boolean): Promise<void> {
  await buildFunctions()
  const dataDir = mkdtempSync(join(tmpdir(), 'flood-'))
  const flood: Flood = {
    hostileCalls: 0,
    refused: 0,
    ordinaryCalls: 0,
    ordinaryFailed: 0,
    sweeps: 0,
    sweepsFailed: 0,
  }
  const troubles: Troubles = new Map()
  try {
    const shop = await openShop({ dataDir })
    await stocksUp(shop)
    must(await shop.admin('products.save', many(SKU_IDS)))
    await fill(shop, orders)
    const run = { shop, until: Date.now() + seconds * 1_000, flood, troubles }
    await Promise.all([
      ...Array.from({ length: HOSTILE }, (_, loop) => attack(run, loop)),
      ...Array.from({ length: ORDINARY }, (_, loop) => shopping(run, loop)),
      timers(run),
    ])
    await settle(run)
    await shop.close()
    const { stored, now } = await readFolder(dataDir)
    report({ flood, troubles, broken: checkBooks(stored, now).broken, isJson })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Ended = { flood: Flood; troubles: Troubles; broken: readonly BrokenRule[]; isJson: boolean }

/** Says what happened; ends with 1 when anybody but the hostile met a failure. */
function report({ flood, troubles, broken, isJson }: Ended): void {
  const { hostileCalls, refused, ordinaryFailed, sweepsFailed, ordinaryCalls, sweeps } = flood
  const sums = { hostileCalls, refused, ordinaryFailed, sweepsFailed, booksOff: broken.length }
  if (ordinaryFailed + sweepsFailed + broken.length > 0) process.exitCode = 1
  const seen = [...troubles].map(([what, times]) => `${times} × ${what}`)
  const said = [...seen, ...broken.map((one) => JSON.stringify(one))].slice(0, TROUBLES_MAX)
  if (!isJson) for (const line of said) process.stdout.write(`${line}\n`)
  const found = isJson && said.length > 0 ? { troubles: said } : {}
  process.stdout.write(`${JSON.stringify({ ...sums, ordinaryCalls, sweeps, ...found })}\n`)
}

const { values } = parseArgs({ options: FLAGS })
main(Number(values.seconds), Number(values.orders), values.json).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
