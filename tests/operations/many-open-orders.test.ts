import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SaveProductInput } from '@core/contract/products'
import type { OrderDocument } from '@core/data/orders/documents'
import type { StoredHold } from '@core/data/stock/documents'
import { DAY_MS, dayOf } from '@core/kernel/calendar'
import { CART_LINES_MAX } from '@core/kernel/limits'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import type { Document } from '@local/database/values'
import { must, openShop, PRODUCTS, START, type TestShop } from '../builders/shop'

/** Unpaid orders of as many lines as an order may have: 300 of them hold 15,000 lines. */
const ORDERS = 300
/** So many of them have not been paid in time. 46 were more than one read may return. */
const DUE = 50
const PIECES = 10_000
/** Orders of as many lines that were paid yesterday, and are in no statement of the provider. */
const PAID = 1_100
/** Runs of the sweep on a busy machine. */
const RUNS_MAX = 12

const SKU_IDS = Array.from({ length: CART_LINES_MAX }, (_, at) => `many:${at + 1}`)

/** A product with a SKU for every line of an order, with the longest names. */
const many = (): SaveProductInput => {
  const [tea] = PRODUCTS
  const [sku] = tea?.skus ?? []
  if (!tea || !sku) throw new Error('there is no product to copy')
  const values = SKU_IDS.map((_, at) => `规格${at + 1}`)
  return {
    ...tea,
    id: 'many',
    title: '山'.repeat(30),
    dimensions: [
      { name: '甲', values: values.slice(0, 10) },
      { name: '乙', values: values.slice(0, 5) },
    ],
    skus: SKU_IDS.map((id, at) => ({
      ...sku,
      id,
      values: [values[at % 10] ?? '', values[Math.floor(at / 10)] ?? ''],
      openingStock: PIECES,
    })),
  }
}

let dataDir: string
let shop: TestShop

/** One order as `orders.place` writes it, and others like it, straight into the file. */
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'many-'))
  shop = await openShop({ dataDir })
  must(await shop.admin('products.save', many()))
  const lines = SKU_IDS.map((skuId) => ({ skuId, quantity: 1 }))
  const first = await shop.customer('lin').draft(lines)
  await shop.customer('lin').does('orders.place', first)
  await shop.close()
  const file = join(dataDir, 'database.db')
  const store = openStore({ file, clock: { now: () => START }, collections: COLLECTIONS })
  const [found] = store.find('orders', { condition: {}, limit: 1 })
  const order = found?.document as unknown as OrderDocument
  const ids = Array.from({ length: ORDERS - 1 }, (_, at) => `flood${String(at).padStart(15, '0')}`)
  await store.insert(
    'orders',
    ids.map((_id, at) => ({
      ...order,
      _id,
      dueAt: at < DUE ? order.dueAt : START + DAY_MS,
    })),
  )
  const paid = { state: 'completed', paidAt: START - DAY_MS / 2, dueAt: null, remindAt: null }
  await store.insert(
    'orders',
    Array.from({ length: PAID }, (_, at) => ({
      ...order,
      ...paid,
      _id: `paid${String(at).padStart(16, '0')}`,
      transactionId: `t${at}`,
    })),
  )
  const holds: Record<string, StoredHold> = { [order._id]: { n: 1, at: START, by: ['first'] } }
  for (const id of ids) holds[id] = { n: 1, at: START, by: [id] }
  const held = { holds, heldPieces: ORDERS, available: PIECES - ORDERS } as unknown as Document
  for (const _id of SKU_IDS) {
    await store.update('skus', { condition: { _id }, isMulti: false }, { $set: held })
  }
  store.close()
  shop = await openShop({ dataDir })
}, 120_000)
afterAll(async () => {
  await shop.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe(`with ${ORDERS} unpaid orders of ${CART_LINES_MAX} lines`, () => {
  it('the pages show, and one more order can be placed', async () => {
    const mo = shop.customer('mo')
    expect((await mo.does('home.show', {})).shopName).toBeDefined()
    expect(await mo.does('catalog.product', { productId: 'many' })).toBeDefined()
    const found = await mo.does('catalog.search', { word: '山' })
    expect(found.items.map(({ id }) => id)).toContain('many')
    must(await shop.admin('stock.list', {}))
    must(await shop.admin('orders.list', { state: 'awaitingPayment' }))
    const order = await mo.places('many:1')
    await mo.does('orders.cancel', { orderId: order.id })
  })

  it(`a day of ${PAID} payments is compared, to the last of them`, async () => {
    const day = dayOf(START - DAY_MS / 2)
    const compared = must(await shop.admin('reconciliation.run', { day }))
    const [first] = await shop
      .customer('lin')
      .does('orders.list', {})
      .then(({ items }) => items)
    expect(compared).toMatchObject({
      state: 'different',
      paid: {
        there: { count: 0, fen: 0 },
        here: { count: PAID, fen: PAID * (first?.totalFen ?? 0) },
      },
    })
  }, 120_000)

  it('the sweeps close those not paid in time, and their pieces are back', async () => {
    await shop.devcloud.clock.advance({ minutes: 31 })
    const left = ORDERS - DUE - 1
    const stock = async () => must(await shop.admin('stock.movements', { skuId: 'many:50' })).sku
    // A run ends after some seconds, wherever it is; the next one goes on.
    for (let run = 0; run < RUNS_MAX && (await stock()).held > left; run += 1) {
      // One that met another's transaction is set aside for some minutes.
      await shop.devcloud.clock.advance({ minutes: 6 })
      expect(await shop.devcloud.fireTimer('sweep-orders')).toMatchObject({ ok: true })
    }
    expect(await stock()).toMatchObject({ held: left, available: PIECES - left })
  }, 300_000)
})
