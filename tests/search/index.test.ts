import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WALK_MAX } from '@core/data/catalog/product-search'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import { openSecrets } from '@local/secrets'
import { categories, goods, tags } from '../bench/big-shop/goods'
import { draftProduct } from '../builders/catalog'
import { article } from '../builders/service'
import { must, openShop, START, type TestShop } from '../builders/shop'

/** What products are found by, when what they are called changes, and how the answer is told. */

let shop: TestShop

const search = (word: string, more: object = {}) =>
  shop.customer('lin').does('catalog.search', { word, ...more })
const idsOf = async (word: string) => (await search(word)).items.map(({ id }) => id)

describe('what products are found by', () => {
  const needs = { functional: 20, emotional: 70, social: 90 }
  const SHELF = { id: 'shelf', name: '酒器', picture: 'jar', sort: 3, parentId: null }
  const PHONE = draftProduct({
    id: 'phone',
    title: 'iPhone 15 手机壳',
    brand: '磐石',
    tags: ['gift'],
    categoryId: 'shelf',
    dimensions: [{ name: '颜色', values: ['雾蓝', '墨黑'] }],
    skus: [
      { id: 'phone:1', values: ['雾蓝'] },
      { id: 'phone:2', values: ['墨黑'] },
    ],
  })
  beforeEach(async () => {
    shop = await openShop()
    must(await shop.admin('categories.save', SHELF))
    must(await shop.admin('tags.save', { id: 'gift', name: '送礼', needs }))
    must(await shop.admin('products.save', PHONE))
  }, 60_000)
  afterEach(() => shop.close())

  it('title, brand, category, tag and values, written together or apart', async () => {
    const words = [
      ...['iPhone15', 'iphone 15', 'ＩＰＨＯＮＥ１５', '手机壳雾蓝', '磐石手机壳', '酒器'],
      ...['送礼手机壳', '墨黑 iPhone'],
    ]
    for (const word of words) expect([word, await idsOf(word)]).toEqual([word, ['phone']])
  })

  it('a category, a tag and a brand by their new names, no longer by the old ones', async () => {
    must(await shop.admin('categories.save', { ...SHELF, name: '数码' }))
    must(await shop.admin('tags.save', { id: 'gift', name: '新婚', needs }))
    must(await shop.admin('products.save', { ...PHONE, brand: '流云' }))
    for (const word of ['数码', '新婚', '流云']) expect(await idsOf(word)).toEqual(['phone'])
    for (const word of ['酒器', '送礼', '磐石']) expect(await idsOf(word)).toEqual([])
  })

  it('the title of a published article about it, until that is withdrawn', async () => {
    const draft = article({ productIds: ['phone'], title: '摔不坏的秘密' })
    must(await shop.admin('articles.save', draft))
    const found = await search('摔不坏')
    expect(found).toMatchObject({ items: [{ id: 'phone' }], near: { kind: 'mention' } })
    must(await shop.admin('products.save', PHONE))
    expect(await idsOf('摔不坏')).toEqual(['phone'])
    must(await shop.admin('articles.save', { ...draft, version: 1, isPublished: false }))
    expect(await idsOf('摔不坏')).toEqual([])
  })

  it('off the shelf and back again', async () => {
    const list = async (isOnSale: boolean) =>
      must(await shop.admin('products.list', { isOnSale, word: '手机壳' })).items.map(
        ({ id }) => id,
      )
    must(await shop.admin('products.switch', { productId: 'phone', isOnSale: false }))
    expect(await idsOf('手机壳')).toEqual([])
    expect([await list(true), await list(false)]).toEqual([[], ['phone']])
    must(await shop.admin('products.switch', { productId: 'phone', isOnSale: true }))
    expect(await idsOf('手机壳')).toEqual(['phone'])
    expect([await list(true), await list(false)]).toEqual([['phone'], []])
  })

  it('a query met only in part says by which parts, and counts as not found', async () => {
    const found = await search('手机壳充电宝')
    expect(found).toMatchObject({
      items: [{ id: 'phone' }],
      found: { total: 1, isExact: true },
      near: { kind: 'part', parts: ['手机壳'] },
    })
    const missed = must(await shop.admin('words.list', { isFound: false })).items
    expect(missed.map(({ word }) => word)).toEqual(['手机壳充电宝'])
  })
})

/** A shop that an earlier release filled: only tokens, and those of filters alone. */
async function openOldShop(size: number): Promise<TestShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'old-index-'))
  await openSecrets(join(dataDir, 'secrets.json'))
  const store = openStore({
    file: join(dataDir, 'database.db'),
    clock: { now: () => START },
    collections: COLLECTIONS,
  })
  const old = goods(size, START).map(({ product: { ends: _ends, words: _words, ...rest } }) => ({
    ...rest,
    tokens: rest.tokens.filter((token) => token.includes(':')),
  }))
  await store.insert('categories', categories())
  await store.insert('tags', tags())
  await store.insert('products', old)
  store.close()
  // A migration ends its run by the clock, so it must go on.
  const clock = { start: START }
  const opened = await openShop({ dataDir, clock, isTicking: false })
  return {
    ...opened,
    close: async () => {
      await opened.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const migrate = async () => must(await shop.admin('setup.migrate', {})).migrations
/** A run has ten seconds, which a busy machine may need more than once. */
async function migrateAll() {
  for (;;) {
    const rows = await migrate()
    if (rows.every(({ isDone }) => isDone)) return rows
  }
}
const indexing = (rows: Awaited<ReturnType<typeof migrate>>) =>
  rows.find(({ name }) => name === 'products:index')

describe('products of an earlier release', () => {
  const FEW = 40
  beforeEach(async () => {
    shop = await openOldShop(FEW)
  })
  afterEach(() => shop.close())

  it('are indexed once, and not again', async () => {
    expect(await idsOf('山野1号')).toEqual([])
    const rows = await migrateAll()
    expect(indexing(rows)).toMatchObject({ isDone: true, written: FEW })
    expect(await migrate()).toEqual(rows)
    const { found } = await search('山野1号')
    expect(found?.total).toBeGreaterThan(0)
  })

  it('interrupted, the indexing goes on from where it was', async () => {
    const fault = { kind: 'timeout-before', action: 'database.modifyDocument' } as const
    shop.devcloud.faults.add({ ...fault, collection: 'products', skip: 15, times: 500 })
    expect(await shop.admin('setup.migrate', {})).toMatchObject({ ok: false })
    shop.devcloud.faults.clear()
    await shop.devcloud.clock.advance({ minutes: 3 })
    const rows = await migrateAll()
    expect(indexing(rows)?.read).toBeGreaterThanOrEqual(FEW)
    expect((await search('礼盒')).items).not.toEqual([])
  })
})

describe('many products', () => {
  beforeAll(async () => {
    shop = await openOldShop(WALK_MAX + 50)
    await migrateAll()
  }, 120_000)
  afterAll(() => shop.close())

  it('are listed page by page, each once, and counted as far as they were looked at', async () => {
    for (const order of ['default', 'priceDown'] as const) {
      const first = await search('礼盒', { order })
      const ids = first.items.map(({ id }) => id)
      for (let { next } = first; next; ) {
        const page = await search('礼盒', { order, cursor: next })
        expect([page.found, page.near]).toEqual([null, null])
        ids.push(...page.items.map(({ id }) => id))
        next = page.next
      }
      expect(new Set(ids).size).toBe(ids.length)
      expect(first.found).toEqual({ total: ids.length, isExact: true })
    }
    const all = await shop.customer('lin').does('catalog.search', {})
    expect(all.found).toMatchObject({ isExact: true })
    expect(all.found?.total).toBeGreaterThan(WALK_MAX)
  })

  it('have facets counted within the results, each as a search by it finds', async () => {
    const lin = shop.customer('lin')
    const narrowing = { word: '礼盒', categoryId: 'category0' }
    const facets = await lin.does('catalog.facets', narrowing)
    for (const { id, count } of [...facets.brands.slice(0, 5), ...facets.brands.slice(-1)]) {
      const { found } = await lin.does('catalog.search', { ...narrowing, brand: id })
      expect([id, found]).toEqual([id, { total: count, isExact: true }])
    }
    for (const { id, count } of facets.categories) {
      const { found } = await lin.does('catalog.search', { word: '礼盒', categoryId: id })
      expect([id, found?.total]).toEqual([id, count])
    }
    for (const { id, count } of facets.tags.slice(0, 4)) {
      const { found } = await lin.does('catalog.search', { ...narrowing, tagId: id })
      expect([id, found?.total]).toEqual([id, count])
    }
  })

  it('too many to be counted are offered by name alone', async () => {
    const { brands, tags: named } = await shop.customer('lin').does('catalog.facets', {})
    expect(named.length).toBeGreaterThan(0)
    for (const { count } of [...brands, ...named]) expect(count).toBeNull()
  })
})
