import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { OrderView } from '@core/contract/orders'
import { ADDRESS, must, openShop, type TestShop } from '../builders/shop'

const ROOT = resolve(__dirname, '../..')
const ORDERS = 200
const LINES = [
  { skuId: 'tea:1', quantity: 1 },
  { skuId: 'honey:2', quantity: 1 },
]

let folder: string
let child: ChildProcess
let shop: TestShop | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'))
  const prepared = await openShop({ dataDir: folder })
  await prepared.close()
}, 60_000)
afterAll(async () => {
  child?.kill('SIGKILL')
  await shop?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Starts the local cloud that will be killed; returns its address. */
function startVictim(): Promise<string> {
  const script = join(__dirname, 'crash-devcloud.ts')
  child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((found, failed) => {
    child.stdout?.once('data', (line: Buffer) => found(line.toString().trim()))
    child.once('exit', (code) => failed(new Error(`the devcloud ended with ${code}`)))
  })
}

async function post(url: string, body: object, openid = ''): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-wx-openid': openid }
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return answer.json()
}

const orderId = (n: number) => `crash${String(n).padStart(15, '0')}`
const buyer = (n: number) => `oTest-buyer${n % 20}`

/** Places an order and pays every second one; the local cloud is expected to die meanwhile. */
async function buy(url: string, n: number): Promise<void> {
  const call = (operation: string, input: object) =>
    post(`${url}/functions/shop`, { operation, input }, buyer(n))
  await call('orders.place', {
    orderId: orderId(n),
    lines: LINES,
    deliverTo: { kind: 'new', address: ADDRESS },
    remark: '',
    choice: { grantId: null, points: 0, samples: [] },
    expectedTotalFen: 13_600,
  })
  if (n % 2 === 1) return
  await call('orders.pay', { orderId: orderId(n) })
  await post(`${url}/devcloud/pay`, { outTradeNo: orderId(n), outcome: 'success' })
}

async function buyUntilItDies(url: string, killAfter: number): Promise<void> {
  let done = 0
  const queue = Array.from({ length: ORDERS }, (_, n) => n)
  const worker = async () => {
    for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
      await buy(url, n).catch(() => undefined)
      done += 1
      if (done === killAfter) child.kill('SIGKILL')
    }
  }
  await Promise.all(Array.from({ length: 8 }, worker))
}

it('killed during 200 orders, no stock is lost or created and no order is incomplete', async () => {
  const url = await startVictim()
  child.removeAllListeners('exit')
  await buyUntilItDies(url, 60)

  shop = await openShop({ dataDir: folder })
  await shop.devcloud.clock.advance({ minutes: 36 })
  const orders: OrderView[] = []
  for (let n = 0; n < 20; n += 1) {
    const page = await shop.customer(`buyer${n}`).does('orders.list', {})
    orders.push(...page.items)
  }
  expect(orders.length).toBeGreaterThan(40)
  const bought = orders.filter((order) => order.state === 'paid').length
  expect(bought).toBeGreaterThan(15)
  expect(new Set(orders.map((order) => order.state))).toEqual(new Set(['paid', 'closed']))
  // The remaining and the sold stock sum to the opening stock.
  expect(await shop.available('tea:1')).toBe(90 - bought)
  expect(await shop.available('honey:2')).toBe(50 - bought)
  // Exactly the paid orders are counted in their customers' facts.
  const board = must(await shop.admin('members.list', {})).items
  const kept = board.reduce((sum, one) => sum + one.keptOrders, 0)
  expect(kept).toBe(bought)
}, 120_000)
