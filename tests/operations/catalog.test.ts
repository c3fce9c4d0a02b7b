import { DAY_MS } from '@core/kernel/calendar'
import { OWN_WORDS_MAX } from '@core/kernel/limits'
import type { ProductOrder } from '@core/kernel/search-tokens'
import { draftProduct } from '../builders/catalog'
import { must, openShop, refused, START, type TestShop } from '../builders/shop'

const LAUNCH = START + 7 * DAY_MS

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
  const categories = [
    { id: 'drink', name: '喝的', picture: 'tea-cup', sort: 2, parentId: null },
    { id: 'green', name: '绿茶', picture: 'leaf', sort: 3, parentId: 'drink' },
    { id: 'honeys', name: '蜜', picture: 'honey-pot', sort: 4, parentId: 'drink' },
  ]
  for (const category of categories) must(await shop.admin('categories.save', category))
  const needs = { functional: 20, emotional: 70, social: 90 }
  must(await shop.admin('tags.save', { id: 'gift', name: '送礼', needs }))
  for (const product of PRODUCTS) must(await shop.admin('products.save', product))
}, 60_000)
afterAll(() => shop.close())

/** Twenty-five teas that sort differently by price, position and age, and two of another brand. */
const TEAS = Array.from({ length: 25 }, (_, at) =>
  draftProduct({
    id: `tea${String(at).padStart(2, '0')}`,
    title: `山间云雾茶 ${at + 1} 号`,
    categoryId: 'green',
    brand: '山野',
    sort: 200 + (at % 5),
    launchAt: START - ((at * 7) % 25) * DAY_MS,
    skus: [{ id: `tea${at}:1`, priceFen: 1_000 + ((at * 11) % 25) * 500 }],
  }),
)
const GIFT = draftProduct({
  id: 'gift',
  title: '云雾茶礼盒',
  categoryId: 'drink',
  brand: '远山',
  tags: ['gift'],
  skus: [{ id: 'gift:1', priceFen: 29_800 }],
})
const COMING = draftProduct({
  id: 'coming',
  title: '头采龙井',
  categoryId: 'green',
  brand: '远山',
  launchAt: LAUNCH,
  earlyAccess: { tier: 'gold', from: LAUNCH - DAY_MS },
  skus: [{ id: 'coming:1', priceFen: 12_800 }],
})
const PRODUCTS = [...TEAS, GIFT, COMING]

const lin = () => shop.customer('lin')

/** All results of a search, page by page. */
async function idsOf(search: Parameters<ReturnType<typeof lin>['does']>[1] & object) {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const input = { ...search, ...(cursor === undefined ? {} : { cursor }) }
    const page = await lin().does('catalog.search', input)
    expect(page.items.length).toBeLessThanOrEqual(20)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return ids
}

const priceOf = (id: string) => PRODUCTS.find((one) => one.id === id)?.skus[0]?.priceFen ?? 0

describe('categories of two levels', () => {
  it('show their parents', async () => {
    const categories = await lin().does('catalog.categories', {})
    expect(categories.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['all', null],
      ['drink', null],
      ['green', 'drink'],
      ['honeys', 'drink'],
    ])
  })

  it('one of the first level includes the products of its subcategories', async () => {
    const everything = PRODUCTS.map(({ id }) => id).sort()
    expect((await idsOf({ categoryId: 'drink' })).sort()).toEqual(everything)
    expect(await idsOf({ categoryId: 'green' })).not.toContain('gift')
  })

  it.each([
    ['a parent that stands within another', 'new', 'green', 'PARENT_UNFIT'],
    ['itself as parent', 'drink', 'drink', 'PARENT_UNFIT'],
    ['a parent that is not there', 'new', 'nowhere', 'PARENT_UNFIT'],
    ['a move of one with products on it', 'green', null, 'CATEGORY_IN_USE'],
    ['a move of one with categories within', 'drink', 'all', 'CATEGORY_IN_USE'],
  ])('refuse %s', async (_, id, parentId, code) => {
    const category = { id, name: '架', picture: 'jar', sort: 9, parentId }
    expect(refused(await shop.admin('categories.save', category))).toEqual({
      code,
      field: 'parentId',
    })
  })

  it('are removed only when empty', async () => {
    const inUse = { code: 'CATEGORY_IN_USE', field: 'id' }
    expect(refused(await shop.admin('categories.remove', { id: 'drink' }))).toEqual(inUse)
    expect(refused(await shop.admin('categories.remove', { id: 'green' }))).toEqual(inUse)
    must(await shop.admin('categories.remove', { id: 'honeys' }))
    const left = await lin().does('catalog.categories', {})
    expect(left.map(({ id }) => id)).not.toContain('honeys')
  })
})

describe('search', () => {
  it.each<[ProductOrder, (id: string) => number]>([
    ['priceUp', priceOf],
    ['priceDown', (id) => -priceOf(id)],
    ['fresh', (id) => -(PRODUCTS.find((one) => one.id === id)?.launchAt ?? START)],
    ['default', (id) => PRODUCTS.find((one) => one.id === id)?.sort ?? 0],
  ])('by %s lists everything once, in order, over pages', async (order, place) => {
    const ids = await idsOf({ categoryId: 'drink', order })
    expect(new Set(ids).size).toBe(27)
    expect(ids).toHaveLength(27)
    expect(ids.map(place)).toEqual(ids.map(place).sort((a, b) => a - b))
  })

  it.each([
    ['a brand', { brand: '远山' }, ['coming', 'gift']],
    ['a tag', { tagId: 'gift' }, ['gift']],
    ['a price band', { categoryId: 'drink', priceBand: 'to500' as const }, ['gift']],
    ['a word in a brand', { word: '云雾', brand: '远山' }, ['gift']],
    ['a brand as a word', { word: '远山' }, ['coming', 'gift']],
    ['a brand that nobody has', { brand: '没有' }, []],
    ['a token as a word', { word: 'c:green' }, []],
  ])('narrowed to %s', async (_, narrowing, ids) => {
    expect((await idsOf(narrowing)).sort()).toEqual(ids)
  })

  it('lists the brands and tags to filter by', async () => {
    expect(await lin().does('catalog.facets', {})).toMatchObject({
      brands: [
        { name: '山野', count: 25 },
        { name: '远山', count: 2 },
      ],
      tags: [{ id: 'gift', name: '送礼', count: 1 }],
    })
  })

  it('shows a coming launch, without a shortcut into the cart', async () => {
    const { items } = await lin().does('catalog.search', { word: '头采' })
    expect(items).toMatchObject([{ id: 'coming', launchAt: LAUNCH, onlySkuId: null }])
  })

  it('takes two rounds of the database, as do home and a product', async () => {
    shop.devcloud.metrics.clear()
    await lin().join()
    await lin().does('catalog.search', { word: '云雾茶' })
    await lin().does('catalog.search', { word: '云雾茶' })
    await lin().does('catalog.search', { word: '空空如也' })
    await lin().does('catalog.search', { categoryId: 'drink', order: 'sold' })
    await lin().does('home.show', {})
    await lin().does('catalog.product', { productId: 'gift' })
    const { operations } = shop.devcloud.metrics.report()
    for (const name of ['catalog.search', 'home.show', 'catalog.product']) {
      const rounds = operations.find(({ operation }) => operation === name)?.databaseRounds.max
      expect([name, rounds]).toEqual([name, 2])
    }
  })
})

describe('S2-04 search words', () => {
  const wordsOf = async (isFound?: boolean) => {
    const list = must(await shop.admin('words.list', isFound === undefined ? {} : { isFound }))
    return list.items.map(({ word, count }) => `${word} ${count}`)
  }

  it('are counted per day on the first page only; those without hits apart', async () => {
    await shop.devcloud.clock.advance({ days: 1 })
    const first = await lin().does('catalog.search', { word: '云雾' })
    await lin().does('catalog.search', { word: '云雾', cursor: first.next ?? '' })
    await lin().does('catalog.search', { word: '云雾', order: 'priceUp' })
    await shop.customer('other').does('catalog.search', { word: ' 云雾 ' })
    await lin().does('catalog.search', { word: '咖啡' })
    expect(await wordsOf()).toEqual(['云雾 2', '咖啡 1'])
    expect(await wordsOf(false)).toEqual(['咖啡 1'])
    await shop.devcloud.clock.advance({ days: 1 })
    expect(await wordsOf()).toEqual([])
    const before = must(await shop.admin('words.list', { day: '2026-03-05' }))
    expect(before.items).toHaveLength(2)
  })

  it('without results are no longer listed as such once they find something', async () => {
    await lin().does('catalog.search', { word: '冰川' })
    expect(await wordsOf(false)).toEqual(['冰川 1'])
    must(await shop.admin('products.save', draftProduct({ id: 'ice', title: '冰川水' })))
    await lin().does('catalog.search', { word: '冰川' })
    expect(await wordsOf(false)).toEqual([])
    expect(await wordsOf(true)).toEqual(['冰川 2'])
  })

  it('of one customer do not use up the day: the others’ words are counted', async () => {
    await shop.devcloud.clock.advance({ days: 1 })
    for (let at = 0; at < OWN_WORDS_MAX + 10; at += 1) {
      await shop.customer('flood').does('catalog.search', { word: `洪水${at}` })
    }
    await shop.customer('flood').does('catalog.search', { word: '洪水0' })
    await shop.customer('calm').does('catalog.search', { word: '黄山' })
    // Words beyond the share still find, and count once somebody else has typed them.
    await shop.customer('calm').does('catalog.search', { word: `洪水${OWN_WORDS_MAX + 1}` })
    const words = [await shop.admin('words.list', {})].map(must)
    const first = words[0]
    if (first?.next) words.push(must(await shop.admin('words.list', { cursor: first.next })))
    const counted = words.flatMap(({ items }) => items)
    expect(counted).toHaveLength(OWN_WORDS_MAX + 2)
    expect(counted[0]).toMatchObject({ word: '洪水0', count: 2 })
    expect(counted.map(({ word }) => word)).toEqual(
      expect.arrayContaining(['黄山', `洪水${OWN_WORDS_MAX + 1}`]),
    )
  })
})

describe('favourites and footprints', () => {
  it('favourites are listed latest first, by page; those off sale are marked', async () => {
    const mei = shop.customer('mei')
    for (const { id } of TEAS.slice(0, 22)) {
      await mei.does('catalog.favourite', { productId: id, isFavourite: true })
      await shop.devcloud.clock.advance({ minutes: 1 })
    }
    must(await shop.admin('products.switch', { productId: 'tea21', isOnSale: false }))
    const first = await mei.does('catalog.favourites', {})
    expect(first.items).toHaveLength(20)
    expect(first.items[0]).toMatchObject({ id: 'tea21', isOnSale: false })
    expect(first.items[1]).toMatchObject({ id: 'tea20', isOnSale: true })
    const rest = await mei.does('catalog.favourites', { cursor: first.next ?? '' })
    expect(rest.items.map(({ id }) => id)).toEqual(['tea01', 'tea00'])
    expect(rest.next).toBeNull()
    must(await shop.admin('products.switch', { productId: 'tea21', isOnSale: true }))
  })

  it('an unknown caller has none', async () => {
    const nobody = await shop.customer('nobody').does('catalog.favourites', {})
    expect(nobody).toEqual({ items: [], next: null })
  })

  it('cards keep the requested order, without products that do not exist', async () => {
    const cards = await lin().does('catalog.cards', { ids: ['gift', 'never', 'tea00'] })
    expect(cards.map(({ id }) => id)).toEqual(['gift', 'tea00'])
  })
})
