import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { checkBooks, RULES } from '@local/books/check-books'
import { type FolderBooks, readFolder } from '@local/books/read-folder'
import { openShop } from '../builders/shop'
import { DAMAGES, type Damage, type Doc, isKind } from './damages'
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
