import type { SaveProductInput } from '@core/contract/products'
import { draftProduct } from '../builders/catalog'
import { must, openShop, refused, START, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  const needs = { functional: 80, emotional: 10, social: 10 }
  must(await shop.admin('tags.save', { id: 'daily', name: '日常', needs }))
}, 60_000)
afterAll(() => shop.close())

/** A product with every possible field. */
const CUP = draftProduct({
  id: 'cup',
  brand: '远山',
  tags: ['daily'],
  title: '手拉坯茶杯',
  details: [
    { kind: 'heading', text: '泥' },
    { kind: 'text', text: '<script>alert(1)</script>' },
    { kind: 'picture', picture: 'tea-cup', alt: '杯底' },
  ],
  guide: ['先用米汤煮一遍', '不进洗碗机'],
  dimensions: [
    { name: '釉色', values: ['月白', '天青'] },
    { name: '容量', values: ['80ml', '120ml'] },
    { name: '件数', values: ['单只', '一对'] },
  ],
  launchAt: START,
  earlyAccess: { tier: 'gold', from: START - 1 },
  limits: { perMember: 4, perOrder: 2 },
  fields: [
    { id: 'name', label: '刻字', kind: 'text', choices: [], maxLength: 4, isRequired: false },
  ],
  services: [{ id: 'wrap', name: '礼品包装', priceFen: 1_200, note: '棉纸与绳' }],
  skus: [
    {
      id: 'cup:1',
      code: 'C-01',
      values: ['月白', '80ml', '单只'],
      priceFen: 8_800,
      marketFen: 9_900,
      weightGrams: 260,
    },
    { id: 'cup:2', values: ['月白', '120ml', '一对'], priceFen: 16_800, isOnSale: false },
    { id: 'cup:3', values: ['天青', '80ml', '单只'], priceFen: 9_800 },
  ],
})

const saved = (product: SaveProductInput) => shop.admin('products.save', product)
const shown = async (productId: string) => must(await shop.admin('products.show', { productId }))

describe('a product in its editor', () => {
  it('is returned as saved, a script as plain text', async () => {
    must(await saved(CUP))
    const { stock, ...view } = await shown('cup')
    expect(view).toEqual(CUP)
    expect(stock).toEqual({ 'cup:1': 10, 'cup:2': 10, 'cup:3': 10 })
    const page = await shop.customer('lin').does('catalog.product', { productId: 'cup' })
    expect(page).toMatchObject({
      details: CUP.details,
      guide: CUP.guide,
      tags: [{ id: 'daily', name: '日常' }],
      limits: { perMember: 4, perOrder: 2 },
      services: CUP.services,
    })
    expect(page.skus.map(({ id }) => id).sort()).toEqual(['cup:1', 'cup:3'])
  })

  it('shows the lowest price of the SKUs on sale, and its market price', async () => {
    const [card] = await shop.customer('lin').does('catalog.cards', { ids: ['cup'] })
    expect(card).toMatchObject({ fromFen: 8_800, marketFen: 9_900, onlySkuId: null })
  })

  it('saved again keeps stock and sales, and drops removed fields', async () => {
    await shop.customer('lin').buys('cup:1', 2)
    const skus = CUP.skus.slice(0, 2).map((sku) => ({ ...sku, openingStock: 999 }))
    const unsaid = {
      launchAt: null,
      earlyAccess: null,
      limits: { perMember: null, perOrder: null },
    }
    must(await saved({ ...CUP, ...unsaid, skus }))
    const { stock, ...view } = await shown('cup')
    expect(stock['cup:1']).toBe(8)
    expect(view).toMatchObject(unsaid)
    const page = await shop.customer('lin').does('catalog.product', { productId: 'cup' })
    expect(page.skus.map(({ id }) => id)).toEqual(['cup:1'])
    expect(page.sold).toBe(2)
    must(await saved(CUP))
  })

  it.each<[string, Partial<SaveProductInput>, object]>([
    ['a price of 0', { skus: [{ ...CUP.skus[0]!, priceFen: 0 }] }, { field: 'skus.0.priceFen' }],
    [
      'a price of NaN',
      { skus: [{ ...CUP.skus[0]!, priceFen: NaN }] },
      { field: 'skus.0.priceFen' },
    ],
    ['half a fen', { skus: [{ ...CUP.skus[0]!, priceFen: 1.5 }] }, { field: 'skus.0.priceFen' }],
    [
      'a weight below 0',
      { skus: [{ ...CUP.skus[0]!, weightGrams: -1 }] },
      { field: 'skus.0.weightGrams' },
    ],
    ['no picture', { pictures: [] }, { field: 'pictures' }],
    [
      'four dimensions',
      { dimensions: [1, 2, 3, 4].map((n) => ({ name: `${n}`, values: ['一'] })) },
      { field: 'dimensions' },
    ],
    ['a limit of 0', { limits: { perMember: 0, perOrder: null } }, { field: 'limits.perMember' }],
    [
      'a service for nothing',
      { services: [{ ...CUP.services[0]!, priceFen: 0 }] },
      { field: 'services.0.priceFen' },
    ],
    [
      'a category that is not there',
      { categoryId: 'nowhere' },
      { code: 'CATEGORY_MISSING', field: 'categoryId' },
    ],
    [
      'a tag that is not there',
      { tags: ['daily', 'none'] },
      { code: 'TAG_MISSING', field: 'tags.1' },
    ],
    [
      "another product's SKU",
      { dimensions: [], skus: [{ ...CUP.skus[0]!, id: 'tea:1', values: [] }] },
      { code: 'SKU_TAKEN', field: 'skus.0.id' },
    ],
    [
      'early access without a launch',
      { launchAt: null },
      { code: 'EARLY_WITHOUT_LAUNCH', field: 'earlyAccess' },
    ],
  ])('%s is refused by name, and nothing changes', async (_, change, error) => {
    expect(refused(await saved({ ...CUP, ...change }))).toMatchObject(error)
    const { stock: _stock, ...view } = await shown('cup')
    expect(view).toEqual(CUP)
  })

  it('a tag in use cannot be removed', async () => {
    const inUse = { code: 'TAG_IN_USE', field: 'id' }
    expect(refused(await shop.admin('tags.remove', { id: 'daily' }))).toEqual(inUse)
  })

  it('a brand without products is no longer listed', async () => {
    const brands = async () =>
      (await shop.customer('lin').does('catalog.facets', {})).brands.map(({ name }) => name).sort()
    expect(await brands()).toEqual(['远山'])
    must(await saved({ ...CUP, brand: '近水' }))
    expect(await brands()).toEqual(['近水'])
    must(await saved(CUP))
  })
})

describe('the list of the staff', () => {
  const idsOf = async (isOnSale: boolean, word?: string) => {
    const input = { isOnSale, ...(word === undefined ? {} : { word }) }
    return must(await shop.admin('products.list', input)).items.map(({ id }) => id)
  }

  it('separates products on sale from the others; a switch moves them', async () => {
    expect(await idsOf(true)).toEqual(['cherry', 'honey', 'tea', 'cup'])
    must(await shop.admin('products.switch', { productId: 'cup', isOnSale: false }))
    expect(await idsOf(true)).not.toContain('cup')
    expect(await idsOf(false)).toEqual(['cup'])
    expect(await idsOf(false, '茶杯')).toEqual(['cup'])
    expect(await idsOf(true, '茶杯')).toEqual([])
    const gone = await shop.customer('lin').call('catalog.product', { productId: 'cup' })
    expect(gone).toEqual({ ok: false, error: { code: 'NOT_FOUND' } })
  })

  it('a product put back on sale has the SKUs it offered before', async () => {
    must(await shop.admin('products.switch', { productId: 'cup', isOnSale: true }))
    const page = await shop.customer('lin').does('catalog.product', { productId: 'cup' })
    expect(page.skus.map(({ id }) => id).sort()).toEqual(['cup:1', 'cup:3'])
  })

  it('shows stock, sales and SKUs', async () => {
    const { items } = must(await shop.admin('products.list', { isOnSale: true, word: '茶杯' }))
    expect(items).toMatchObject([{ id: 'cup', skus: 2, available: 18, sold: 2, fromFen: 8_800 }])
  })

  it('and its operations are closed to customers', async () => {
    for (const operation of ['products.list', 'products.show', 'tags.list', 'words.list']) {
      const answer = await shop.devcloud.invoke('admin', { operation, input: {} }, 'oTest-lin')
      expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    }
  })
})

describe('the workbench', () => {
  it('counts the work waiting for the staff', async () => {
    const before = must(await shop.admin('workbench.show', {}))
    expect(before.role).toBe('owner')
    await shop.customer('lin').buys('tea:1')
    const after = must(await shop.admin('workbench.show', {}))
    expect(after.waiting.orders).toBe((before.waiting.orders ?? 0) + 1)
    expect(after.waiting.stock).toBeGreaterThan(0)
  })

  it('is closed to customers', async () => {
    const call = { operation: 'workbench.show', input: {} }
    const answer = await shop.devcloud.invoke('admin', call, 'oTest-lin')
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  })
})
