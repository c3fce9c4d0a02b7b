import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import type { QueryReport } from '@local/database/reader'
import { draftProduct } from '../builders/catalog'
import { must, openShop, type TestShop } from '../builders/shop'
import { ends, runs } from '../builders/trade'

/** Goods that a rule applies to, and those that close a gap first. */

const queries: QueryReport[] = []
let shop: TestShop
/** Products of a category of their own, by what they cost in yuan: `g7` costs ¥7. */
const YUAN = [3, 5, 7, 9, 12, 15, 20, 26, 30, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80, 84, 88]
beforeAll(async () => {
  shop = await openShop({ onQuery: (report) => queries.push(report) })
  for (const [id, parentId] of [
    ['jam', null],
    ['nuts', null],
    ['rare', null],
  ] as const) {
    const category = { id, name: id, picture: 'honey-pot', sort: 5, parentId }
    must(await shop.admin('categories.save', category))
  }
  for (const [at, yuan] of YUAN.entries()) {
    const skus = [{ id: `g${yuan}:1`, priceFen: yuan * 100 }]
    const categoryId = at % 2 === 0 ? 'jam' : 'nuts'
    must(await shop.admin('products.save', draftProduct({ id: `g${yuan}`, categoryId, skus })))
  }
}, 120_000)
afterAll(() => shop.close())

const JAM_AND_NUTS = { productIds: [], categoryIds: ['jam', 'nuts'] }

type Wanted = Parameters<Awaited<ReturnType<TestShop['customer']>>['does']>[1] & object

/** All pages of a list. */
async function all(input: object): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 9; pages += 1) {
    const wanted = { scope: JAM_AND_NUTS, ...input, ...(cursor && { cursor }) } as Wanted & never
    const page = await shop.customer('lin').does('catalog.scoped', wanted)
    ids.push(...page.items.map(({ id }) => id))
    if (page.next === null) return ids
    cursor = page.next
  }
  throw new Error('the list does not end')
}

const named = (yuan: readonly number[]) => yuan.map((one) => `g${one}`)

it('has those nearest above the gap first, then those nearest below it', async () => {
  const up = YUAN.filter((yuan) => yuan >= 12)
  const down = YUAN.filter((yuan) => yuan < 12).reverse()
  expect(await all({ fromFen: 1_200 })).toEqual(named([...up, ...down]))
  expect(await all({ fromFen: 0 })).toEqual(named(YUAN))
  expect(await all({ fromFen: 100_000 })).toEqual(named([...YUAN].reverse()))
})

it('puts the products that a scope names among those of its categories, each once', async () => {
  const scope = { productIds: ['tea', 'g5', 'g12'], categoryIds: ['nuts'] }
  const nuts = YUAN.filter((_, at) => at % 2 === 1)
  const ids = await all({ scope, fromFen: 1_000 })
  expect([...ids].sort()).toEqual([...new Set([...named(nuts), 'tea', 'g12'])].sort())
  expect(ids.slice(0, 2)).toEqual(['g12', 'g15'])
  expect(ids).toContain('tea')
})

it('of products alone needs no category, and of the whole shop no name', async () => {
  const scope = { productIds: ['tea', 'honey'], categoryIds: [] }
  expect(await all({ scope, fromFen: 5_000 })).toEqual(['tea', 'honey'])
  expect(await all({ scope: WHOLE_SHOP_SCOPE, fromFen: 8_500 })).toHaveLength(YUAN.length + 3)
})

it('without a gap is as the shop sorts its goods', async () => {
  const ids = await all({})
  expect(ids).toHaveLength(YUAN.length)
  expect(new Set(ids).size).toBe(YUAN.length)
})

it('adds the piece whose price is shown, without what cannot be bought at once', async () => {
  const scope = { productIds: ['honey', 'gone', 'engraved'], categoryIds: [] }
  const none = { id: 'gone', skus: [{ id: 'gone:1', priceFen: 4_000, openingStock: 0 }] }
  must(await shop.admin('products.save', { ...draftProduct(none), categoryId: 'rare' }))
  const field = { id: 'name', label: '刻字', choices: [], maxLength: 6, isRequired: true }
  const engraved = draftProduct({ id: 'engraved', categoryId: 'rare' })
  const fields = [{ ...field, kind: 'text' as const }]
  must(await shop.admin('products.save', { ...engraved, fields }))
  const { items } = await shop.customer('lin').does('catalog.scoped', { scope, fromFen: 3_000 })
  expect(items.map(({ id, addSkuId }) => [id, addSkuId])).toEqual([
    ['honey', 'honey:1'],
    ['engraved', null],
  ])
  const coupon = await shop.customer('lin').does('catalog.scoped', { scope })
  expect(coupon.items.map(({ id }) => id)).toContain('gone')
})

it('goes by what the caller pays, not by the price on the list', async () => {
  const prices = [{ skuId: 'g88:1', priceFen: 1_300, stock: null }]
  const promotion = await runs(shop, { kind: 'timePrice', prices, perMemberMax: null })
  const scope = { productIds: ['g15', 'g88'], categoryIds: [] }
  expect(await all({ scope, fromFen: 1_200 })).toEqual(['g88', 'g15'])
  await ends(shop, promotion)
})

it('of a set is what is named, with its own SKU', async () => {
  const input = { scope: WHOLE_SHOP_SCOPE, skuIds: ['honey:2', 'g7:1'], fromFen: 0 }
  const { items, next } = await shop.customer('lin').does('catalog.scoped', input)
  expect(items.map(({ addSkuId }) => addSkuId)).toEqual(['g7:1', 'honey:2'])
  expect(next).toBeNull()
})

it('reads a page of the index for each direction, however many there are', async () => {
  queries.length = 0
  await shop.customer('lin').does('catalog.scoped', { scope: JAM_AND_NUTS, fromFen: 1_200 })
  const own = queries.filter(({ collection }) => collection === 'products')
  expect(own).toHaveLength(2)
  expect(Math.max(...own.map(({ examined }) => examined))).toBeLessThanOrEqual(YUAN.length)
})
