import type { SaveHomeInput } from '@core/contract/home-content'
import { DEFAULT_BLOCKS, type HomeBlock, shownBlocks } from '@core/domain/storefront/home'
import { BANNERS_MAX } from '@core/kernel/limits'
import { draftProduct } from '../builders/catalog'
import { homeBanner, homeInput } from '../builders/home'
import { article } from '../builders/service'
import { must, openShop, refused, type TestShop } from '../builders/shop'
import { runs } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
}, 60_000)
afterAll(() => shop.close())

const home = (name = 'visitor') => shop.customer(name).does('home.show', {})
const edited = async () => must(await shop.admin('home.show', {}))
const HOUR_MS = 3_600_000

/** Saves home over what is stored. */
async function saves(more: Partial<SaveHomeInput>) {
  const { version } = await edited()
  return must(await shop.admin('home.save', homeInput({ version, ...more })))
}

/** These parts in this order; the others are hidden. */
const only = (...blocks: HomeBlock[]) => [
  ...blocks.map((block) => ({ block, isShown: true })),
  ...DEFAULT_BLOCKS.filter(({ block }) => !blocks.includes(block)).map(({ block }) => ({
    block,
    isShown: false,
  })),
]

describe('the parts of home', () => {
  it('are those of a new shop before anything is saved', async () => {
    expect(await edited()).toMatchObject({ version: 0, banners: [], blocks: DEFAULT_BLOCKS })
    expect((await home()).blocks).toEqual(shownBlocks(DEFAULT_BLOCKS))
  })

  it('come in the owner’s order; a hidden one is gone with what it shows', async () => {
    await saves({ blocks: only('fresh', 'greeting', 'products') })
    const shown = await home()
    expect(shown.blocks).toEqual(['fresh', 'greeting', 'products'])
    expect(shown.fresh.map(({ id }) => id).sort()).toEqual(['cherry', 'honey', 'tea'])
    await saves({ blocks: only('categories') })
    expect(await home()).toMatchObject({
      blocks: ['categories'],
      fresh: [],
      products: { items: [], next: null },
      limited: null,
      welcome: null,
    })
  })

  it('are each there once, the endless list last, whatever was sent', async () => {
    const { blocks } = await saves({ blocks: only('products', 'categories').slice(0, 2) })
    expect(blocks.map(({ block }) => block).sort()).toEqual(
      DEFAULT_BLOCKS.map(({ block }) => block).sort(),
    )
    expect(shownBlocks(blocks)).toEqual(['categories', 'products'])
    const twice = [...only('fresh'), { block: 'fresh' as const, isShown: false }]
    const answer = await shop.admin('home.save', homeInput({ blocks: twice }))
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('show the newest products, priced for the caller, and the latest articles', async () => {
    await shop.devcloud.clock.advance({ minutes: 1 })
    must(await shop.admin('products.save', draftProduct({ id: 'newest', sort: 999 })))
    must(await shop.admin('articles.save', article({ isPublished: true })))
    await runs(shop, {
      kind: 'timePrice',
      prices: [{ skuId: 'newest:1', priceFen: 700, stock: null }],
      perMemberMax: null,
    })
    await saves({ blocks: only('fresh', 'articles') })
    const { fresh, articles } = await home()
    expect(fresh[0]).toMatchObject({ id: 'newest', now: { fen: 700 } })
    expect(articles).toHaveLength(1)
  })

  it('cost two rounds; with everything shown one call more, for the articles', async () => {
    const cost = async () => {
      shop.devcloud.metrics.clear()
      await home('lin')
      const { operations } = shop.devcloud.metrics.report()
      return operations.find(({ operation }) => operation === 'home.show')
    }
    await shop.customer('lin').join()
    await saves({ blocks: [...DEFAULT_BLOCKS] })
    await cost()
    const usual = await cost()
    await saves({ blocks: only(...DEFAULT_BLOCKS.map(({ block }) => block)) })
    const all = await cost()
    expect(all?.databaseRounds.max).toBeLessThanOrEqual(2)
    expect(all?.databaseCalls.max).toBeLessThanOrEqual((usual?.databaseCalls.max ?? 0) + 1)
  })
})

describe('a banner', () => {
  it('is shown in its order while it is on and, by the cloud’s clock, in its time', async () => {
    const now = shop.devcloud.clock.now()
    const banner = (at: number, more: Parameters<typeof homeBanner>[0]) =>
      homeBanner({ id: `banner${String(at).padStart(14, '0')}`, title: `第 ${at} 张`, ...more })
    await saves({
      banners: [
        banner(1, { until: now + HOUR_MS }),
        banner(2, { isOn: false }),
        banner(3, { from: now + HOUR_MS }),
        banner(4, {}),
      ],
    })
    const titles = async () => (await home()).banners.map(({ title }) => title)
    expect(await titles()).toEqual(['第 1 张', '第 4 张'])
    expect((await home()).bannersChangeAt).toBe(now + HOUR_MS)
    await shop.devcloud.clock.advance({ minutes: 59 })
    expect(await titles()).toEqual(['第 1 张', '第 4 张'])
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(await titles()).toEqual(['第 3 张', '第 4 张'])
    expect((await home()).bannersChangeAt).toBeNull()
  })

  it('leads to a product, a category, an article, or the goods of a promotion', async () => {
    const scope = { productIds: [], categoryIds: ['all'] }
    const spendOff = await runs(shop, {
      kind: 'spendOff',
      scope,
      steps: [{ fromFen: 10_000, offFen: 1_000 }],
    })
    const timePrice = await runs(shop, {
      kind: 'timePrice',
      prices: [{ skuId: 'honey:1', priceFen: 3_000, stock: null }],
      perMemberMax: null,
    })
    const { items } = must(await shop.admin('articles.list', {}))
    must(
      await shop.admin('categories.save', {
        id: 'green',
        name: '绿茶',
        picture: 'honey-pot',
        sort: 2,
        parentId: 'all',
      }),
    )
    const links = [
      { kind: 'product' as const, id: 'tea' },
      { kind: 'category' as const, id: 'all' },
      { kind: 'category' as const, id: 'green' },
      { kind: 'article' as const, id: items[0]?.id ?? '' },
      { kind: 'promotion' as const, id: spendOff },
      { kind: 'promotion' as const, id: timePrice },
    ]
    const saved = await saves({
      banners: links.map((link, at) =>
        homeBanner({ id: `link${String(at).padStart(16, '0')}`, link }),
      ),
    })
    expect(saved.banners.map(({ linkName }) => linkName)[0]).toBe('明前龙井')
    expect((await home()).banners.map(({ link }) => link)).toEqual([
      links[0],
      links[1],
      { kind: 'goods', scope: { productIds: [], categoryIds: ['green'] }, title: '绿茶' },
      links[3],
      { kind: 'goods', scope, title: expect.any(String) as string },
      {
        kind: 'goods',
        scope: { productIds: ['honey'], categoryIds: [] },
        title: expect.any(String) as string,
      },
    ])
    // Without goods on sale it would lead to the whole shop.
    must(await shop.admin('products.switch', { productId: 'honey', isOnSale: false }))
    expect((await home()).banners).toHaveLength(5)
    must(await shop.admin('products.switch', { productId: 'honey', isOnSale: true }))
    expect((await home()).banners).toHaveLength(6)
    await shop.devcloud.clock.advance({ days: 2 })
    // What a promotion promised is over, and its banners with it.
    expect((await home()).banners).toHaveLength(4)
  })

  it('cannot lead to what customers do not see', async () => {
    must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: false }))
    const { version } = await edited()
    for (const id of ['cherry', 'nothing']) {
      const banners = [
        homeBanner(),
        homeBanner({ id: 'banner00000000000002', link: { kind: 'product', id } }),
      ]
      const answer = await shop.admin('home.save', homeInput({ version, banners }))
      expect(refused(answer)).toEqual({ code: 'LINK_UNKNOWN', field: 'banners.1.link' })
    }
    expect((await edited()).version).toBe(version)
  })

  it.each([
    ['ends before it begins', { from: 2_000, until: 1_000 }],
    ['has no title', { title: ' ' }],
    ['has no picture', { picture: '' }],
  ])('is refused when it %s', async (_case, more) => {
    const answer = await shop.admin('home.save', homeInput({ banners: [homeBanner(more)] }))
    expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('there are so many at most, each once', async () => {
    const many = Array.from({ length: BANNERS_MAX + 1 }, (_, at) =>
      homeBanner({ id: `many${String(at).padStart(16, '0')}` }),
    )
    for (const banners of [many, [homeBanner(), homeBanner()]]) {
      const answer = await shop.admin('home.save', homeInput({ banners }))
      expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT' })
    }
  })
})

describe('saving home', () => {
  it('does not overwrite what somebody else has saved; the same save again is one', async () => {
    const { version } = await edited()
    const first = homeInput({ version, shopName: '甲店' })
    const saved = must(await shop.admin('home.save', first))
    expect(saved.version).toBe(version + 1)
    expect(must(await shop.admin('home.save', first)).version).toBe(version + 1)
    const late = await shop.admin('home.save', homeInput({ version, shopName: '乙店' }))
    expect(refused(late)).toEqual({ code: 'STALE', version: version + 1 })
    expect((await home()).shopName).toBe('甲店')
  })

  it('is the owner’s alone', async () => {
    const input = { operation: 'home.save', input: homeInput() }
    const answer = await shop.devcloud.invoke('admin', input, 'oTest-visitor')
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  })
})
