import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AdminContract } from '@core/contract'
import type { MemberRow } from '@core/contract/customers'
import type { SkuDocument } from '@core/data/stock/documents'
import { RECENCIES, STAGES, TIERS } from '@core/domain/members/sections'
import { COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import { products, upcomingProduct } from '@local/demo/catalog'
import { OWNER_OPENID, personas } from '@local/demo/personas'
import { demoStart, seedDemo } from '@local/demo/seed'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud } from '@local/devcloud-types'

/** The seed simulates fourteen months: minutes, and many of them when both cores are busy. */
const SEED_MS = 1_800_000
/** A page has twenty rows; sixty customers, and the ledger of the busiest, fit in this many. */
const PAGES_MAX = 10

const folder = mkdtempSync(join(tmpdir(), 'demo-'))
let devcloud: Devcloud
let rows: MemberRow[]

const admin = async <K extends keyof AdminContract & string>(
  operation: K,
  input: AdminContract[K]['input'],
) => {
  const answer = (await devcloud.invoke('admin', { operation, input }, OWNER_OPENID)) as {
    ok: boolean
    value: AdminContract[K]['output']
  }
  expect(answer).toMatchObject({ ok: true })
  return answer.value
}

type PageOf<T> = { items: T[]; next: string | null }
const allOf = async <T>(page: (cursor: string | undefined) => Promise<PageOf<T>>) => {
  const items: T[] = []
  let cursor: string | undefined
  for (let read = 0; read < PAGES_MAX; read += 1) {
    const { items: more, next } = await page(cursor)
    items.push(...more)
    if (next === null) return items
    cursor = next
  }
  throw new Error('the list does not end')
}
const rowOf = (name: string) => rows.find((row) => row.name === name)

beforeAll(async () => {
  const clock = { start: demoStart(Date.now()) }
  devcloud = await startDevcloud({ dataDir: folder, personas, clock, isTicking: false })
  const shares: number[] = []
  await seedDemo(devcloud, (done, total) => shares.push(done / total))
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  rows = await allOf((cursor) => admin('members.list', { cursor }))
}, SEED_MS)

afterAll(async () => {
  await devcloud.close()
  rmSync(folder, { recursive: true })
})

describe('the demo shop, when its fourteen months have passed', () => {
  test('stands at the real present', () => {
    expect(Math.abs(devcloud.clock.now() - Date.now())).toBeLessThan(5_000)
  })

  test('has sixty customers, most of them members', async () => {
    expect(rows).toHaveLength(60)
    expect(rows.filter((row) => row.isMember)).toHaveLength(49)
    const board = await admin('lifecycle.board', {})
    expect(board).toMatchObject({ total: 60, members: 49 })
  })

  test.each(STAGES.filter((stage) => stage !== 'advocate'))('has customers who are %s', (stage) => {
    expect(rows.filter((row) => row.stage === stage).length).toBeGreaterThanOrEqual(10)
  })

  test('has no advocate, since referrals are not rewarded yet', () => {
    expect(rows.filter((row) => row.stage === 'advocate')).toEqual([])
  })

  test.each(RECENCIES)('has customers who are %s', (recency) => {
    expect(rows.filter((row) => row.recency === recency).length).toBeGreaterThanOrEqual(5)
  })

  test.each(TIERS)('has members of tier %s', (tier) => {
    expect(rows.filter((row) => row.isMember && row.tier === tier).length).toBeGreaterThan(2)
  })

  test.each([
    ['林晚', { stage: 'loyal', recency: 'active', tier: 'gold' }],
    ['赵青', { stage: 'loyal', recency: 'active', tier: 'black' }],
    ['小满', { stage: 'interested', recency: 'new', tier: 'basic' }],
    ['周乔', { stage: 'interested', recency: 'new', keptOrders: 0 }],
    ['陈屿', { stage: 'loyal', recency: 'silent' }],
    ['沈禾', { stage: 'buyer', recency: 'lost', keptOrders: 1 }],
    ['何川', { stage: 'loyal', recency: 'active' }],
  ])('shows %s as the persona switch promises', (name, standing) => {
    expect(rowOf(name)).toMatchObject(standing)
  })

  test('remembers that one who was lost came back', async () => {
    const memberId = rowOf('何川')?.id ?? ''
    const { lifecycle } = await admin('members.show', { memberId })
    expect(lifecycle).toMatchObject({ lostOn: null, wonBackOn: expect.stringMatching(/^\d{4}-/) })
    const turns = await allOf((cursor) => admin('members.history', { memberId, cursor }))
    const kinds = turns.flatMap((row) => row.transitions.map((turn) => turn.kind))
    expect(kinds).toContain('winBack')
  })

  test('has an order that waits for its payment, and orders on their way', async () => {
    const waiting = await admin('orders.list', { state: 'awaitingPayment' })
    expect(waiting.items.map((order) => order.memberName)).toEqual(['周乔'])
    expect(waiting.items[0]?.dueAt).toBeGreaterThan(Date.now())
    for (const state of ['paid', 'shipped', 'received', 'closed'] as const) {
      expect((await admin('orders.list', { state })).items.length).toBeGreaterThan(0)
    }
  })

  test('has ledgers whose sums are the balances', async () => {
    for (const { id: memberId } of rows) {
      const ledger = await allOf((cursor) => admin('members.points', { memberId, cursor }))
      const { points } = await admin('members.show', { memberId })
      expect({
        available: ledger.reduce((sum, row) => sum + row.available, 0),
        pending: ledger.reduce((sum, row) => sum + row.pending, 0),
        held: ledger.reduce((sum, row) => sum + row.held, 0),
      }).toEqual(points)
    }
  })

  test('is known under its own name', async () => {
    const call = { operation: 'home.show', input: {} }
    const home = await devcloud.invoke('shop', call, 'oDemo-newcomer')
    expect(home).toMatchObject({ ok: true, value: { shopName: '山野小铺', greeting: null } })
    const { categories } = (home as { value: { categories: { parentId: string | null }[] } }).value
    expect(categories.filter(({ parentId }) => parentId === null)).toHaveLength(6)
  })
})

test('what is in stock, held and sold is what the shop opened with', async () => {
  await devcloud.close()
  const file = join(folder, 'database.db')
  const clock = { now: () => Date.now() }
  const store = openStore({ file, clock, collections: COLLECTIONS })
  const found = store.find('skus', { condition: {}, limit: 1_000 })
  const skus = found.map((one) => one.document as unknown as SkuDocument)
  store.close()
  const sold = [...products, upcomingProduct('2026-03-04')]
  expect(skus).toHaveLength(sold.flatMap((product) => product.skus).length)
  for (const sku of skus) {
    const held = Object.values(sku.holds ?? {}).reduce((sum, hold) => sum + hold.n, 0)
    expect(held).toBe(sku.heldPieces)
    expect(sku.available + held + sku.sold).toBe(sku.openingStock)
  }
  expect(skus.reduce((sum, sku) => sum + sku.heldPieces, 0)).toBeGreaterThan(0)
  expect(skus.reduce((sum, sku) => sum + sku.sold, 0)).toBeGreaterThan(300)
})
