import { shelfMoves } from '@core/domain/catalog/shelf-order'
import { SHELF_ROWS_MAX } from '@core/kernel/limits'
import { draftProduct } from '../builders/catalog'
import { must, openShop, refused, type TestShop } from '../builders/shop'

/** The order of the products on the shelf, changed by the staff and read by customers. */

let shop: TestShop
beforeEach(async () => {
  shop = await openShop()
}, 60_000)
afterEach(() => shop.close())

const shelf = async (categoryId?: string) =>
  must(await shop.admin('products.shelf', categoryId === undefined ? {} : { categoryId }))

/** The shelf with its last product on top, as the staff's page sends it. */
const topped = async () => {
  const { items, behind, version } = await shelf()
  const last = items.slice(-1)
  return { version, moves: shelfMoves([...last, ...items.slice(0, -1)], behind) }
}

const shown = async () => {
  const { items } = await shop.customer('lin').does('catalog.search', {})
  return items.map(({ id }) => id)
}

/** Writes to the database of one call, by the devcloud's own count. */
const writesOf = async (work: () => Promise<unknown>) => {
  shop.devcloud.metrics.clear()
  await work()
  const { operations } = shop.devcloud.metrics.report()
  return operations.find(({ operation }) => operation === 'products.arrange')?.databaseCalls.max
}

test('a product that is put on top is there in the shop and in its category', async () => {
  expect(await shown()).toEqual(['cherry', 'honey', 'tea'])
  must(await shop.admin('products.arrange', await topped()))
  expect(await shown()).toEqual(['tea', 'cherry', 'honey'])
  const inCategory = await shop.customer('lin').does('catalog.search', { categoryId: 'all' })
  expect(inCategory.items.map(({ id }) => id)).toEqual(['tea', 'cherry', 'honey'])
  expect((await shelf('all')).items.map(({ id }) => id)).toEqual(['tea', 'cherry', 'honey'])
})

test('sent twice it is done once, and a change of an order seen before is refused', async () => {
  const first = await topped()
  const { items, behind } = await shelf()
  const other = shelfMoves([...items].reverse(), behind)
  expect(must(await shop.admin('products.arrange', first))).toEqual({ version: 1 })
  expect(must(await shop.admin('products.arrange', first))).toEqual({ version: 1 })
  const late = await shop.admin('products.arrange', { version: 0, moves: other })
  expect(refused(late)).toEqual({ code: 'VERSION_CONFLICT', version: 1 })
  expect(await shown()).toEqual(['tea', 'cherry', 'honey'])
})

test('what did not move is not written: the calls do not grow with the shelf', async () => {
  for (let at = 0; at < 12; at += 1) {
    must(await shop.admin('products.save', draftProduct({ id: `cup${at}`, sort: 500 + at })))
  }
  const few = await topped()
  expect(few.moves).toHaveLength(1)
  // The caller, the programme, and of the change: begin, read, note, commit, one product.
  const calls = await writesOf(async () => must(await shop.admin('products.arrange', few)))
  expect(calls).toBeLessThanOrEqual(8)
})

test('a product off the shelf is not listed, and an editor keeps the place', async () => {
  must(await shop.admin('products.arrange', await topped()))
  must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: false }))
  expect((await shelf()).items.map(({ id }) => id)).toEqual(['tea', 'honey'])
  const { stock: _stock, ...tea } = must(await shop.admin('products.show', { productId: 'tea' }))
  must(await shop.admin('products.save', { ...tea, title: '雨前龙井' }))
  expect(await shown()).toEqual(['tea', 'honey'])
})

test('a long shelf is listed up to its limit, with the product that follows', async () => {
  await Promise.all(
    Array.from({ length: SHELF_ROWS_MAX }, (_, at) =>
      shop.admin('products.save', draftProduct({ id: `row${String(at).padStart(3, '0')}` })),
    ),
  )
  const { items, behind } = await shelf()
  expect(items).toHaveLength(SHELF_ROWS_MAX)
  expect(behind).toEqual({ id: 'row097', sort: 100 })
  must(await shop.admin('products.arrange', await topped()))
  expect((await shelf()).behind).toEqual(behind)
  expect((await shelf()).items[0]?.id).toBe('row096')
})

test('a copy is a product of its own, without stock, sales and offers', async () => {
  const promotion = {
    ...{ id: 'only-tea', title: '茶', kind: 'spendOff' as const, minTier: null },
    ...{ startsAt: shop.devcloud.clock.now(), endsAt: shop.devcloud.clock.now() + 86_400_000 },
    scope: { productIds: ['tea'], categoryIds: [] },
    steps: [{ fromFen: 5_000, offFen: 500 }],
  }
  must(await shop.admin('promotions.save', { promotion }))
  await shop.customer('lin').buys('tea:1', 2)
  const { stock: _stock, ...tea } = must(await shop.admin('products.show', { productId: 'tea' }))
  const skus = tea.skus.map((sku) => ({ ...sku, id: 'copy:1', openingStock: 0 }))
  const copy = { ...tea, id: 'copy', title: '明前龙井副本', isOnSale: false, skus }
  must(await shop.admin('products.save', copy))
  must(await shop.admin('products.save', copy))
  const { items } = must(await shop.admin('products.list', { isOnSale: false }))
  expect(items).toMatchObject([{ id: 'copy', available: 0, sold: 0, skus: 1 }])
  must(await shop.admin('products.switch', { productId: 'copy', isOnSale: true }))
  const page = await shop.customer('lin').does('catalog.product', { productId: 'copy' })
  expect(page.offers).toEqual([])
  expect(page.skus).toMatchObject([{ id: 'copy:1', available: 0 }])
  expect(await shop.available('tea:1')).toBe(88)
})
