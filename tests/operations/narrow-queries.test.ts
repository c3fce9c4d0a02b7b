import type { QueryReport } from '@local/database/reader'
import { draftProduct } from '../builders/catalog'
import { article } from '../builders/service'
import { must, openShop, type TestShop } from '../builders/shop'

/** Lists scan only the documents that match their filters, however big the shop. */

let shop: TestShop
const queries: QueryReport[] = []
beforeAll(async () => {
  shop = await openShop({ onQuery: (report) => queries.push(report) })
}, 60_000)
afterAll(() => shop.close())

/** The most documents of a collection that one query scanned during `action`. */
async function examined(collection: string, work: () => Promise<unknown>): Promise<number> {
  queries.length = 0
  await work()
  const own = queries.filter((query) => query.collection === collection)
  expect(own.length).toBeGreaterThan(0)
  return Math.max(...own.map((query) => query.examined))
}

/** Goods of two sizes found by one word: more SKUs than a page. Two are of another brand. */
const CAMELLIAS = 14
const SIZES = ['250ml', '500ml']
const codeOf = (no: number, at: number) => `SC-${no}-${at}`
beforeAll(async () => {
  for (let no = 0; no < CAMELLIAS; no += 1) {
    const skus = SIZES.map((size, at) => ({
      id: `camellia${no}:${at}`,
      code: codeOf(no, at),
      values: [size],
      openingStock: 1 + ((no + at) % 7),
    }))
    const brand = no < 2 ? '南溪' : '青禾'
    const dimensions = [{ name: '规格', values: SIZES }]
    const camellia = { id: `camellia${no}`, title: '苍山茶油', brand, dimensions, skus }
    must(await shop.admin('products.save', draftProduct(camellia)))
  }
}, 60_000)

it('a word of one character within a brand scans that brand only', async () => {
  const few = await examined('products', async () => {
    const found = await shop.customer('lin').does('catalog.search', { word: '茶', brand: '南溪' })
    expect(found.items).toHaveLength(2)
  })
  expect(few).toBe(2)
})

it('a product’s page scans only the articles about it', async () => {
  must(await shop.admin('articles.save', article({ productIds: ['tea'] })))
  for (let no = 0; no < 10; no += 1) {
    must(await shop.admin('articles.save', article({ productIds: ['honey'] })))
  }
  const few = await examined('articles', async () => {
    const { articles } = await shop.customer('lin').does('catalog.product', { productId: 'tea' })
    expect(articles).toHaveLength(1)
  })
  expect(few).toBe(1)
})

describe('the list of stock by word', () => {
  it('scans only the SKU with a code', async () => {
    const few = await examined('skus', async () => {
      const { items } = must(await shop.admin('stock.list', { word: codeOf(7, 1) }))
      expect(items.map((row) => row.code)).toEqual([codeOf(7, 1)])
    })
    expect(few).toBe(1)
  })

  it('pages through the SKUs by pieces, each once', async () => {
    const first = must(await shop.admin('stock.list', { word: '山茶' }))
    const second = must(await shop.admin('stock.list', { word: '山茶', cursor: first.next! }))
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 8, null])
    const rows = [...first.items, ...second.items]
    const pieces = rows.map((row) => row.available)
    expect(pieces).toEqual([...pieces].sort((a, b) => a - b))
    expect(new Set(rows.map((row) => row.skuId)).size).toBe(CAMELLIAS * SIZES.length)
  })
})
