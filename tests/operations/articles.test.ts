import { article, mint } from '../builders/service'
import { must, openShop, PRODUCTS, refused, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  const needs = { functional: 80, emotional: 20, social: 0 }
  for (const [id, name] of [
    ['green', '绿茶'],
    ['spring', '春茶'],
  ] as const) {
    must(await shop.admin('tags.save', { id, name, needs }))
  }
  must(await shop.admin('products.save', { ...PRODUCTS[0]!, tags: ['green'] }))
}, 60_000)
afterAll(() => shop.close())

const onPage = async (productId: string) =>
  (await shop.customer('reader').does('catalog.product', { productId })).articles
const save = (said: Parameters<typeof article>[0]) => shop.admin('articles.save', article(said))

describe('S0-08 articles', () => {
  it('an article linked to a product is listed on its page, and on no other', async () => {
    const saved = must(await save({ tags: ['spring'] }))
    expect(await onPage('tea')).toMatchObject([
      { id: saved.id, title: '龙井怎么泡不苦', summary: '八十度的水', cover: 'teapot' },
    ])
    expect(await onPage('honey')).toEqual([])
    const read = await shop.customer('reader').does('articles.show', { articleId: saved.id })
    expect(read.blocks).toHaveLength(2)
    expect(read.products).toMatchObject([{ id: 'tea', title: '明前龙井', fromFen: 6_800 }])
  })

  it('views are recorded as interest events for the product’s tags, with consent', async () => {
    const { items } = await shop.customer('reader').does('articles.list', {})
    const articleId = items[0]!.id
    const lin = shop.customer('lin')
    await lin.join('林晚')
    const at = shop.devcloud.clock.now()
    const event = { id: mint('event'), kind: 'read' as const, at, articleId }
    expect(await lin.does('events.record', { events: [event] })).toEqual({ recorded: 1 })
    expect(await lin.does('events.record', { events: [event] })).toEqual({ recorded: 0 })
    const members = must(await shop.admin('members.list', { word: '林晚' }))
    const { timeline } = must(await shop.admin('members.show', { memberId: members.items[0]!.id }))
    expect(timeline.items.find(({ kind }) => kind === 'read')).toMatchObject({
      articleTitle: '龙井怎么泡不苦',
      productTitle: '明前龙井',
      tags: ['春茶', '绿茶'],
    })
  })

  it('nothing is recorded without consent, for a draft, or for a missing article', async () => {
    const { items } = await shop.customer('reader').does('articles.list', {})
    const draft = must(await save({ isPublished: false }))
    const lin = shop.customer('lin')
    const event = (articleId: string) => ({
      events: [
        { id: mint('event'), kind: 'read' as const, at: shop.devcloud.clock.now(), articleId },
      ],
    })
    expect(await shop.customer('shy').does('events.record', event(items[0]!.id))).toEqual({
      recorded: 0,
    })
    expect(await lin.does('events.record', event(draft.id))).toEqual({ recorded: 0 })
    expect(await lin.does('events.record', event('nosuch'))).toEqual({ recorded: 0 })
  })

  it('only the staff see a draft; an unpublished article disappears everywhere', async () => {
    const draft = must(await save({ isPublished: false, title: '还没写完', blocks: [] }))
    const reader = shop.customer('reader')
    expect(refused(await reader.call('articles.show', { articleId: draft.id }))).toEqual({
      code: 'NOT_FOUND',
    })
    const done = must(
      await shop.admin('articles.save', {
        ...article({ title: '写完了' }),
        id: draft.id,
        version: draft.version,
      }),
    )
    expect((await onPage('tea')).map(({ title }) => title)).toContain('写完了')
    const back = { ...article({ title: '写完了' }), id: done.id, version: done.version }
    must(await shop.admin('articles.save', { ...back, isPublished: false }))
    expect((await onPage('tea')).map(({ title }) => title)).not.toContain('写完了')
    const { items } = await reader.does('articles.list', {})
    expect(items.map(({ title }) => title)).not.toContain('写完了')
  })

  it('a product that is not on sale is not listed below the article', async () => {
    const both = must(await save({ productIds: ['tea', 'cherry'] }))
    must(await shop.admin('products.switch', { productId: 'cherry', isOnSale: false }))
    const read = await shop.customer('reader').does('articles.show', { articleId: both.id })
    expect(read.products.map(({ id }) => id)).toEqual(['tea'])
  })
})

const texts = (text: string, count = 1) =>
  Array.from({ length: count }, () => ({ kind: 'text' as const, text }))
const ids = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`)

describe('bad input is refused with its field, and nothing is saved', () => {
  it.each([
    ['a script in the text', { blocks: texts('<script>x</script>') }, 'blocks.0.text'],
    ['a script in the title', { title: 'a<b onclick=x>' }, 'title'],
    ['no cover', { cover: '' }, 'cover'],
    ['41 pieces', { blocks: texts('茶', 41) }, 'blocks'],
    ['13 products', { productIds: ids(13) }, 'productIds'],
    ['a kind of piece that is none', { blocks: [{ kind: 'html', text: 'x' }] }, 'blocks.0.kind'],
  ])('%s', async (_words, wrong, field) => {
    expect(refused(await save(wrong as never))).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  it.each([
    [
      'an unknown product',
      { productIds: ['tea', 'nosuch'] },
      { code: 'PRODUCT_UNKNOWN', field: 'productIds', productId: 'nosuch' },
    ],
    ['an unknown tag', { tags: ['nosuch'] }, { code: 'TAG_UNKNOWN', field: 'tags', tag: 'nosuch' }],
    [
      'publishing without a word to read',
      { blocks: [] },
      { code: 'NOTHING_TO_READ', field: 'blocks' },
    ],
    ['a version that nobody has seen', { version: 7 }, { code: 'STALE', version: 0 }],
  ])('%s', async (_words, wrong, error) => {
    expect(refused(await save(wrong))).toEqual(error)
  })
})
