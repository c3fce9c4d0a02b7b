import { must, openShop, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

describe('S0-25 a card of a review', () => {
  const event = (n: number, fields: object) => ({
    id: `arrival${String(n).padStart(13, '0')}`,
    kind: 'arrive' as const,
    at: shop.devcloud.clock.now(),
    productId: 'tea',
    ...fields,
  })

  it('carries a code of its sharer that is no openid; visits through it are recorded', async () => {
    const sharer = shop.customer('sharer')
    await sharer.join('佘尔')
    const { memberCode } = await sharer.does('reviews.list', { productId: 'tea' })
    expect(memberCode).toMatch(/^[\w-]{22}$/)
    expect(memberCode).not.toContain('oTest')
    const page = await sharer.does('catalog.product', { productId: 'tea' })
    expect(page.memberCode).toBe(memberCode)

    const friend = shop.customer('friend')
    await friend.join('朋友')
    const { items } = must(await shop.admin('members.list', { word: '朋友' }))
    const arrivals = [
      event(1, { sharer: memberCode }),
      event(2, { sharer: 'A'.repeat(22) }),
      event(3, {}),
    ]
    expect(await friend.does('events.record', { events: arrivals })).toEqual({ recorded: 1 })
    const { timeline } = must(await shop.admin('members.show', { memberId: items[0]!.id }))
    expect(timeline.items.filter((row) => row.kind === 'arrive')).toHaveLength(1)
  })

  it('records nothing for one’s own card, nor without consent', async () => {
    const sharer = shop.customer('sharer')
    const { memberCode } = await sharer.does('reviews.list', { productId: 'tea' })
    const events = [event(4, { sharer: memberCode })]
    expect(await sharer.does('events.record', { events })).toEqual({ recorded: 0 })
    const shy = shop.customer('shy')
    const consent = { version: '2026-11-01', purposes: ['membership' as const] }
    await shy.does('members.join', { consent })
    expect(await shy.does('events.record', { events })).toEqual({ recorded: 0 })
    expect(
      (await shop.customer('ghost').does('reviews.list', { productId: 'tea' })).memberCode,
    ).toBeNull()
  })
})
