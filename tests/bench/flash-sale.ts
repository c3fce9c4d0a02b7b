import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { StaffOrderRow } from '@core/contract/orders'
import type { Page } from '@core/contract/primitives'
import type { Devcloud } from '@local/devcloud-types'
import { buildFunctions } from '../../config/functions.build'
import { Customer, must, openShop, PRODUCTS, type TestShop } from '../builders/shop'
import { stockOf } from '../builders/stock'
import type { Bench, Findings, Row } from './row'

/** The sale: so many pieces of one SKU, so many who want one, so many of them at once. */
const PIECES = 100
const BUYERS = 500
const AT_ONCE = 20
/** Buyers who are through when the process is killed: amid the orders, not after them. */
const KILLED_AFTER = 45

/** Longer than an order may wait for its payment: then the sweep has been. */
const AFTER_MINUTES = 40

const ROOT = resolve(__dirname, '../..')
const SKU = 'flash:1'
/** A piece that nobody else wants, to count what one order costs. */
const PLAIN = 'tea:1'

/** What a buyer left with. `unknown`: the shop died before it answered. */
type Outcome = 'bought' | 'soldOut' | 'unknown'

const isSoldOut = (error: unknown): boolean => /OUT_OF_STOCK|PRODUCT_GONE/.test(String(error))

/** A devcloud in another process, as far as a customer needs one. */
const remoteDevcloud = (url: string): Devcloud => {
  const post = async (path: string, body: object, openid: string) => {
    const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(`${url}${path}`, init)).json() as Promise<unknown>
  }
  const devcloud: Pick<Devcloud, 'invoke' | 'pay'> = {
    invoke: (name, event, openid) => post(`/functions/${name}`, event as object, openid),
    pay: (order) => post('/devcloud/pay', order, '') as ReturnType<Devcloud['pay']>,
  }
  return devcloud as Devcloud
}

/** A customer who wants one piece, and retries with the same order until there is an answer. */
class Buyer {
  outcome: Outcome = 'unknown'
  private draft: Awaited<ReturnType<Customer['draft']>> | undefined

  constructor(
    private readonly openid: string,
    /** Does not come back when the shop died amid their order. */
    private readonly isFickle: boolean,
  ) {}

  /** Whether they were cut off amid an order and leave it at that. */
  get hasGivenUp(): boolean {
    return this.isFickle && this.draft !== undefined && this.outcome === 'unknown'
  }

  /** Quote, order, payment. */
  async buy(devcloud: Devcloud): Promise<void> {
    const customer = new Customer(devcloud, this.openid)
    try {
      this.draft ??= await customer.draft([{ skuId: SKU, quantity: 1 }])
      const { id, state } = must(await customer.call('orders.place', this.draft))
      if (state === 'awaitingPayment') await customer.pays(id)
      this.outcome = 'bought'
    } catch (error) {
      this.outcome = isSoldOut(error) ? 'soldOut' : 'unknown'
    }
  }
}

const crowd = () => {
  const numbers = Array.from({ length: BUYERS }, (_, no) => String(no).padStart(3, '0'))
  return numbers.map((no, at) => new Buyer(`oBench-buyer${no}`, at % 2 === 1))
}

/** Lets them all buy, so many at once; `onEach` hears how many are through. */
async function sellTo(
  buyers: readonly Buyer[],
  devcloud: Devcloud,
  onEach: (done: number) => void = () => undefined,
) {
  const queue = [...buyers]
  let done = 0
  const serve = async () => {
    for (let buyer = queue.shift(); buyer; buyer = queue.shift()) {
      await buyer.buy(devcloud)
      done += 1
      onEach(done)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, serve))
}

/** A shop that sells the SKU, with its own data folder. */
async function openSale(folder: string): Promise<TestShop> {
  const shop = await openShop({ dataDir: folder, poolSize: Math.max(2, cpus().length) })
  const [tea] = PRODUCTS
  const [sku] = tea?.skus ?? []
  if (!tea || !sku) throw new Error('the test shop has no tea')
  const flash = { ...sku, id: SKU, openingStock: PIECES }
  must(await shop.admin('products.save', { ...tea, id: 'flash', skus: [flash] }))
  return shop
}

/** What is there at the end: orders by the shop's own books, and the stock. */
async function countUp(shop: TestShop) {
  let orders = 0
  let cursor: string | undefined
  do {
    const page: Page<StaffOrderRow> = must(await shop.admin('orders.list', { cursor }))
    orders += page.items
      .filter((order) => order.state !== 'closed')
      .filter((order) => order.lines.some((line) => line.skuId === SKU)).length
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  const { available, held, sold } = await stockOf(shop, SKU)
  return { orders, stockLeft: available, holdsLeft: held, sold }
}

const contentionOf = (shop: TestShop) =>
  shop.devcloud.metrics.report().contention.find(({ collection }) => collection === 'skus')

/** Database calls of one order: quote, order, payment begun, notice. */
async function callsPerOrder(shop: TestShop): Promise<number> {
  await shop.customer('first').buys(PLAIN)
  shop.devcloud.metrics.clear()
  await shop.customer('first').buys(PLAIN)
  const shown = ['orders.show']
  return shop.devcloud.metrics
    .report()
    .operations.filter(({ operation }) => !shown.includes(operation))
    .reduce((sum, { calls, databaseCalls }) => sum + calls * databaseCalls.mean, 0)
}

async function undisturbed() {
  const folder = mkdtempSync(join(tmpdir(), 'flash-'))
  const shop = await openSale(folder)
  try {
    const calls = await callsPerOrder(shop)
    shop.devcloud.metrics.clear()
    const buyers = crowd()
    const startedAt = Date.now()
    await sellTo(buyers, shop.devcloud)
    const seconds = (Date.now() - startedAt) / 1000
    const { inTransactions = 0, conflicts = 0 } = contentionOf(shop) ?? {}
    return {
      ...(await countUp(shop)),
      skuConflicts: conflicts,
      skuInTransactions: inTransactions,
      ordersPerSecond: Math.round((PIECES / seconds) * 10) / 10,
      callsPerOrder: Math.round(calls),
      unknown: buyers.filter(({ outcome }) => outcome === 'unknown').length,
    }
  } finally {
    await shop.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a devcloud in a process of its own; answers its address. */
function startVictim(folder: string): { child: ChildProcess; url: Promise<string> } {
  const script = join(ROOT, 'tests/operations/crash-devcloud.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = new Promise<string>((found, failed) => {
    child.stdout?.once('data', (line: Buffer) => found(line.toString().trim()))
    child.once('exit', (code) => failed(new Error(`the devcloud ended with ${code}`)))
  })
  return { child, url }
}

/**
 * The sale again, with a process that is killed and replaced by another on the same data. Buyers
 * without an answer retry, except every second one with an order in progress: the sweep releases
 * the stock held for them. Buyers who got "sold out" try once more.
 */
async function killed() {
  const folder = mkdtempSync(join(tmpdir(), 'flash-'))
  let shop: TestShop | undefined
  const victim: { child?: ChildProcess } = {}
  try {
    await (await openSale(folder)).close()
    const { child, url } = startVictim(folder)
    victim.child = child
    const buyers = crowd()
    const devcloud = remoteDevcloud(await url)
    await sellTo(buyers, devcloud, (done) => {
      if (done === KILLED_AFTER) child.kill('SIGKILL')
    })
    const answered = buyers.filter(({ outcome }) => outcome !== 'unknown').length

    shop = await openSale(folder)
    shop.devcloud.metrics.clear()
    const left = (outcome: Outcome) => buyers.filter((buyer) => buyer.outcome === outcome)
    const lost = buyers.filter((buyer) => buyer.hasGivenUp)
    await sellTo(
      left('unknown').filter((buyer) => !buyer.hasGivenUp),
      shop.devcloud,
    )
    const heldForNobody = (await stockOf(shop, SKU)).held
    await shop.devcloud.clock.advance({ minutes: AFTER_MINUTES })
    await sellTo(left('soldOut'), shop.devcloud)
    const { conflicts: skuConflicts = 0 } = contentionOf(shop) ?? {}
    const end = { ...(await countUp(shop)), skuConflicts }
    return { ...end, answered, gaveUp: lost.length, heldForNobody }
  } finally {
    victim.child?.kill('SIGKILL')
    await shop?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const exactly = (name: string, value: number, { of, unit }: { of: number; unit: Row['unit'] }) => ({
  name,
  value,
  unit,
  max: of,
  min: of,
})

/** What both sales must have come to. */
const result = (
  when: string,
  end: { orders: number; stockLeft: number; holdsLeft: number; skuConflicts: number },
): Row[] => [
  exactly(`orders${when}`, end.orders, { of: PIECES, unit: 'orders' }),
  exactly(`stock left${when}`, end.stockLeft, { of: 0, unit: 'pieces' }),
  exactly(`holds left${when}`, end.holdsLeft, { of: 0, unit: 'pieces' }),
  exactly(`conflicts on the SKU${when}`, end.skuConflicts, { of: 0, unit: 'times' }),
]

/**
 * 500 buyers and 100 pieces of one SKU, 20 at a time, each with quote, order and payment; and again
 * with the process killed amid them. Nobody may have what is not there, and nothing may stay over.
 */
export const flashSale: Bench = {
  name: 'flash-sale',
  run: async (say): Promise<Findings> => {
    await buildFunctions()
    const calm = await undisturbed()
    say('and again, killed amid it …')
    const cut = await killed()
    const rows: Row[] = [
      ...result('', calm),
      exactly('SKU in transactions', calm.skuInTransactions, { of: 0, unit: 'times' }),
      exactly('buyers without an answer', calm.unknown, { of: 0, unit: 'times' }),
      { name: 'orders placed and paid', value: calm.ordersPerSecond, unit: '/s' },
      { name: 'an order, quoted, placed and paid', value: calm.callsPerOrder, unit: 'calls' },
      { name: 'held for nobody, killed', value: cut.heldForNobody, unit: 'pieces' },
      ...result(', killed', cut),
    ]
    const { sold: _sold, unknown: _unknown, skuInTransactions: _none, ...figures } = calm
    return { rows, figures: { buyers: BUYERS, ...figures, killed: cut } }
  },
}
