import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { saveCategoryInput, saveProductInput } from '@core/contract/products'
import { indexTokens, queryTokens } from '@core/domain/search-tokens'
import { categories, products } from '@local/demo/catalogue'
import { homeContent } from '@local/demo/home-content'
import { personas } from '@local/demo/personas'
import { PICTURES } from '@local/demo/pictures'
import { usedPictures } from '@local/demo/used-pictures'
import { buildPictures } from '../../config/pictures'

const words = [
  ...personas.flatMap(({ name, note }) => [name, note]),
  ...Object.values(homeContent.banner),
  ...products.flatMap((product) => [
    product.title,
    product.subtitle,
    product.description,
    ...product.keywords,
    ...product.attributes.map(({ value }) => value),
  ]),
]

describe('the shelves of the demo shop', () => {
  test.each(categories.map((one) => [one.name, one] as const))('%s can be saved', (_, one) => {
    expect(v.safeParse(saveCategoryInput, one).issues).toBeUndefined()
    expect(products.filter((product) => product.categoryId === one.id).length).toBeGreaterThan(4)
  })

  test('are six with about forty products', () => {
    expect(categories).toHaveLength(6)
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

describe.each(products.map((one) => [one.title, one] as const))('%s', (_, product) => {
  test('can be saved', () => {
    expect(v.safeParse(saveProductInput, product).issues).toBeUndefined()
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

describe('the words', () => {
  test('do not shout', () => {
    expect(words.filter((text) => /[!！]/.test(text))).toEqual([])
  })

  test('of the banner keep to the stock: 200 tins', () => {
    const product = products.find(({ id }) => id === homeContent.banner.productId)
    const pieces = product?.skus.reduce((sum, sku) => sum + sku.openingStock, 0)
    expect(homeContent.banner.title).toContain(`${pieces} 罐`)
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
