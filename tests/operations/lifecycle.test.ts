import type { Recency, Stage } from '@core/domain/members/sections'
import { must, openShop, type TestShop } from '../builders/shop'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

let minted = 0
const view = () => {
  minted += 1
  const id = `look${String(minted).padStart(16, '0')}`
  return { id, kind: 'view' as const, at: shop.devcloud.clock.now(), productId: 'tea' }
}

async function pageOf(name: string) {
  const { items } = must(await shop.admin('members.list', { word: name }))
  return must(await shop.admin('members.show', { memberId: items[0]!.id }))
}

const at = async (name: string): Promise<[Stage, Recency]> => {
  const { lifecycle } = await pageOf(name)
  return [lifecycle.stage, lifecycle.recency]
}

it('S0-01 a customer advances 认知 → 兴趣 → 购买 → 忠诚, each with date and reason', async () => {
  const lin = shop.customer('lin')
  await lin.join('林晚')
  expect(await at('林晚')).toEqual(['aware', 'new'])
  await lin.does('events.record', { events: [view(), view()] })
  expect(await at('林晚')).toEqual(['aware', 'new'])
  await shop.devcloud.clock.advance({ days: 1 })
  await lin.does('events.record', { events: [view()] })
  expect(await at('林晚')).toEqual(['interested', 'new'])
  await lin.buys()
  expect(await at('林晚')).toEqual(['buyer', 'active'])
  for (const days of [10, 10]) {
    await shop.devcloud.clock.advance({ days })
    await lin.buys()
  }
  const { lifecycle, history } = await pageOf('林晚')
  expect(lifecycle).toMatchObject({
    stage: 'loyal',
    stageReason: { code: 'LOYAL_ORDERS', days: 3, needed: 3, windowDays: 365 },
    stageSince: shop.devcloud.clock.now(),
  })
  const turns = history.items.flatMap((row) =>
    row.transitions.flatMap((turn) => (turn.kind === 'stage' ? [[turn.from, turn.to]] : [])),
  )
  expect(turns.reverse()).toEqual([
    [null, 'aware'],
    ['aware', 'interested'],
    ['interested', 'buyer'],
    ['buyer', 'loyal'],
  ])
})

it('S3-11 the sweep makes an inactive customer silent, then lost; an order wins back', async () => {
  const mo = shop.customer('mo')
  await mo.join('莫言')
  await mo.buys()
  const { reviewOn } = await pageOf('莫言')
  expect(reviewOn).toBeTruthy()
  await shop.devcloud.clock.set(`${reviewOn}T00:30:00+08:00`)
  expect(await at('莫言')).toEqual(['buyer', 'active'])
  await shop.devcloud.clock.set(`${reviewOn}T05:00:00+08:00`)
  expect(await at('莫言')).toEqual(['buyer', 'silent'])
  await shop.devcloud.clock.advance({ days: 70 })
  expect(await at('莫言')).toEqual(['buyer', 'lost'])
  await mo.does('events.record', { events: [view()] })
  expect(await at('莫言')).toEqual(['buyer', 'active'])
  expect((await pageOf('莫言')).lifecycle.wonBackOn).toBeNull()
  await mo.buys()
  const { lifecycle, history } = await pageOf('莫言')
  expect(lifecycle).toMatchObject({ recency: 'active', lostOn: null })
  expect(lifecycle.wonBackOn).not.toBeNull()
  const wins = history.items.filter((row) =>
    row.transitions.some((turn) => turn.kind === 'winBack'),
  )
  expect(wins).toHaveLength(1)
})

it('a second sweep of the same night changes nothing', async () => {
  const an = shop.customer('an')
  await an.join('安然')
  await shop.devcloud.clock.advance({ days: 40 })
  const { id } = await pageOf('安然')
  const history = async () => must(await shop.admin('members.history', { memberId: id })).items
  const before = await history()
  expect(before.some((row) => row.kind === 'review')).toBe(true)
  await shop.devcloud.fireTimer('sweep-members')
  await shop.devcloud.fireTimer('sweep-members')
  expect(await history()).toEqual(before)
})

it('the dashboard counts every customer once, by stage and by recency', async () => {
  await shop.customer('guest').places()
  const board = must(await shop.admin('lifecycle.board', {}))
  const { total, members, stages, recencies: recencies, tiers } = board
  expect(members).toBe(total - 1)
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((all, count) => all + count, 0)
  expect([sum(stages), sum(recencies), sum(tiers)]).toEqual([total, total, total])
  const listed = must(await shop.admin('members.list', { stage: 'buyer' })).items
  expect(listed).toHaveLength(stages.buyer)
  expect(listed.every((row) => row.stage === 'buyer')).toBe(true)
})
