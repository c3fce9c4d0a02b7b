import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkBooks, RULES } from '@local/books/check-books'
import { type FolderBooks, readFolder } from '@local/books/read-folder'
import { openShop } from '../builders/shop'
import { liveAWeek } from './story'

/** A shop whose week is over is balanced, and every rule finds the one thing that is damaged. */

const ROOT = resolve(__dirname, '../..')
const SCRIPT = join(ROOT, 'cloudfunctions/local/books/main.ts')

let folder: string
let books: FolderBooks
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'books-'))
  const shop = await openShop({ dataDir: folder })
  await liveAWeek(shop)
  await shop.close()
  books = await readFolder(folder)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// biome-ignore lint/suspicious/noExplicitAny: a test damages documents of every type.
type Doc = any
type Damage = {
  rule: string
  collection: string
  of?: (one: Doc) => boolean
  to: (one: Doc) => void
}

/** The books with one document damaged. */
function damaged({ collection, of = () => true, to }: Damage) {
  const stored = structuredClone(new Map(books.stored)) as Map<string, Doc[]>
  const hit = stored.get(collection)?.find(of)
  if (!hit) throw new Error(`the story has no such document in ${collection}`)
  to(hit)
  return stored
}

const removed = ({ collection, of = () => true }: Pick<Damage, 'collection' | 'of'>) => {
  const stored = structuredClone(new Map(books.stored)) as Map<string, Doc[]>
  const all = stored.get(collection) ?? []
  const hit = all.find(of)
  if (!hit) throw new Error(`the story has no such document in ${collection}`)
  stored.set(
    collection,
    all.filter((one) => one !== hit),
  )
  return { stored, id: hit._id as string }
}

const brokenBy = (stored: Map<string, Doc[]>, rule: string) =>
  checkBooks(stored, books.now).broken.filter((one) => one.rule === rule)

const isPaid = (order: Doc) => order.paidAt !== null && order.uses.grantId !== null
const isUnpaid = (order: Doc) => order.state === 'awaitingPayment' && order.uses.grantId !== null
const isKind = (kind: string) => (one: Doc) => one.kind === kind

/** One damage for every rule; some rules have several ways to be broken. */
const DAMAGES: Damage[] = [
  { rule: 'stock-ledger', collection: 'skus', to: (sku) => (sku.available += 1) },
  { rule: 'stock-ledger', collection: 'skus', to: (sku) => (sku.openingStock += 1) },
  { rule: 'stock-movements', collection: 'stockMovements', to: (one) => (one.skuId = 'none') },
  {
    rule: 'stock-movements',
    collection: 'stockMovements',
    of: isKind('sale'),
    to: (one) => Object.assign(one, { state: 'booked', at: 0 }),
  },
  { rule: 'stock-sold', collection: 'skus', to: (sku) => (sku.sold += 1) },
  {
    rule: 'stock-sales',
    collection: 'stockMovements',
    of: isKind('sale'),
    to: (one) => (one.quantity -= 1),
  },
  {
    rule: 'stock-holds',
    collection: 'skus',
    of: ({ heldPieces }) => heldPieces > 0,
    to: (sku) => (sku.heldPieces += 1),
  },
  {
    rule: 'stock-holds',
    collection: 'orders',
    of: isUnpaid,
    to: (order) => (order.state = 'closed'),
  },
  {
    rule: 'promotion-holds',
    collection: 'activityStock',
    to: (one) => (one.holds = {}),
  },
  { rule: 'promotion-stock', collection: 'activityStock', to: (one) => (one.available += 1) },
  { rule: 'promotion-stock', collection: 'activityStock', to: (one) => (one.sold += 1) },
  {
    rule: 'stock-returns',
    collection: 'stockMovements',
    of: isKind('sale'),
    to: (one) => Object.assign(one, { kind: 'return', quantity: 99 }),
  },
  { rule: 'order-money', collection: 'orders', of: isPaid, to: (one) => (one.quote.totalFen += 1) },
  {
    rule: 'order-money',
    collection: 'orders',
    of: isPaid,
    to: (one) => (one.quote.adjustments[0].shares[0].fen += 1),
  },
  {
    rule: 'order-lines',
    collection: 'orders',
    of: isPaid,
    to: (one) => (one.lines[0].shipped += 1),
  },
  {
    rule: 'order-refunded',
    collection: 'orders',
    of: isPaid,
    to: (one) => (one.refundedFen = one.quote.totalFen + 1),
  },
  {
    rule: 'order-refunded',
    collection: 'orders',
    of: isUnpaid,
    to: (one) => (one.refundedFen = 1),
  },
  { rule: 'order-uses', collection: 'orders', to: (one) => (one.memberId = 'nobody') },
  { rule: 'order-states', collection: 'orders', of: isUnpaid, to: (one) => (one.dueAt = null) },
  {
    rule: 'order-states',
    collection: 'orders',
    of: ({ state }) => state === 'closed',
    to: (one) => (one.closeReason = null),
  },
  {
    rule: 'order-reviews',
    collection: 'orders',
    of: ({ reviewed }) => reviewed !== undefined,
    to: (one) => (one.reviewed = {}),
  },
  {
    rule: 'after-sale-orders',
    collection: 'afterSales',
    of: ({ state }) => state === 'done',
    to: (one) => (one.refundFen += 1),
  },
  {
    rule: 'after-sale-orders',
    collection: 'afterSales',
    of: ({ state }) => state === 'requested',
    to: (one) => (one.lines[0].quantity += 1),
  },
  {
    rule: 'after-sale-messages',
    collection: 'outbox',
    of: isKind('refund'),
    to: (one) => (one.fen += 1),
  },
  {
    rule: 'after-sale-states',
    collection: 'afterSales',
    of: ({ state }) => state === 'done',
    to: (one) => (one.finishedAt = null),
  },
  {
    rule: 'points-balance',
    collection: 'members',
    of: ({ points }) => points.available !== 0,
    to: (one) => (one.points.available += 1),
  },
  {
    rule: 'points-transfers',
    collection: 'pointsLedger',
    of: isKind('earn'),
    to: (one) => (one.orderId = 'none'),
  },
  {
    rule: 'points-transfers',
    collection: 'pointsLedger',
    of: isKind('clawback'),
    to: (one) => (one.pending -= 1),
  },
  {
    rule: 'growth',
    collection: 'members',
    of: ({ tier }) => tier.growth > 0,
    to: (one) => (one.tier.growth += 1),
  },
  { rule: 'coupon-counts', collection: 'coupons', to: (one) => (one.remaining += 1) },
  { rule: 'coupon-counts', collection: 'coupons', to: (one) => (one.used += 1) },
  {
    rule: 'coupon-grants',
    collection: 'couponGrants',
    of: ({ state }) => state === 'locked',
    to: (one) => (one.orderId = 'none'),
  },
  {
    rule: 'coupon-orders',
    collection: 'couponGrants',
    of: ({ state }) => state === 'used',
    to: (one) => Object.assign(one, { state: 'unused', orderId: null }),
  },
  { rule: 'product-sold', collection: 'products', to: (one) => (one.sold += 1) },
  {
    rule: 'product-rating',
    collection: 'products',
    of: ({ rating }) => rating.count > 0,
    to: (one) => (one.rating.sum += 1),
  },
  { rule: 'review-reports', collection: 'reviews', to: (one) => (one.reports.ad = 9) },
  { rule: 'purchase-counters', collection: 'tallies', to: (one) => (one.products.tea += 1) },
  { rule: 'purchase-counters', collection: 'tallies', to: (one) => (one.promotions = {}) },
  {
    rule: 'member-facts',
    collection: 'members',
    of: ({ facts }) => facts.keptOrders > 0,
    to: (one) => (one.facts.keptOrders -= 1),
  },
  {
    rule: 'member-carts',
    collection: 'members',
    of: ({ facts }) => facts.cartLines > 0,
    to: (one) => (one.facts.cartLines = 0),
  },
  { rule: 'member-owners', collection: 'consents', to: (one) => (one.memberId = 'nobody') },
  {
    rule: 'member-tiers',
    collection: 'members',
    of: ({ tier }) => tier.growth === 0,
    to: (one) => (one.tier.tier = 'black'),
  },
  {
    rule: 'outbox',
    collection: 'outbox',
    to: (one) => Object.assign(one, { state: 'due', dueAt: 0 }),
  },
  { rule: 'review-states', collection: 'reviews', to: (one) => (one.state = 'hidden') },
  { rule: 'question-states', collection: 'questions', to: (one) => (one.state = 'public') },
  { rule: 'ticket-states', collection: 'tickets', to: (one) => (one.dueAt = null) },
  { rule: 'promotions-compiled', collection: 'promotions', to: (one) => (one.title = '别的') },
]

it('of a week in which everything happened, the books are balanced', () => {
  const { broken, documents } = checkBooks(books.stored, books.now)
  expect(broken).toEqual([])
  expect(documents).toBeGreaterThan(80)
})

it('every rule has a damage that breaks it', () => {
  expect(new Set(DAMAGES.map(({ rule }) => rule))).toEqual(new Set(RULES.map(({ name }) => name)))
})

it.each(DAMAGES.map((damage) => [damage.rule, String(damage.to), damage] as const))(
  '%s finds %s',
  (rule, _what, damage) => {
    expect(brokenBy(damaged(damage), rule)).not.toEqual([])
  },
)

it.each([
  ['stock-sales', 'stockMovements', isKind('sale')],
  ['points-transfers', 'pointsLedger', isKind('earn')],
  ['coupon-counts', 'couponGrants', () => true],
  ['product-rating', 'reviews', () => true],
  ['after-sale-messages', 'outbox', isKind('refund')],
  ['purchase-counters', 'tallies', () => true],
  ['order-uses', 'members', () => true],
] as const)('%s misses what is gone from %s', (rule, collection, of) => {
  expect(brokenBy(removed({ collection, of }).stored, rule)).not.toEqual([])
})

it('a finding names the document, what it should be and what it is', () => {
  const stored = damaged({
    rule: 'product-sold',
    collection: 'products',
    of: ({ _id }) => _id === 'tea',
    to: (one) => (one.sold = 7),
  })
  expect(brokenBy(stored, 'product-sold')).toEqual([
    { rule: 'product-sold', id: 'tea', expected: 4, found: 7 },
  ])
})

describe('the command', () => {
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const command = ['--import', 'tsx', SCRIPT, ...args]
      execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
        done({ code: Number(error?.code ?? 0), out, err }),
      )
    })
  const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const bytesIn = (dir: string) =>
    Object.fromEntries(
      readdirSync(dir, { withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => [name, digestOf(readFileSync(join(dir, name)))]),
    )

  it('reads a folder as it is and writes nothing', async () => {
    const before = bytesIn(folder)
    const { code, out } = await run(folder, '--json')
    expect(JSON.parse(out)).toMatchObject({ rules: RULES.length, broken: [] })
    expect(code).toBe(0)
    expect(bytesIn(folder)).toEqual(before)
  })

  it.each([
    ['a folder that is not there', () => join(folder, 'none'), /There is no folder/],
    ['a file', () => join(folder, 'secrets.json'), /is not a folder/],
    ['a folder without a shop', () => mkdtempSync(join(tmpdir(), 'empty-')), /has no shop in it/],
    [
      'a database of something else',
      () => {
        const other = mkdtempSync(join(tmpdir(), 'other-'))
        writeFileSync(join(other, 'database.db'), 'not a database, but long enough to be opened')
        return other
      },
      /is no database of this shop/,
    ],
  ])('refuses %s in one sentence', async (_what, where, sentence) => {
    const { code, out, err } = await run(where())
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
