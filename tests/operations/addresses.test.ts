import type { Address } from '@core/domain/addresses/address'
import { BUDGETS } from '../../config/budgets'
import { ADDRESS, type Customer, openShop, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
}, 60_000)
afterAll(() => shop.close())

const LINES = [{ skuId: 'tea:1', quantity: 1 }]
const HOME = 'home00000000000001'
const WORK = 'work00000000000001'
const AT_WORK = {
  ...ADDRESS,
  name: '林小姐',
  phone: '13900007788',
  province: '上海市',
  city: '上海市',
}

const saves = (who: Customer, addressId: string, address: Address, isDefault = false) =>
  who.does('addresses.save', { addressId, address, isDefault })

const book = async (who: Customer) => (await who.does('addresses.list', {})).items

async function withTwo(name: string): Promise<Customer> {
  const who = shop.customer(name)
  await saves(who, HOME, ADDRESS)
  await saves(who, WORK, AT_WORK)
  return who
}

it('a stranger’s book is empty, and reading it makes nobody a customer', async () => {
  const stranger = shop.customer('stranger')
  expect(await stranger.does('addresses.list', {})).toEqual({ items: [], max: 20 })
})

it('the first address is the default, and phones are shown masked', async () => {
  const lin = await withTwo('first')
  const { phone: _phone, ...texts } = ADDRESS
  expect(await book(lin)).toEqual([
    { id: HOME, isDefault: true, phone: '138****6021', ...texts },
    expect.objectContaining({ id: WORK, isDefault: false, phone: '139****7788', name: '林小姐' }),
  ])
})

it('saving the same again adds nothing', async () => {
  const lin = await withTwo('again')
  const before = await book(lin)
  await saves(lin, WORK, AT_WORK)
  await saves(lin, WORK, AT_WORK)
  expect(await book(lin)).toEqual(before)
})

it('a changed address stays in its place, and keeps a phone number not written', async () => {
  const lin = await withTwo('changing')
  const { phone: _phone, ...texts } = ADDRESS
  const address = { ...texts, street: '文三路 500 号' }
  await lin.does('addresses.save', { addressId: HOME, address, isDefault: false })
  expect((await book(lin))[0]).toMatchObject({
    ...{ id: HOME, isDefault: true, street: '文三路 500 号', phone: '138****6021' },
  })
  const fresh = { addressId: 'fresh0000000000001', address, isDefault: false }
  expect(refused(await lin.call('addresses.save', fresh))).toEqual({
    code: 'PHONE_NEEDED',
    field: 'phone',
  })
})

it('another address becomes the default, by saving it or by choosing it', async () => {
  const lin = await withTwo('defaults')
  await lin.does('addresses.setDefault', { addressId: WORK })
  expect((await book(lin)).map(({ id }) => id)).toEqual([WORK, HOME])
  await saves(lin, HOME, ADDRESS, true)
  expect((await book(lin)).map(({ id, isDefault }) => [id, isDefault])).toEqual([
    ...[
      [HOME, true],
      [WORK, false],
    ],
  ])
  expect(refused(await lin.call('addresses.setDefault', { addressId: 'nowhere' }))).toEqual({
    code: 'NOT_FOUND',
  })
})

it('when the default is removed the next one takes its place, and twice is once', async () => {
  const lin = await withTwo('removing')
  await lin.does('addresses.remove', { addressId: HOME })
  await lin.does('addresses.remove', { addressId: HOME })
  expect((await book(lin)).map(({ id, isDefault }) => [id, isDefault])).toEqual([[WORK, true]])
  await lin.does('addresses.remove', { addressId: WORK })
  expect(await book(lin)).toEqual([])
  expect(await lin.does('orders.quote', { lines: LINES })).toMatchObject({
    address: null,
    addressId: null,
  })
})

it('a book has no more addresses than the table of allowances says', async () => {
  const lin = shop.customer('collector')
  for (let at = 0; at < 20; at += 1) {
    await saves(lin, `many${String(at).padStart(14, '0')}`, { ...ADDRESS, street: `${at} 号` })
  }
  const more = { addressId: 'toomany00000000001', address: ADDRESS, isDefault: true }
  expect(refused(await lin.call('addresses.save', more))).toMatchObject({
    ...{ code: 'ALLOWANCE_USED', most: 20, per: 'open' },
  })
  expect(await book(lin)).toHaveLength(20)
})

it('two devices that save at the same time lose nothing', async () => {
  const lin = await withTwo('devices')
  await Promise.all(
    Array.from({ length: 4 }, (_, at) =>
      saves(lin, `device000000000000${at}`, { ...ADDRESS, street: `${at} 号` }),
    ),
  )
  expect(await book(lin)).toHaveLength(6)
})

it('nobody sees or changes the book of another', async () => {
  await withTwo('owner')
  const other = shop.customer('other')
  await saves(other, HOME, AT_WORK)
  expect((await book(other)).map(({ name }) => name)).toEqual(['林小姐'])
  expect((await book(shop.customer('owner'))).map(({ name }) => name)).toEqual(['林晚', '林小姐'])
})

describe('an order', () => {
  it('is quoted for and sent to the chosen address of the book', async () => {
    const lin = await withTwo('chooser')
    const quoted = await lin.does('orders.quote', { lines: LINES, addressId: WORK })
    expect(quoted).toMatchObject({
      addressId: WORK,
      address: { name: '林小姐' },
      material: { province: '上海市' },
    })
    const draft = await lin.draft(LINES)
    const deliverTo = { kind: 'book' as const, addressId: WORK }
    const { address } = await lin.does('orders.place', { ...draft, deliverTo })
    expect(address).toMatchObject({ name: '林小姐', phone: '139****7788' })
    expect((await book(lin)).map(({ id }) => id)).toEqual([HOME, WORK])
  })

  it('is quoted for the default when the chosen is gone and never sent elsewhere', async () => {
    const lin = await withTwo('late')
    const gone = 'gone000000000000001'
    const quoted = await lin.does('orders.quote', { lines: LINES, addressId: gone })
    expect(quoted).toMatchObject({ addressId: HOME, address: { name: '林晚' } })
    const draft = await lin.draft(LINES)
    const deliverTo = { kind: 'book' as const, addressId: gone }
    expect(refused(await lin.call('orders.place', { ...draft, deliverTo }))).toEqual({
      code: 'ADDRESS_NEEDED',
    })
  })

  it('with an address of its own leaves the book as it is, but for the first', async () => {
    const lin = await withTwo('gifting')
    const draft = await lin.draft(LINES)
    const elsewhere = { ...ADDRESS, street: '文一路 1 号' }
    await lin.does('orders.place', { ...draft, deliverTo: { kind: 'new', address: elsewhere } })
    expect((await book(lin)).map(({ street }) => street)).not.toContain('文一路 1 号')
    const newcomer = shop.customer('newcomer')
    await newcomer.places()
    expect((await book(newcomer)).map(({ isDefault, name }) => [isDefault, name])).toEqual([
      [true, '林晚'],
    ])
  })

  it('to the book costs no more rounds than to a new address, and the quote two', async () => {
    const lin = await withTwo('counting')
    const draft = await lin.draft(LINES)
    shop.devcloud.metrics.clear()
    await lin.does('orders.quote', { lines: LINES, addressId: WORK })
    for (const addressId of [HOME, WORK]) {
      const deliverTo = { kind: 'book' as const, addressId }
      await lin.does('orders.place', { ...draft, orderId: lin.orderId(), deliverTo })
    }
    const costs = shop.devcloud.metrics.report().operations
    const roundsOf = (name: string) =>
      costs.find((one) => one.operation === name)!.databaseRounds.max
    expect(roundsOf('orders.quote')).toBeLessThanOrEqual(BUDGETS.operations['orders.quote'].rounds)
    expect(roundsOf('orders.place')).toBeLessThanOrEqual(BUDGETS.operations['orders.place'].rounds)
  })
})
