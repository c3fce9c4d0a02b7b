import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'

/** The staff find a customer by what the customer tells them on the phone. */

let shop: TestShop
let orderId: string
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
  await shop.customer('lin').join('茶友')
  orderId = (await shop.customer('lin').places()).id
  const mo = shop.customer('mo')
  await mo.join('林晚的朋友')
  const draft = await mo.draft([{ skuId: 'tea:1', quantity: 1 }])
  const address = { ...ADDRESS, name: '莫言之', phone: '13900001111' }
  await mo.does('orders.place', { ...draft, deliverTo: { kind: 'new', address } })
  const sent = { ...draft, orderId: mo.orderId() }
  const gift = { ...ADDRESS, name: '孙外婆', phone: '13700002222' }
  await mo.does('orders.place', { ...sent, deliverTo: { kind: 'new', address: gift } })
  await shop.customer('wan').join('林晚')
}, 60_000)
afterAll(() => shop.close())

const found = async (word: string) =>
  must(await shop.admin('members.list', { word })).items.map(({ name }) => name)

it.each([
  '13900001111',
  '139 0000 1111',
  '139-0000-1111',
  '+86 13900001111',
  '００８６１３９００００１１１１',
])('by the phone number %j', async (word) => {
  expect(await found(word)).toEqual(['林晚的朋友'])
})

it('by the name and the number of somebody their parcel went to', async () => {
  expect(await found('孙外婆')).toEqual(['林晚的朋友'])
  expect(await found(' 孙 外婆 ')).toEqual(['林晚的朋友'])
  expect(await found('13700002222')).toEqual(['林晚的朋友'])
  expect(await found('孙')).toEqual([])
})

it('first who is called just so, then by the receiver, then who is called nearly so', async () => {
  expect(await found('林晚')).toEqual(['林晚', '茶友', '林晚的朋友'])
  expect(await found('茶友')).toEqual(['茶友'])
})

it('by the number of an order', async () => {
  expect(await found(orderId)).toEqual(['茶友'])
  expect(await found('0000000000000000000000')).toEqual([])
})

it('in no more rounds than by a name', async () => {
  const roundsFor = async (word: string) => {
    shop.devcloud.metrics.clear()
    await found(word)
    const { operations } = shop.devcloud.metrics.report()
    return operations.find(({ operation }) => operation === 'members.list')!.databaseRounds.max
  }
  const byName = await roundsFor('茶友')
  expect(await roundsFor('13900001111')).toBe(byName)
  expect(await roundsFor('孙外婆')).toBe(byName)
})

it('and no name or number of a receiver is stored in the open', async () => {
  const { items } = must(await shop.admin('members.list', { word: '孙外婆' }))
  expect(JSON.stringify(items)).not.toMatch(/孙外婆|13700002222/)
})
