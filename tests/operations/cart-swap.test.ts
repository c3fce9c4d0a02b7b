import { must, openShop, refused, type TestShop } from '../builders/shop'

/** A line of the cart gets another SKU of its product. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

let swaps = 0
const swap = (key: string, skuId: string) => {
  swaps += 1
  const changeId = `swap${String(swaps).padStart(16, '0')}`
  return { change: 'swap' as const, changeId, key, skuId }
}

type Line = [skuId: string, quantity: number]

/** A customer with these lines in the cart, the first at the bottom. */
async function withCart(name: string, ...lines: Line[]) {
  const one = shop.customer(name)
  for (const [skuId, quantity] of lines) {
    await one.does('cart.change', { change: 'add', skuId, quantity })
  }
  return one
}

const linesOf = ({ lines }: { lines: { skuId: string; quantity: number }[] }): Line[] =>
  lines.map(({ skuId, quantity }) => [skuId, quantity])

it('keeps its pieces and its place among the others', async () => {
  const lin = await withCart('lin', ['cherry:1', 1], ['honey:1', 3], ['tea:1', 2])
  expect(linesOf(await lin.does('cart.change', swap('honey:1', 'honey:2')))).toEqual([
    ['tea:1', 2],
    ['honey:2', 3],
    ['cherry:1', 1],
  ])
})

it('becomes one with the line that has the SKU already, up to what a line may have', async () => {
  const mo = await withCart('mo', ['honey:2', 2], ['honey:1', 3])
  expect(linesOf(await mo.does('cart.change', swap('honey:1', 'honey:2')))).toEqual([
    ['honey:2', 5],
  ])
  const xu = await withCart('xu', ['honey:2', 40], ['honey:1', 45])
  expect(linesOf(await xu.does('cart.change', swap('honey:1', 'honey:2')))).toEqual([
    ['honey:2', 50],
  ])
})

it('its own SKU again changes nothing, and the line stays where it is', async () => {
  const yu = await withCart('yu', ['honey:1', 3], ['tea:1', 2])
  const before = await yu.does('cart.show', {})
  expect(await yu.does('cart.change', swap('honey:1', 'honey:1'))).toEqual(before)
})

it('has no more pieces than are left, and is refused when none is', async () => {
  const item = { skuId: 'honey:2', kind: 'adjust', reason: 'damaged', quantity: -48 } as const
  must(await shop.admin('stock.move', { ...item, movementId: 'scrap000000000000001' }))
  const he = await withCart('he', ['honey:1', 7])
  expect(linesOf(await he.does('cart.change', swap('honey:1', 'honey:2')))).toEqual([
    ['honey:2', 2],
  ])
  const all = { ...item, quantity: -2, movementId: 'scrap000000000000002' }
  must(await shop.admin('stock.move', all))
  const wu = await withCart('wu', ['honey:1', 7])
  expect(refused(await wu.call('cart.change', swap('honey:1', 'honey:2')))).toEqual({
    code: 'OUT_OF_STOCK',
    skuId: 'honey:2',
    available: 0,
  })
  expect(linesOf(await wu.does('cart.show', {}))).toEqual([['honey:1', 7]])
})

it('done twice is done once', async () => {
  const qiao = await withCart('qiao', ['honey:1', 1])
  const there = swap('honey:1', 'honey:1')
  expect(linesOf(await qiao.does('cart.change', there))).toEqual([['honey:1', 1]])
  const shen = await withCart('shen', ['honey:1', 2])
  const refill = { skuId: 'honey:2', kind: 'restock', reason: 'purchase', quantity: 9 } as const
  must(await shop.admin('stock.move', { ...refill, movementId: 'refill00000000000001' }))
  const change = swap('honey:1', 'honey:2')
  await shen.does('cart.change', change)
  expect(linesOf(await shen.does('cart.change', change))).toEqual([['honey:2', 2]])
})

it.each([
  ['of another product', 'honey:1', 'tea:1'],
  ['that does not exist', 'honey:1', 'honey:9'],
  ['of a line that is not there', 'tea:1', 'tea:1'],
])('is refused for a SKU %s', async (_, key, skuId) => {
  const yu = await withCart(`yu ${key} ${skuId}`, ['honey:1', 1])
  expect(refused(await yu.call('cart.change', swap(key, skuId))).code).toBe('NOT_FOUND')
  expect(linesOf(await yu.does('cart.show', {}))).toEqual([['honey:1', 1]])
})
