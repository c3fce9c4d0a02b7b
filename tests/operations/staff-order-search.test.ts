import type { QueryReport } from '@local/database/reader'
import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'
import { ships } from '../builders/trade'

/** The staff find an order by what its customer says, and see first what is due first. */

const queries: QueryReport[] = []
let shop: TestShop
let orders: { tea: string; honey: string; cherry: string }
beforeAll(async () => {
  shop = await openShop({ onQuery: (report) => queries.push(report) })
  const place = async (name: string, skuId: string, receiver: { name: string; phone: string }) => {
    const one = shop.customer(name)
    const draft = await one.draft([{ skuId, quantity: 1 }])
    const address = { ...ADDRESS, ...receiver }
    const { id } = await one.does('orders.place', { ...draft, deliverTo: { kind: 'new', address } })
    await shop.devcloud.clock.advance({ minutes: 1 })
    return id
  }
  orders = {
    tea: await place('lin', 'tea:1', { name: '孙外婆', phone: '13700002222' }),
    honey: await place('lin', 'honey:1', { name: '林晚', phone: '13900001111' }),
    cherry: await place('mo', 'cherry:1', { name: '莫言之', phone: '13811113333' }),
  }
}, 60_000)
afterAll(() => shop.close())

const find = async (word: string) => must(await shop.admin('orders.list', { word }))
const found = async (word: string) => (await find(word)).items.map(({ id }) => id)

it('by its number, whole, in capitals or with blanks, or by the end of it', async () => {
  const { tea } = orders
  expect(await found(tea)).toEqual([tea])
  expect(await found(`${tea.slice(0, 8)} ${tea.slice(8)}`)).toEqual([tea])
  expect(await found(tea.slice(-4))).toContain(tea)
  expect(await found(tea.slice(-18))).toEqual([tea])
  expect(await found(`9${tea.slice(-4)}`)).toEqual([])
})

it.each(['13700002222', '137 0000 2222', '+86 137-0000-2222', '孙外婆', '孙 外婆'])(
  'by its receiver: %j',
  async (word) => expect(await found(word)).toEqual([orders.tea]),
)

it('by what its goods are called, on sale or not any more, the latest first', async () => {
  expect(await found('明前龙井')).toEqual([orders.tea])
  must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: false }))
  expect(await find('大樱桃')).toMatchObject({ items: [{ id: orders.cherry }], near: null })
})

it('says it when the goods are only partly called so', async () => {
  const { items, near } = await find('龙井蛋糕')
  expect(items.map(({ id }) => id)).toEqual([orders.tea])
  expect(near).toEqual(['龙井'])
})

it('finds nothing by what nobody said, and by nothing that is stored in the open', async () => {
  expect(await find('苏东坡')).toEqual({ items: [], next: null, near: null })
  expect(await found('杭州')).toEqual([])
})

it('walks one index and reads only what it finds', async () => {
  queries.length = 0
  await found('孙外婆')
  const own = queries.filter(({ collection }) => collection === 'orders')
  expect(Math.max(...own.map(({ examined }) => examined))).toBeLessThanOrEqual(1)
})

it('follows an order that is sent elsewhere', async () => {
  const address = { ...ADDRESS, name: '陆小曼', phone: '13922224444' }
  await shop.customer('lin').does('orders.changeAddress', { orderId: orders.honey, address })
  expect(await found('陆小曼')).toEqual([orders.honey])
  expect(await found('13922224444')).toEqual([orders.honey])
  expect(await found('林晚')).toEqual([])
})

it('page by page, each once', async () => {
  const keen = shop.customer('keen')
  const placed: string[] = []
  for (let at = 0; at < 13; at += 1) {
    placed.unshift((await keen.places('honey:2')).id)
    await shop.devcloud.clock.advance({ minutes: 1 })
  }
  const word = '秦岭土蜂蜜'
  const first = must(await shop.admin('orders.list', { word }))
  const second = must(await shop.admin('orders.list', { word, cursor: first.next ?? '' }))
  const ids = [...first.items, ...second.items].map(({ id }) => id)
  expect(ids).toEqual([...placed, orders.honey])
  expect(second.next).toBeNull()
})

describe('what waits to be sent', () => {
  it('has the oldest first, by when it is due, and what is sent no more', async () => {
    const ids: string[] = []
    for (const name of ['first', 'second', 'third']) {
      ids.push((await shop.customer(name).buys()).id)
      await shop.devcloud.clock.advance({ minutes: 5 })
    }
    const state = ['paid', 'partlyShipped'] as const
    const list = async () => must(await shop.admin('orders.list', { state: [...state] })).items
    const rows = await list()
    expect(rows.map(({ id }) => id)).toEqual(ids)
    const [row] = rows
    expect(row?.shipBy).toBe((row?.paidAt ?? 0) + 48 * 3_600_000)
    await ships(shop, ids[0] ?? '')
    expect((await list()).map(({ id }) => id)).toEqual(ids.slice(1))
    const { items } = must(await shop.admin('orders.list', { state: 'shipped' }))
    expect(items[0]).toMatchObject({ id: ids[0], shipBy: null })
  })

  it('carries the staff’s own note, which no customer sees', async () => {
    const lin = shop.customer('noted')
    const { id: orderId } = await lin.buys()
    const note = async (text: string) =>
      must(await shop.admin('orders.note', { orderId, note: text }))
    expect((await note('易碎，多包一层')).staffNote).toBe('易碎，多包一层')
    await note('易碎，多包一层')
    const { items } = must(await shop.admin('orders.list', { state: 'paid' }))
    expect(items.find(({ id }) => id === orderId)?.staffNote).toBe('易碎，多包一层')
    expect(JSON.stringify(await lin.does('orders.show', { orderId }))).not.toContain('易碎')
    expect((await note('')).staffNote).toBe('')
  })
})
