import { MEMBERS_UPCASTS } from '@core/data/members/upcasts'
import { schemaVersionOf, stamped, upcast } from '@core/data/schemas'
import { ADDRESS, must, type TestShop } from '../builders/shop'
import { fixture, OLD_MEMBER, openOldShop } from './old-shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openOldShop()
}, 60_000)
afterAll(() => shop.close())

describe('documents of the previous release are read as they are written now', () => {
  it('the member on their own page', async () => {
    const me = await shop.customer('old').does('members.me', {})
    expect(me).toMatchObject({
      isMember: true,
      nickname: '旧友',
      tier: 'silver',
      growth: 458,
      points: { available: 400, pending: 58, held: 0 },
      cardNumber: '1000 0000 0000 0001',
      consent: { version: '2026-11-01', purposes: ['membership', 'insight'] },
    })
    expect(me.address).toMatchObject({ name: ADDRESS.name, street: ADDRESS.street })
  })

  it('the kinds of transfers in the points ledger', async () => {
    const { items } = await shop.customer('old').does('points.history', {})
    expect(items.map(({ id, kind }) => [id.split(':')[0], kind])).toEqual([
      ['claw', 'clawback'],
      ['earn', 'earn'],
      ['unhold', 'void'],
      ['hold', 'hold'],
      ['post', 'post'],
      ['earn', 'earn'],
    ])
  })

  it('recency and history on the staff’s page', async () => {
    const page = must(await shop.admin('members.show', { memberId: OLD_MEMBER }))
    expect(page.lifecycle).toEqual({
      stage: 'buyer',
      stageReason: { code: 'KEPT_ORDER', orders: 2 },
      stageSince: expect.any(Number),
      recency: 'lost',
      recencyReason: expect.objectContaining({ code: 'LAST_INTERACTION', gapDays: 10 }),
      recencySince: expect.any(Number),
      lostOn: '2026-02-01',
      wonBackOn: null,
    })
    const { items } = must(await shop.admin('members.timeline', { memberId: OLD_MEMBER }))
    const [latest] = items
    expect(latest).toMatchObject({
      kind: 'review',
      transitions: [{ kind: 'recency', from: 'silent', to: 'lost' }],
    })
    expect(latest).not.toHaveProperty('turns')
    expect(latest).not.toHaveProperty('schemaVersion')
  })

  it('an old member lives on: a favourite is an event like any other', async () => {
    await shop.customer('old').does('catalog.favourite', { productId: 'tea', isFavourite: true })
    const { lifecycle } = must(await shop.admin('members.show', { memberId: OLD_MEMBER }))
    expect(lifecycle).toMatchObject({ recency: 'active', lostOn: '2026-02-01' })
    const { address } = await shop.customer('old').does('members.me', {})
    expect(address).toMatchObject({ street: ADDRESS.street })
  })
})

describe('upcasts', () => {
  const [member] = fixture('old-members')

  it('lift to the version that this release writes, once', () => {
    const lifted = upcast(MEMBERS_UPCASTS, 'members', member as never)
    const again = upcast(MEMBERS_UPCASTS, 'members', stamped(MEMBERS_UPCASTS, 'members', lifted))
    expect(again).toEqual(lifted)
    expect(schemaVersionOf(MEMBERS_UPCASTS, 'members')).toBe(2)
  })

  it('leave collections without upcasts and documents of later releases alone', () => {
    const later = { _id: 'a', schemaVersion: 9, anything: 1 }
    expect(upcast(MEMBERS_UPCASTS, 'members', later)).toEqual({ _id: 'a', anything: 1 })
    expect(upcast(MEMBERS_UPCASTS, 'orders', { _id: 'a', x: 1 })).toEqual({ _id: 'a', x: 1 })
  })
})
