import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionName } from '@core/data/documents'
import { stamped } from '@core/data/schemas'
import { documentBytes, FIELD_BYTES, READ_BYTES_MAX, SMALL_BYTES } from '@core/data/sizes'
import { MINUTE_MS } from '@core/kernel/calendar'
import { APP, COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import type { Document } from '@local/database/values'
import { largestDocuments } from '../builders/full/documents'
import { SKUS_FULL } from '../builders/full/goods'
import { SHOP_INPUTS } from '../builders/full/shop-inputs'
import { staffInputs } from '../builders/full/staff-inputs'
import { orderId } from '../builders/full/words'
import { must, OWNER, openShop, START, type TestShop } from '../builders/shop'

/** A full shop fills its file, and answers, slowly on a busy machine. */
jest.setTimeout(300_000)

/** Runs of the sweep on a busy machine. */
const RUNS_MAX = 8

let dataDir: string
let shop: TestShop
/** The customer who has everything, and an ordinary order among the largest. */
let me: string
let ordinary: string

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'largest-'))
  shop = await openShop({ dataDir })
  const lin = shop.customer('lin')
  await lin.join()
  ordinary = (await lin.places('tea:1')).id
  me = must(await shop.admin('members.list', {})).items[0]?.id ?? ''
  await shop.close()
  const file = join(dataDir, 'database.db')
  const store = openStore({ file, clock: { now: () => START }, collections: COLLECTIONS })
  const full = largestDocuments(me)
  for (const [name, documents] of Object.entries(full)) {
    const collection = name as CollectionName
    const all = documents().map((one) =>
      stamped(APP.upcasts, collection, one),
    ) as unknown as Document[]
    // Of what customers have one of each, there may be one already.
    if (all.length < 10) for (const one of all) await store.put(collection, one)
    else await store.insert(collection, all)
  }
  store.close()
  // By now the ordinary order is due, and so are the largest.
  shop = await openShop({ dataDir, clock: { frozen: true, start: START + 31 * MINUTE_MS } })
})
afterAll(async () => {
  await shop.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('the largest documents', () => {
  const full = largestDocuments('m'.repeat(24))

  it('are known of every collection', () => {
    expect(Object.keys(full).sort()).toEqual(COLLECTIONS.map(({ name }) => name).sort())
  })

  it.each(COLLECTIONS.map((spec) => [spec.name, spec] as const))(
    'of %s are not larger than it declares, nor much smaller',
    (name, { size, growing = [] }) => {
      const documents = full[name as keyof typeof full]() as { _id: string }[]
      const ordinary = documents.filter(({ _id }) => size?.byId?.[_id] === undefined)
      const bytes = Math.max(0, ...ordinary.map((one) => documentBytes(one, growing)))
      const largest = size?.largest ?? SMALL_BYTES
      expect(bytes).toBeLessThanOrEqual(largest)
      // What declares no size is small, whatever it is.
      if (size && !size.byId && largest > 1_500) {
        expect(bytes).toBeGreaterThan(largest * 0.4)
      }
      const wrong = ordinary.flatMap((one) =>
        Object.entries(one).flatMap(([field, value]) => {
          const declared = size?.fields?.[field] ?? FIELD_BYTES
          const own = Buffer.byteLength(JSON.stringify({ [field]: value })) - 2
          return growing.includes(field) || !size || own <= declared || size.byId ? [] : [field]
        }),
      )
      expect([...new Set(wrong)]).toEqual([])
    },
  )
})

type Answer = { ok: boolean; error?: { code: string } }

/** What came of an operation; a rejection is one of the cloud's own. */
async function outcomeOf(name: string, operation: string, input: unknown): Promise<string> {
  const openid = name === 'admin' ? OWNER : shop.customer('lin').openid
  try {
    const answer = (await shop.devcloud.invoke(name, { operation, input }, openid)) as Answer
    return answer.ok ? 'ok' : (answer.error?.code ?? '?')
  } catch (error) {
    return `THREW ${String(error).slice(0, 200)}`
  }
}

const FAILURES = /^(INTERNAL|INVALID_INPUT|FORBIDDEN|NOT_SIGNED_IN|UNKNOWN|THREW)/

/** The operations that must do their work, and not be refused. */
const SHOWN_VERBS = [
  'list show center cards categories facets favourites product search wallet me',
  'history mine help templates quote options estimate ofOrder orders points timeline',
  'board report movements tags',
].flatMap((verbs) => verbs.split(' '))
const SHOWN = new RegExp(`\\.(${SHOWN_VERBS.join('|')})$`)

/** The answers larger than a read may be, by collection. */
const tooLarge = () =>
  shop.devcloud.metrics
    .report()
    .contention.filter(({ largestBytes }) => largestBytes > READ_BYTES_MAX)
    .map(({ collection, largestBytes }) => [collection, largestBytes])

describe(`with ${SKUS_FULL} SKUs and every collection at its largest`, () => {
  it.each([
    ['shop', APP.shop, () => SHOP_INPUTS],
    ['admin', APP.admin, () => staffInputs(me)],
  ] as const)('every operation of %s answers', async (name, table, inputsOf) => {
    const inputs = inputsOf()
    expect(Object.keys(inputs).sort()).toEqual([...table.keys()].sort())
    const wrong: [operation: string, outcome: string][] = []
    for (const [operation, input] of Object.entries(inputs)) {
      const outcome = await outcomeOf(name, operation, (input as () => unknown)())
      const isShown = SHOWN.test(operation) && operation !== 'reviews.report'
      if (FAILURES.test(outcome) || (isShown && outcome !== 'ok')) wrong.push([operation, outcome])
    }
    expect(wrong).toEqual([])
    expect(tooLarge()).toEqual([])
  })

  it('every timer does its work, on the largest and on an ordinary order', async () => {
    const lin = shop.customer('lin')
    const stateOf = async (id: string) => (await lin.does('orders.show', { orderId: id })).state
    const fires = async (name: string) =>
      expect([name, await shop.devcloud.fireTimer(name)]).toMatchObject([name, { ok: true }])
    await fires('deliver-messages')
    // A run ends after some seconds, wherever it is; the next one goes on. All orders are one
    // customer's, so that some collide and are set aside for five minutes.
    for (let run = 0; run < RUNS_MAX && (await stateOf(ordinary)) !== 'closed'; run += 1) {
      await shop.devcloud.clock.advance({ minutes: 6 })
      await fires('sweep-orders')
    }
    await fires('sweep-members')
    await fires('reconcile-payments')
    const failed = shop.devcloud.metrics
      .lines()
      .filter((text) => /sweep-duty-failed|timer-threw|do not fit|EXCEED_MAX/.test(text))
    expect(failed).toEqual([])
    expect(await stateOf(ordinary)).toBe('closed')
    expect(await stateOf(orderId(13))).toBe('received')
    expect(tooLarge()).toEqual([])
  })
})
