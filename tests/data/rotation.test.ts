import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import type { Document } from '@local/database/values'
import { openSecrets } from '@local/secrets'
import { ADDRESS, must, openShop, START, type TestShop } from '../builders/shop'

const TEA = [{ skuId: 'tea:1', quantity: 1 }]
const SAVED = { kind: 'saved' as const }
const BUYERS = 3

let folder: string
let shop: TestShop | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rotation-'))
})
afterEach(async () => {
  await shop?.close()
  shop = undefined
  rmSync(folder, { recursive: true, force: true })
})

const secretsFile = () => join(folder, 'secrets.json')

/** Opens the shop again with other keys, as a merchant who changes the environment would. */
async function reopen(change: Record<string, unknown> = {}): Promise<TestShop> {
  await shop?.close()
  const secrets = JSON.parse(readFileSync(secretsFile(), 'utf8')) as object
  writeFileSync(secretsFile(), JSON.stringify({ ...secrets, ...change }))
  shop = await openShop({ dataDir: folder })
  return shop
}

/** Works on the stored documents while the shop is closed. */
async function stored<T>(work: (store: ReturnType<typeof openStore>) => Promise<T>): Promise<T> {
  await shop?.close()
  shop = undefined
  const store = openStore({
    file: join(folder, 'database.db'),
    clock: { now: () => START },
    collections: COLLECTIONS,
  })
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

const all = (store: ReturnType<typeof openStore>, collection: string) =>
  store.find(collection, { condition: {} }).map(({ document }) => document)

const sealedIn = () =>
  stored((store) => {
    const contacts = all(store, 'members').map(({ contact }) => contact as Document)
    const orders = all(store, 'orders').map(({ address }) => address)
    const books = all(store, 'addressBooks').flatMap(({ others }) => others as Document[])
    return Promise.resolve([
      ...contacts.flatMap(({ address, receivers }) => [address ?? [], receivers ?? []].flat()),
      ...orders,
      ...books.map(({ sealed }) => sealed),
    ])
  })

const migrate = async () =>
  must(await shop!.admin('setup.migrate', {})).migrations.filter(({ name }) =>
    name.endsWith(':keys'),
  )

async function fillShop(): Promise<string[]> {
  shop = await openShop({ dataDir: folder })
  const ids: string[] = []
  for (let buyer = 0; buyer < BUYERS; buyer += 1) {
    const customer = shop.customer(`b${buyer}`)
    ids.push((await customer.does('orders.place', await customer.draft(TEA))).id)
    await customer.does('addresses.save', {
      addressId: 'work00000000000001',
      address: { ...ADDRESS, name: '林小姐' },
      isDefault: false,
    })
  }
  return ids
}

const newKey = () => randomBytes(32).toString('base64')

it('a rotation seals everything anew and the former keys are needed no more', async () => {
  const [orderId = ''] = await fillShop()
  const { dataKey, dataHashKey } = await openSecrets(secretsFile())
  const before = await sealedIn()
  const now = { dataKey: newKey(), dataHashKey: newKey() }
  await reopen({ ...now, formerDataKeys: [dataKey], formerHashKeys: [dataHashKey] })

  const found = async () =>
    must(await shop!.admin('members.list', { word: ADDRESS.phone })).items.length
  const byName = async () =>
    must(await shop!.admin('members.list', { word: ADDRESS.name })).items.length
  const ordersTo = async (word: string) =>
    must(await shop!.admin('orders.list', { word })).items.length
  const shown = async () => must(await shop!.admin('orders.show', { orderId })).address?.name
  expect([await found(), await shown()]).toEqual([BUYERS, ADDRESS.name])
  expect(await ordersTo(ADDRESS.name)).toBe(BUYERS)
  const rows = await migrate()
  expect(rows).toEqual([
    { name: 'members:keys', isDone: true, read: BUYERS, written: BUYERS, unreadable: 0 },
    { name: 'addressBooks:keys', isDone: true, read: BUYERS, written: BUYERS, unreadable: 0 },
    { name: 'orders:keys', isDone: true, read: BUYERS, written: BUYERS, unreadable: 0 },
  ])
  expect(await migrate()).toEqual(rows)
  const after = await sealedIn()
  expect(after.filter((text) => before.includes(text))).toEqual([])

  await reopen({ formerDataKeys: [], formerHashKeys: [] })
  expect([await found(), await shown()]).toEqual([BUYERS, ADDRESS.name])
  expect(await byName()).toBe(BUYERS)
  expect(await ordersTo(ADDRESS.phone)).toBe(BUYERS)
  const { items } = await shop!.customer('b0').does('addresses.list', {})
  expect(items.map(({ name }) => name)).toEqual([ADDRESS.name, '林小姐'])
  expect(await migrate()).toEqual([])
})

it('a job that was interrupted goes on, also with the night’s sweep', async () => {
  await fillShop()
  const { dataKey } = await openSecrets(secretsFile())
  const { devcloud } = await reopen({ dataKey: newKey(), formerDataKeys: [dataKey] })
  const fault = { kind: 'timeout-before', action: 'database.modifyDocument' } as const
  devcloud.faults.add({ ...fault, collection: 'orders', times: 100 })
  expect(await shop!.admin('setup.migrate', {})).toMatchObject({ ok: false })
  devcloud.faults.clear()
  await devcloud.clock.advance({ minutes: 3 })
  await devcloud.fireTimer('sweep-members')
  expect(await migrate()).toMatchObject([
    { name: 'members:keys', isDone: true, written: BUYERS },
    { name: 'addressBooks:keys', isDone: true, written: BUYERS },
    { name: 'orders:keys', isDone: true, written: BUYERS },
  ])
})

it('back to an earlier key, the job begins again', async () => {
  await fillShop()
  const { dataKey: first } = await openSecrets(secretsFile())
  const second = newKey()
  await reopen({ dataKey: second, formerDataKeys: [first] })
  await migrate()
  await reopen({ dataKey: first, formerDataKeys: [second] })
  expect(await migrate()).toMatchObject(Array.from({ length: 3 }, () => ({ written: BUYERS })))
})

it('an order placed during a rotation is under the present key', async () => {
  await fillShop()
  const { dataKey } = await openSecrets(secretsFile())
  await reopen({ dataKey: newKey(), formerDataKeys: [dataKey] })
  const buyer = shop!.customer('b0')
  const draft = { ...(await buyer.draft(TEA)), deliverTo: SAVED }
  const { id } = await buyer.does('orders.place', { ...draft, orderId: 'during0rotation00001' })
  await reopen({ formerDataKeys: [dataKey] })
  const addresses = await stored((store) =>
    Promise.resolve(all(store, 'orders').map((one) => [one._id, one.address as string] as const)),
  )
  const keyIds = new Map(addresses.map(([_id, text]) => [_id, text.split('.')[0]]))
  const others = [...keyIds].filter(([_id]) => _id !== id).map(([, keyId]) => keyId)
  expect(new Set(others).size).toBe(1)
  expect(others).not.toContain(keyIds.get(id))
})

it('one unreadable field shows as unreadable and breaks nothing', async () => {
  const ids = await fillShop()
  const [damaged = '', whole = ''] = ids
  await stored(async (store) => {
    const set = { $set: { address: '00000000.damaged' } }
    await store.update('orders', { condition: { _id: damaged }, isMulti: false }, set)
    const order = all(store, 'orders').find(({ _id }) => _id === damaged)
    const contact = { $set: { 'contact.address': 'damaged', 'contact.phone': 'damaged' } }
    await store.update(
      'members',
      { condition: { _id: order?.memberId ?? '' }, isMulti: false },
      contact,
    )
  })
  const { admin, customer, devcloud } = await reopen()
  const unreadable = { name: '', phone: '', region: '', street: '', isUnreadable: true }
  const list = must(await admin('orders.list', {})).items
  const addressOf = (id: string) => list.find((one) => one.id === id)?.address
  expect(addressOf(damaged)).toEqual(unreadable)
  expect(addressOf(whole)).toMatchObject({ name: ADDRESS.name })

  const buyer = customer('b0')
  expect((await buyer.does('orders.list', {})).items[0]?.address).toEqual(unreadable)
  expect((await buyer.does('orders.show', { orderId: damaged })).address).toEqual(unreadable)
  expect((await buyer.does('members.me', {})).address).toEqual(unreadable)
  expect((await buyer.does('orders.quote', { lines: TEA })).address).toEqual(unreadable)
  expect((await buyer.does('cart.show', {})).material.province).toBeNull()
  const draft = { ...(await buyer.draft(TEA)), deliverTo: SAVED, orderId: 'unreadable0saved0001' }
  expect(await buyer.call('orders.place', draft)).toEqual({
    ok: false,
    error: { code: 'ADDRESS_NEEDED' },
  })

  const { memberId } = must(await admin('orders.show', { orderId: damaged }))
  expect(must(await admin('members.show', { memberId }))).toMatchObject({
    phone: null,
    isPhoneUnreadable: true,
  })
  must(await admin('members.orders', { memberId }))
  const paying = await buyer.does('orders.pay', { orderId: damaged })
  expect(paying).toBeDefined()
  await devcloud.pay({ outTradeNo: damaged, outcome: 'success' })
  expect(must(await admin('orders.show', { orderId: damaged }))).toMatchObject({
    state: 'paid',
    parcelPhone: null,
  })
  const parcel = { orderId: damaged, carrier: '中通', trackingNumber: '78000000000001' }
  must(await admin('orders.ship', parcel))
  await devcloud.clock.advance({ minutes: 2 })
  expect(devcloud.shippingInfos()).toHaveLength(1)
})

it('an unreadable field stays as it is, is counted, and the job ends', async () => {
  const [damaged = ''] = await fillShop()
  const { dataKey } = await openSecrets(secretsFile())
  await stored((store) =>
    store.update(
      'orders',
      { condition: { _id: damaged }, isMulti: false },
      {
        $set: { address: '00000000.damaged' },
      },
    ),
  )
  await reopen({ dataKey: newKey(), formerDataKeys: [dataKey] })
  expect((await migrate())[2]).toEqual({
    name: 'orders:keys',
    isDone: true,
    read: BUYERS,
    written: BUYERS - 1,
    unreadable: 1,
  })
  expect(await sealedIn()).toContain('00000000.damaged')
})
