import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import { ADDRESS, must, openShop, START, type TestShop } from '../builders/shop'

/** Orders of the release before the staff could search them. */

const folder = mkdtempSync(join(tmpdir(), 'unkeyed-'))
let shop: TestShop | undefined
afterAll(async () => {
  await shop?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Takes from every stored order what it is found by, as that release wrote it. */
async function forgetKeys(): Promise<void> {
  await shop?.close()
  const store = openStore({
    file: join(folder, 'database.db'),
    clock: { now: () => START },
    collections: COLLECTIONS,
  })
  const orders = store.find('orders', { condition: {} }).map(({ document }) => document)
  for (const { searchKeys: _keys, ...order } of orders) await store.put('orders', order)
  store.close()
  shop = await openShop({ dataDir: folder })
}

it('are found once the migration has walked over them, and again after they change', async () => {
  shop = await openShop({ dataDir: folder })
  const { id: orderId } = await shop.customer('lin').buys()
  await forgetKeys()
  const found = async (word: string) =>
    must(await shop!.admin('orders.list', { word })).items.map(({ id }) => id)
  expect(await found(ADDRESS.name)).toEqual([])
  expect(await found(orderId)).toEqual([orderId])
  const rows = must(await shop.admin('setup.migrate', {})).migrations
  expect(rows.find(({ name }) => name === 'orders:search')).toMatchObject({
    isDone: true,
    read: 1,
    written: 1,
  })
  expect(await found(ADDRESS.name)).toEqual([orderId])
  expect(await found('明前龙井')).toEqual([orderId])
  must(await shop.admin('orders.note', { orderId, note: '易碎' }))
  expect(await found(ADDRESS.phone)).toEqual([orderId])
})
