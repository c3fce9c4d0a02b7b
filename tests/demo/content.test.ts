import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saveCategoryInput } from '@core/contract/catalog'
import { saveProductInput } from '@core/contract/products'
import { checkProduct } from '@core/domain/products/product-errors'
import { indexTokens, queryTokens } from '@core/kernel/search-tokens'
import { isAbout, REVIEWS } from '@local/demo/after-purchase'
import { categories, products, tags, topCategoryOf, upcomingProduct } from '@local/demo/catalog'
import { homeContent } from '@local/demo/home-content'
import { freight } from '@local/demo/offers/freight'
import { personas } from '@local/demo/personas'
import { PICTURES } from '@local/demo/pictures'
import { conversations } from '@local/demo/service/conversations'
import { faq } from '@local/demo/service/faq'
import { usedPictures } from '@local/demo/used-pictures'
import * as v from 'valibot'
import { POINTS_ARRIVAL } from '@/copy/points'
import { buildPictures } from '../../config/pictures'
import { defaultProgram } from '../builders/program'

const words = [
  ...personas.flatMap(({ name, note }) => [name, note]),
  ...homeContent.banners.flatMap(({ eyebrow, title, note }) => [eyebrow, title, note]),
  ...products.flatMap((product) => [
    product.title,
    product.subtitle,
    product.description,
    ...product.keywords,
    ...product.attributes.map(({ value }) => value),
  ]),
]

describe('the categories of the demo shop', () => {
  test.each(categories.map((one) => [one.name, one] as const))('%s can be saved', (_, one) => {
    expect(v.safeParse(saveCategoryInput, one).issues).toBeUndefined()
    const own = products.filter(({ categoryId }) =>
      [categoryId, topCategoryOf(categoryId)].includes(one.id),
    )
    expect(own.length).toBeGreaterThan(one.parentId === null ? 4 : 1)
  })

  test('are six, some with others within, and about forty products', () => {
    expect(categories.filter(({ parentId }) => parentId === null)).toHaveLength(6)
    expect(categories.length).toBeGreaterThan(12)
    expect(products.length).toBeGreaterThanOrEqual(38)
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length)
    expect(new Set(products.map(({ sort }) => sort)).size).toBe(products.length)
  })

  test('hold several products of two dimensions, some of one SKU, some low, some sold out', () => {
    expect(products.filter((one) => one.dimensions.length === 2).length).toBeGreaterThanOrEqual(8)
    expect(products.filter((one) => one.skus.length === 1).length).toBeGreaterThanOrEqual(5)
    const skus = products.flatMap((one) => one.skus)
    const stocks = skus.map((sku) => sku.openingStock)
    expect(stocks.filter((stock) => stock > 0 && stock < 10).length).toBeGreaterThanOrEqual(4)
    const gone = products.filter((one) => one.skus.every((sku) => sku.openingStock === 0))
    expect(gone.map(({ id }) => id)).toEqual(['yangshan-peach'])
    expect(skus.filter((sku) => sku.marketFen !== null).length).toBeGreaterThanOrEqual(10)
  })
})

describe('what products say besides', () => {
  test('is of all kinds: brands, tags, guides, details, limits, fields, services, a sample', () => {
    const having = (has: (product: (typeof products)[number]) => boolean) =>
      products.filter(has).length
    expect(new Set(products.map(({ brand }) => brand)).size).toBeGreaterThan(5)
    expect(having((one) => one.tags.length > 0)).toBeGreaterThan(30)
    expect(having((one) => one.guide.length > 0)).toBeGreaterThan(4)
    expect(having((one) => one.details.length > 0)).toBeGreaterThan(2)
    expect(having((one) => one.limits.perMember !== null)).toBeGreaterThan(0)
    expect(having((one) => one.fields.length > 0)).toBeGreaterThan(1)
    expect(having((one) => one.services.length > 0)).toBeGreaterThan(5)
    expect(having((one) => one.isSample)).toBe(1)
  })

  test('names tags that there are', () => {
    const known = new Set<string>(tags.map(({ id }) => id))
    expect(products.flatMap((one) => one.tags).filter((id) => !known.has(id))).toEqual([])
  })

  test('a launch is to come, for gold members first', () => {
    const product = upcomingProduct('2026-03-04')
    expect(v.safeParse(saveProductInput, product).issues).toBeUndefined()
    expect(checkProduct(product)).toEqual({ ok: true, value: null })
    expect(product.earlyAccess?.tier).toBe('gold')
  })
})

describe.each(products.map((one) => [one.title, one] as const))('%s', (_, product) => {
  test('can be saved', () => {
    expect(v.safeParse(saveProductInput, product).issues).toBeUndefined()
    expect(checkProduct(product)).toEqual({ ok: true, value: null })
  })

  test('has SKUs that fit its dimensions, each choice once', () => {
    const choices = product.skus.map((sku) => sku.values.join(' '))
    expect(new Set(choices).size).toBe(product.skus.length)
    for (const { values } of product.skus) {
      expect(values).toHaveLength(product.dimensions.length)
      values.forEach((value, at) => expect(product.dimensions[at]?.values).toContain(value))
    }
    for (const [at, { values }] of product.dimensions.entries()) {
      expect(new Set(product.skus.map((sku) => sku.values[at]))).toEqual(new Set(values))
    }
  })

  test('names its cheapest choice first, whose market price lists show', () => {
    const prices = product.skus.map((sku) => sku.priceFen)
    expect(prices[0]).toBe(Math.min(...prices))
  })

  test('asks less than the market where it names the market', () => {
    for (const { priceFen, marketFen } of product.skus) {
      expect(marketFen ?? Infinity).toBeGreaterThan(priceFen)
    }
  })
})

describe('what the shop and its customers say', () => {
  test('of freight is what the table says', () => {
    const said = faq.find(({ question }) => question === '运费怎么算')?.answer ?? ''
    for (const zone of freight.filter(({ isServed }) => isServed)) {
      expect(said).toContain(`${zone.firstFen / 100} 元`)
      expect(said).toContain(`满 ${(zone.freeFromFen ?? 0) / 100} 元包邮`)
    }
  })

  test('of points is what the programme says', () => {
    const program = defaultProgram
    const said = faq.find(({ question }) => question === '积分怎么用')?.answer ?? ''
    expect(said).toContain(`${program.spendPointsPerYuan} 积分抵 1 元`)
    expect(program.spendPointsPercentMax).toBe(50)
    expect(said).toContain('最多抵商品金额的一半')
    expect(said).toContain(POINTS_ARRIVAL)
  })

  test('of cards names a service that products have, at its price', () => {
    const cards = products.flatMap(({ services }) => services.filter(({ id }) => id === 'card'))
    const said = faq.find(({ question }) => question === '有礼盒吗')?.answer ?? ''
    for (const { name, priceFen } of cards) {
      expect(said).toContain(`「${name}」`)
      expect(said).toContain(`${priceFen / 100} 元`)
    }
    expect(
      products.filter(({ skus }) => JSON.stringify(skus).includes('礼盒')).length,
    ).toBeGreaterThan(2)
  })

  test('in reviews is about products that there are, and fits no others', () => {
    for (const { about } of REVIEWS) {
      expect(products.filter(({ id }) => isAbout(about, id)).length).toBeGreaterThan(2)
    }
    const ice = REVIEWS.find(({ text }) => text.includes('冰袋'))
    expect(isAbout(ice?.about, 'cherries')).toBe(true)
    expect(isAbout(ice?.about, 'wool-scarf')).toBe(false)
    const eaten = REVIEWS.filter(({ text }) => /味道|尝|泡|超市|颗/.test(text))
    expect(eaten.filter(({ about }) => isAbout(about, 'wool-scarf'))).toEqual([])
  })

  test('in tickets names products that there are', () => {
    const known = new Set(products.map(({ id }) => id))
    const asked = conversations.flatMap(({ productId }) => productId ?? [])
    expect(asked.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('the words', () => {
  test('do not shout', () => {
    expect(words.filter((text) => /[!！]/.test(text))).toEqual([])
  })

  test('of the banner keep to the stock: 200 tins', () => {
    const product = products.find(({ id }) => id === homeContent.banners[0]?.link.id)
    const pieces = product?.skus.reduce((sum, sku) => sum + sku.openingStock, 0)
    expect(homeContent.banners[0]?.title).toContain(`${pieces} 罐`)
  })

  test.each(homeContent.hotWords)('people look for %s, and find it', (word) => {
    const found = products.filter((product) => {
      const tokens = indexTokens([product.title, product.subtitle, ...product.keywords].join(' '))
      return queryTokens(word).every((token) => tokens.includes(token))
    })
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('the personas', () => {
  test('are customers and one merchant, whose openids hold letters', () => {
    expect(personas[0]?.openid).toBe('oDemo-linwan')
    expect(personas.filter(({ role }) => role === 'merchant')).toHaveLength(1)
    expect(new Set(personas.map(({ openid }) => openid)).size).toBe(personas.length)
    for (const { openid } of personas) expect(openid).toMatch(/^oDemo-[a-z]+$/)
  })
})

describe('the pictures', () => {
  test('are those that documents refer to, and no others', () => {
    expect(Object.keys(PICTURES).sort()).toEqual(usedPictures())
  })

  test('are copied by the build, and what is no longer used goes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'pictures-'))
    writeFileSync(join(dir, 'gone.webp'), '')
    const { names, bytes } = buildPictures(dir)
    const files = usedPictures().map((name) => `${name}.webp`)
    expect(readdirSync(dir).sort()).toEqual(['LICENSE.txt', ...files].sort())
    for (const file of files) expect(statSync(join(dir, file)).size).toBeGreaterThan(1_000)
    expect(names).toHaveLength(files.length)
    expect(bytes).toBeLessThan(400 * 1024)
    expect(buildPictures(dir).copied).toBe(0)
    rmSync(dir, { recursive: true })
    expect(existsSync(dir)).toBe(false)
  })
})
