import { draftProduct } from '../builders/catalog'
import { must, openShop, refused, type TestShop } from '../builders/shop'
import { receives, reviews, wordOn } from '../builders/voice'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

const call = (operation: string, input: unknown, name: 'shop' | 'admin' = 'shop') =>
  shop.devcloud.invoke(name, { operation, input }, name === 'admin' ? 'oTest-owner' : 'oTest-rude')

describe.each(NAMES)('the id %s is refused', (id) => {
  it('by the staff’s forms', async () => {
    const product = draftProduct({ id: 'plain' })
    const [sku] = product.skus
    const field = { label: '刻字', kind: 'text', choices: [], maxLength: 5, isRequired: true }
    const category = { id, name: '茶', picture: 'tea', sort: 1, parentId: null }
    for (const [operation, input, at] of [
      ['products.save', { ...product, id }, 'id'],
      ['products.save', { ...product, skus: [{ ...sku, id }] }, 'skus.0.id'],
      ['products.save', { ...product, fields: [{ id, ...field }] }, 'fields.0.id'],
      ['categories.save', category, 'id'],
    ] as const) {
      expect(await call(operation, input, 'admin')).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT', field: at },
      })
    }
  })

  it('by the customers’ operations', async () => {
    for (const [operation, input] of [
      ['catalog.product', { productId: id }],
      ['catalog.favourite', { productId: id, isFavourite: true }],
      ['orders.show', { orderId: id }],
      ['orders.quote', { lines: [{ skuId: id, quantity: 1 }] }],
      ['coupons.claim', { couponId: id }],
      ['reviews.list', { productId: id }],
    ] as const) {
      expect(await call(operation, input)).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT' },
      })
    }
  })

  it('as a field of a line, and not left out without a word', async () => {
    const options = JSON.parse(`{"fields":{"${id}":"x"},"services":[]}`) as object
    const input = { lines: [{ skuId: 'tea:1', quantity: 1, options }] }
    expect(await call('orders.quote', input)).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', field: expect.stringMatching(/^lines\.0\.options\.fields/) },
    })
  })
})

it('an order may not be called like a method that every object has', async () => {
  const buyer = shop.customer('methodical')
  const draft = await buyer.draft([{ skuId: 'tea:1', quantity: 1 }])
  const named = { ...draft, orderId: 'propertyIsEnumerable' }
  expect(refused(await buyer.call('orders.place', named))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'orderId',
  })
})

describe('deeply nested JSON', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  const send = async (path: string, body: string) => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': 'oTest-deep' }
    const reply = await fetch(`${shop.devcloud.url}${path}`, { method: 'POST', headers, body })
    return reply.status
  }

  it.each([33, 1_000, 10_000, 49_000])('of %i levels is a 400 over HTTP', async (levels) => {
    const input = nested(levels)
    for (const operation of ['catalog.search', 'events.record', 'nothing']) {
      const body = `{"operation":"${operation}","input":{"word":${input}}}`
      expect(await send('/functions/shop', body)).toBe(400)
    }
    expect(await send('/functions/shop', `{"operation":${input}}`)).toBe(400)
    expect(await send('/functions/shop', input)).toBe(400)
    expect(await send('/functions/admin', `{"operation":"program.save","input":${input}}`)).toBe(
      400,
    )
    if (levels < 8_000) expect(await send('/devcloud/bills', `{"alter":${input}}`)).toBe(400)
    expect(await send('/http/payment-notify', input)).toBe(400)
  })

  it.each([33, 400])('of %i levels is invalid input in a function', async (levels) => {
    const word = JSON.parse(nested(levels)) as unknown
    expect(await call('catalog.search', { word })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', field: '' },
    })
    const values = { x: word }
    expect(await call('program.save', values, 'admin')).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT', field: '' },
    })
  })

  it('that nothing can write is refused before the function', async () => {
    const word = JSON.parse(nested(100_000)) as unknown
    await expect(call('catalog.search', { word })).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    expect(await call('catalog.search', { word: '茶' })).toMatchObject({ ok: true })
  })
})

describe('what strangers see of a review', () => {
  it('says nothing of its order, neither id nor cursor', async () => {
    const written = []
    for (let at = 0; at < 21; at += 1) {
      const author = shop.customer(`author${at}`)
      const line = await receives(shop, author)
      written.push({ ...line, ...(await author.does('reviews.write', wordOn(line))) })
    }
    const reader = shop.customer('reader')
    const first = await reader.does('reviews.list', { productId: 'tea' })
    const page = await reader.does('catalog.product', { productId: 'tea' })
    const seen = JSON.stringify([first, page.reviews])
    const decoded = [...seen.matchAll(/[\w-]{20,}/g)].map(([code]) =>
      Buffer.from(code, 'base64url').toString('latin1'),
    )
    for (const { orderId } of written) {
      expect(seen).not.toContain(orderId)
      expect(decoded.join()).not.toContain(orderId)
    }
    expect(first.next).not.toBeNull()
    const cursor = first.next ?? ''
    const second = await reader.does('reviews.list', { productId: 'tea', cursor })
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids)).toEqual(new Set(written.map(({ id }) => id)))
    expect(ids).toHaveLength(written.length)
  })

  it('is its id for reports and for the staff, and no invented one is', async () => {
    const author = shop.customer('named')
    const { id } = await reviews(shop, author)
    const reader = shop.customer('reader')
    const report = (reviewId: string) =>
      reader.call('reviews.report', { reviewId, reason: 'ad' as const })
    expect(must(await report(id))).toEqual({ isReported: true })
    const { orders } = { orders: (await author.does('orders.list', {})).items }
    for (const invented of [`${orders[0]?.id}:tea:1`, `${id.slice(0, -2)}AA`, 'AAAA', 'no:such']) {
      expect(refused(await report(invented))).toEqual({ code: 'NOT_FOUND' })
    }
    expect(must(await shop.admin('reviews.reply', { reviewId: id, text: '谢谢' })).id).toBe(id)
  })
})

describe('a name', () => {
  const consent = { version: '2026-11-01', purposes: ['membership' as const] }
  const refusal = { ok: false, error: { code: 'TEXT_REFUSED', field: 'nickname' } }

  it('that WeChat does not allow is refused when joining, as when changing it', async () => {
    const member = shop.customer('named-badly')
    expect(await member.call('members.join', { consent, nickname: '色情茶庄' })).toEqual(refusal)
    expect(await member.does('members.me', {})).toMatchObject({ isMember: false, nickname: '' })
    await member.does('members.join', { consent, nickname: '茶庄' })
    expect(await member.call('members.update', { nickname: '色情茶庄' })).toEqual(refusal)
    expect(await member.does('members.me', {})).toMatchObject({ nickname: '茶庄' })
  })

  it('may be left out when joining', async () => {
    const member = await shop.customer('nameless').does('members.join', { consent })
    expect(member).toMatchObject({ isMember: true, nickname: '' })
  })
})
