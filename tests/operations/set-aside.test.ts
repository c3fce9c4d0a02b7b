import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MINUTE_MS } from '@core/kernel/calendar'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import type { Document, Value } from '@local/database/values'
import { must, openShop, refused, type TestShop } from '../builders/shop'

let dataDir: string
let shop: TestShop
/** An order that no rule can read, and one among it that is as it should be. */
let broken: string
let good: string
let lines: Value

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'set-aside-'))
  shop = await openShop({ dataDir })
  const lin = shop.customer('lin')
  broken = (await lin.places('tea:1')).id
  good = (await lin.places('tea:1')).id
  lines = await change(null)
}, 120_000)
afterAll(async () => {
  await shop.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** Gives the order other lines, straight in the file; answers those that it had. */
async function change(to: Value): Promise<Value> {
  const now = shop.devcloud.clock.now()
  await shop.close()
  const file = join(dataDir, 'database.db')
  const store = openStore({ file, clock: { now: () => now }, collections: COLLECTIONS })
  const condition = { _id: broken }
  const [found] = store.find('orders', { condition, limit: 1 })
  const before = (found?.document as Document)['lines'] as Value
  await store.update('orders', { condition, isMulti: false }, { $set: { lines: to } })
  store.close()
  shop = await openShop({ dataDir, clock: { frozen: true, start: now } })
  return before
}

const listed = async () => must(await shop.admin('setAside.list', {})).items
/** What is left undone about the pieces that the broken order holds. */
const repair = async () => (await listed()).find(({ duty }) => duty === 'repairHolds')
const held = async () => must(await shop.admin('stock.movements', { skuId: 'tea:1' })).sku.held
const stateOf = async (orderId: string) =>
  (await shop.customer('lin').does('orders.show', { orderId })).state
const counted = async () => must(await shop.admin('workbench.show', {})).waiting['setAside']

it('a document that a sweep fails at keeps no other waiting, and is listed', async () => {
  expect(await listed()).toEqual([])
  expect(await counted()).toBe(0)
  await shop.devcloud.clock.advance({ minutes: 36 })
  const one = await repair()
  expect(one).toMatchObject({ orderId: null, documentId: 'tea:1', failure: 'DEFECT' })
  const closing = (await listed()).find(({ duty }) => duty === 'closeAndConfirm')
  expect(closing).toMatchObject({ orderId: broken, documentId: broken, failure: 'DEFECT' })
  expect(JSON.stringify(one)).not.toMatch(/林|1380000|TypeError/)
  expect(await counted()).toBe((await listed()).length)
  expect(await stateOf(good)).toBe('closed')
  // Of the pieces held, those of the other order are back.
  expect(await held()).toBe(1)
}, 120_000)

it('is tried again with growing waits, and at once when the staff ask for it', async () => {
  const before = await repair()
  await shop.devcloud.clock.advance({ hours: 2 })
  const after = await repair()
  const tries = (after?.times ?? 0) - (before?.times ?? 0)
  expect(after?.since).toBe(before?.since)
  expect(tries).toBeGreaterThanOrEqual(1)
  // The sweep ran 24 times.
  expect(tries).toBeLessThanOrEqual(7)
  const wait = (after?.nextAt ?? 0) - (after?.lastAt ?? 0)
  expect(wait).toBe(MINUTE_MS * 2 ** ((after?.times ?? 0) - 1))
  must(await shop.admin('setAside.retry', { id: after?.id ?? '' }))
  await shop.devcloud.fireTimer('sweep-orders')
  expect((await repair())?.times).toBe((after?.times ?? 0) + 1)
}, 120_000)

it('and the entry goes when it succeeds', async () => {
  await change(lines)
  for (const { id } of await listed()) must(await shop.admin('setAside.retry', { id }))
  await shop.devcloud.fireTimer('sweep-orders')
  expect(await held()).toBe(0)
  // Closing the order may have given the pieces back: then the sweep forgets what is solved.
  await shop.devcloud.clock.advance({ minutes: 16 })
  expect(await repair()).toBeUndefined()
}, 120_000)

it('an entry that is gone cannot be tried again', async () => {
  const id = 'repairHolds:tea:1'
  expect(refused(await shop.admin('setAside.retry', { id }))).toEqual({ code: 'NOT_FOUND' })
})

it('what is solved otherwise is forgotten', async () => {
  await shop.devcloud.clock.advance({ days: 3 })
  expect(await listed()).toEqual([])
}, 120_000)
