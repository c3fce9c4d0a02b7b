import type { StaffProductView } from '@core/contract/products'
import { discountNote, parseAmount, parseDiscount, parseWhole } from '@/pages/admin/form/numbers'
import { moveRowUp } from '@/pages/admin/form/rows'
import { errorCopy } from '@/pages/admin-goods/products/detail/error-copy'
import type { ProductForm } from '@/pages/admin-goods/products/detail/fields'
import { blankForm, copyOf, formOf, inputOf } from '@/pages/admin-goods/products/detail/form'
import { matrixOf, matrixSize, withDimensions } from '@/pages/admin-goods/products/detail/matrix'
import { unstockedCopy, unstockedSkus } from '@/pages/admin-goods/products/detail/unstocked'
import { draftProduct } from '../builders/catalog'

const counter = () => {
  let made = 0
  return () => `id${(made += 1)}`
}
const taste = { name: '口味', values: ['甜', '咸'] }
const size = { name: '规格', values: ['小', '中', '大'] }

describe('the matrix of SKUs', () => {
  it('has every combination once, the last dimension running fastest', () => {
    const skus = matrixOf([taste, size], [], counter())
    expect(matrixSize([taste, size])).toBe(6)
    expect(skus.map(({ values }) => values.join(''))).toEqual([
      '甜小',
      '甜中',
      '甜大',
      '咸小',
      '咸中',
      '咸大',
    ])
    expect(new Set(skus.map(({ id }) => id)).size).toBe(6)
  })

  it('keeps what is there, and gives the new ones the price of the first', () => {
    const newId = counter()
    const [first, ...rest] = matrixOf([size], [], newId)
    const priced = [{ ...first!, price: '12.80', code: 'S', stock: '7', isNew: false }, ...rest]
    const larger = matrixOf([{ ...size, values: ['小', '特大'] }], priced, newId)
    expect(larger).toMatchObject([
      { id: first!.id, code: 'S', price: '12.80', stock: '7', isNew: false },
      { code: '', price: '12.80', stock: '', isNew: true, values: ['特大'] },
    ])
  })

  it('of no dimension is one SKU without a choice', () => {
    expect(matrixOf([], [], counter())).toMatchObject([{ values: [] }])
    expect(matrixSize([{ name: '空', values: [] }])).toBe(1)
  })
})

describe('options make the SKUs by themselves', () => {
  const newId = counter()
  const single = { dimensions: [], skus: matrixOf([], [], newId), spareSkus: [] }
  const priced = {
    ...single,
    skus: single.skus.map((sku) => ({ ...sku, price: '10', isNew: false, stock: '7' })),
  }

  it('as soon as a value is added, at the price that there was', () => {
    const { skus } = withDimensions(priced, [taste], newId)
    expect(skus).toMatchObject([
      { values: ['甜'], price: '10', stock: '', isNew: true },
      { values: ['咸'], price: '10', stock: '', isNew: true },
    ])
  })

  it('and a further dimension keeps the price of each value of the first', () => {
    const one = withDimensions(priced, [taste], newId)
    const differing = { ...one, skus: one.skus.map((sku, at) => ({ ...sku, price: `${at + 1}` })) }
    const { skus } = withDimensions(differing, [taste, size], newId)
    expect(skus.map(({ values, price }) => `${values.join('')} ${price}`)).toEqual([
      '甜小 1',
      '甜中 1',
      '甜大 1',
      '咸小 2',
      '咸中 2',
      '咸大 2',
    ])
  })

  it('a value that is removed and written again has its SKU again', () => {
    const one = withDimensions(priced, [taste], newId)
    const without = withDimensions(one, [{ ...taste, values: ['咸'] }], newId)
    expect(without.skus).toHaveLength(1)
    const again = withDimensions(without, [taste], newId)
    expect(again.skus).toEqual(one.skus)
    expect(withDimensions(again, [], newId).skus).toEqual(priced.skus)
  })

  it('options that make too many leave the SKUs as they are', () => {
    const many = ['甲', '乙', '丙'].map((name) => ({
      name,
      values: ['1', '2', '3', '4', '5', '6'],
    }))
    expect(withDimensions(priced, many, newId)).toEqual({ ...priced, dimensions: many })
  })
})

describe('going on sale without stock', () => {
  const skus = matrixOf([taste], [], counter())
  const stocked = skus.map((sku) => ({ ...sku, stock: '3' }))
  const product = (isOnSale: boolean, of = skus) => ({ isOnSale, skus: of })

  it.each([
    ['a new product with nothing', product(true), null, 2],
    ['a new product with stock', product(true, stocked), null, 0],
    ['a product that stays in store', product(false), null, 0],
    ['one that comes from the store', product(true), product(false), 2],
    ['one that is only sold out', product(true), product(true), 0],
    ['a new SKU among others', product(true), product(true, skus.slice(1)), 1],
  ])('%s', (_words, now, before, count) => expect(unstockedSkus(now, before)).toHaveLength(count))

  it('is said as customers would see it', () => {
    expect(unstockedCopy(skus, product(true))).toContain('已售罄')
    expect(unstockedCopy(skus.slice(1), product(true))).toContain('有 1 款没有库存')
  })
})

describe('typed numbers', () => {
  it.each([
    ['12', 1_200],
    ['12.8', 1_280],
    ['12.80', 1_280],
    ['¥0.01', 1],
    ['', null],
    ['1.234', NaN],
    ['-1', NaN],
    ['1e3', NaN],
    ['一百', NaN],
  ])('the amount %p is %p', (text, fen) => expect(parseAmount(text)).toBe(fen))

  it.each([
    ['7', 7],
    [' 7 ', 7],
    ['', null],
    ['1.5', NaN],
    ['-1', NaN],
  ])('the number %p is %p', (text, number) => expect(parseWhole(text)).toBe(number))

  it.each([
    ['9.5', 95],
    ['95', 95],
    ['95%', 95],
    ['９．５', 95],
    ['9.5折', 95],
    ['9.5 折', 95],
    ['95折', 95],
    ['九五折', 95],
    ['九点五折', 95],
    ['九折', 90],
    ['9', 90],
    ['90', 90],
    ['88', 88],
    ['八八', 88],
    ['半价', 50],
    ['对折', 50],
    ['十折', 100],
    ['10', 100],
    ['100%', 100],
    ['0', 0],
    ['', null],
    [' ', null],
    ['折', NaN],
    ['105', NaN],
    ['9.55', NaN],
    ['-1', NaN],
    ['便宜', NaN],
  ])('the discount %p pays %p percent', (text, percent) =>
    expect(parseDiscount(text)).toBe(percent),
  )

  it.each([
    ['95', '就是 9.5 折'],
    ['九五折', '就是 9.5 折'],
    ['9.5', undefined],
    ['', undefined],
    ['便宜', undefined],
  ])('the discount %p is read as %p', (text, note) => expect(discountNote(text)).toBe(note))
})

const stored: StaffProductView = {
  ...draftProduct({
    id: 'cup',
    title: '茶杯',
    limits: { perMember: 4, perOrder: null },
    fields: [
      {
        id: 'f',
        label: '颜色',
        kind: 'choice',
        choices: ['红', '白'],
        maxLength: 8,
        isRequired: true,
      },
    ],
    services: [{ id: 'wrap', name: '包装', priceFen: 1_250, note: '' }],
    keywords: ['茶具', '手作'],
  }),
  stock: { 'cup:1': 3 },
}

describe('a product in its form', () => {
  it('stored, opened and saved again says the same', () => {
    const { stock: _stock, ...input } = stored
    const [sku] = input.skus
    const same = { ...input, skus: [{ ...sku, openingStock: 3 }] }
    expect(inputOf(formOf(stored, counter()))).toEqual({ ok: true, value: same })
  })

  it.each<[string, Partial<ProductForm>, string, string]>([
    ['nothing for a name', { title: ' ' }, 'basics', '商品名还没填'],
    ['no category', { categoryId: '' }, 'basics', '分类还没填'],
    ['no picture', { pictures: [] }, 'basics', '图片还没填'],
    ['a limit in words', { perMember: '两' }, 'sale', '限购的每人要填数字'],
    ['more per order', { perOrder: '5' }, 'sale', '限购的每单不能多过每人限购'],
    ['early for whom, from never', { earlyTier: 'gold' }, 'sale', '优先购买的时间还没填'],
    ['no choices', { fields: [] }, 'options', ''],
  ])('%s', (_, change, section, text) => {
    const form = { ...formOf(stored, counter()), ...change }
    const answer = inputOf(form)
    if (text === '') return expect(answer.ok).toBe(true)
    expect(answer.ok ? null : errorCopy(form, answer.error)).toEqual({ section, text })
  })

  it('names the SKU that is wrong by its choice', () => {
    const skus = matrixOf([size], formOf(stored, counter()).skus, counter())
    const form = { ...formOf(stored, counter()), dimensions: [size], skus }
    const priced = { ...form, skus: skus.map((sku) => ({ ...sku, price: '1', market: '' })) }
    const odd = { ...priced, skus: priced.skus.map((sku, at) => ({ ...sku, market: `${2 - at}` })) }
    const answer = inputOf(odd)
    const error = answer.ok ? null : errorCopy(odd, answer.error)
    expect(error).toEqual({ section: 'skus', text: '「中」的划线价要高于价格，没有就空着' })
    expect(inputOf(priced).ok).toBe(true)
  })

  it('without options says what is missing beside its name', () => {
    const form = { ...blankForm(counter(), 'cups'), title: '茶杯', pictures: ['cup'] }
    const answer = inputOf(form)
    expect(answer.ok ? null : errorCopy(form, answer.error)).toEqual({
      section: 'basics',
      text: '价格还没填',
    })
  })

  it('copied is another product off the shelf, without stock, numbers and a past launch', () => {
    const launched = { ...stored, launchAt: 5, isOnSale: true, title: '茶'.repeat(30) }
    const form = copyOf(launched, { newId: counter(), now: 6 })
    expect(form).toMatchObject({
      title: `${'茶'.repeat(28)}副本`,
      isOnSale: false,
      launchAt: null,
      skus: [{ code: '', stock: '', isNew: true, price: '10' }],
    })
    const ids = [form.id, ...form.skus.map(({ id }) => id)]
    expect(ids.filter((id) => id === 'cup' || id.startsWith('cup:'))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(inputOf({ ...form, title: '茶杯副本' }).ok).toBe(true)
    expect(copyOf(launched, { newId: counter(), now: 4 }).launchAt).toBe(5)
  })

  it('new begins with one SKU and waits for its words', () => {
    const form = blankForm(counter())
    expect(form.skus).toHaveLength(1)
    expect(inputOf(form)).toEqual({ ok: false, error: { code: 'MISSING', field: 'title' } })
  })
})

it('a row goes up by one place, the first stays', () => {
  expect(moveRowUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(moveRowUp(['a', 'b'], 0)).toEqual(['a', 'b'])
})
