import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QueryReport } from '@local/database/reader'
import { callAdmin, callShop } from '@local/demo/call'
import { personas } from '@local/demo/personas'
import { startDevcloud } from '@local/devcloud'
import { type Devcloud } from '@local/devcloud-types'
import { BUDGETS } from '../../config/budgets'
import { buildFunctions } from '../../config/functions.build'
import { fillBigShop, SIZE } from './big-shop/fill'
import { firstSku, productId } from './big-shop/goods'
import { openOffers, PROMOTIONS } from './big-shop/offers'
import { openidOf } from './big-shop/trade'
import type { Bench, Findings, Row } from './row'

/** Often enough for a 95th percentile. */
const TIMES = 40
/** Three products: one with a time price, two that other promotions apply to. */
const LINES = [0, 45, 85].map((no) => ({ skuId: firstSku(no), quantity: 1 }))

/** One question to the big shop; `operation` is whose budget it must keep. */
type Case = { name: string; operation: string; ask: () => Promise<unknown> }

/** What the store said while something was asked. */
class Watch {
  warnings = new Set<string>()
  examined = 0

  readonly onQuery = ({ examined }: QueryReport) => {
    this.examined = Math.max(this.examined, examined)
  }

  readonly warn = (line: string) => void this.warnings.add(line)

  clear() {
    this.warnings.clear()
    this.examined = 0
  }
}

/** Everything that is asked, by the busiest customer and by the owner. */
async function casesOf(devcloud: Devcloud): Promise<Case[]> {
  const who = { devcloud, openid: openidOf(0) }
  type Search = Parameters<typeof callShop<'catalog.search'>>[2]
  const search = (name: string, input: Search): Case => ({
    name: `catalog.search, ${name}`,
    operation: 'catalog.search',
    ask: () => callShop(who, 'catalog.search', input),
  })
  const { next } = await callShop(who, 'catalog.search', { word: '茶' })
  return [
    { name: 'home.show', operation: 'home.show', ask: () => callShop(who, 'home.show', {}) },
    {
      name: 'catalog.product',
      operation: 'catalog.product',
      ask: () => callShop(who, 'catalog.product', { productId: productId(0) }),
    },
    search('a common word', { word: '茶' }),
    search('a rare word', { word: '武夷明前大红袍' }),
    search('no such word', { word: '潜水艇' }),
    search('by category, brand and tag', {
      word: '礼盒',
      categoryId: 'category0',
      brand: '山野1号',
      tagId: 'tag0',
    }),
    search('a common word of one brand', { word: '茶', brand: '山野1号' }),
    ...(['sold', 'fresh', 'priceUp', 'priceDown'] as const).map((order) =>
      search(`by ${order}`, { word: '茶', order }),
    ),
    search('second page', { word: '茶', cursor: next ?? '' }),
    {
      name: 'orders.quote, 3 lines',
      operation: 'orders.quote',
      ask: () => callShop(who, 'orders.quote', { lines: LINES, province: '浙江省' }),
    },
    { name: 'cart.show', operation: 'cart.show', ask: () => callShop(who, 'cart.show', {}) },
    { name: 'orders.list', operation: 'orders.list', ask: () => callShop(who, 'orders.list', {}) },
    ...staffCases(devcloud),
  ]
}

const staffCases = (devcloud: Devcloud): Case[] => [
  {
    name: 'orders.list, staff',
    operation: 'staff',
    ask: () => callAdmin(devcloud, 'orders.list', {}),
  },
  {
    name: 'orders.list, staff, to ship',
    operation: 'staff',
    ask: () => callAdmin(devcloud, 'orders.list', { state: 'paid' }),
  },
  {
    name: 'afterSales.list, staff, open',
    operation: 'staff',
    ask: () => callAdmin(devcloud, 'afterSales.list', { part: 'open' }),
  },
  {
    name: 'stock.list, staff, low',
    operation: 'staff',
    ask: () => callAdmin(devcloud, 'stock.list', { filter: 'low' }),
  },
  {
    name: 'stock.list, staff, by code',
    operation: 'staff',
    ask: () => callAdmin(devcloud, 'stock.list', { word: 'C09998-1' }),
  },
]

const at = (sorted: readonly number[], percent: number): number =>
  sorted[Math.floor(((sorted.length - 1) * percent) / 100)] ?? 0

/** What a question costs: the most of rounds, calls and documents, and how long it takes. */
async function rowsOf(
  devcloud: Devcloud,
  watch: Watch,
  { name, operation, ask }: Case,
): Promise<Row[]> {
  watch.clear()
  await ask()
  devcloud.metrics.clear()
  const took: number[] = []
  for (let n = 0; n < TIMES; n += 1) {
    const startedAt = performance.now()
    await ask()
    took.push(performance.now() - startedAt)
  }
  took.sort((a, b) => a - b)
  const [cost] = devcloud.metrics.report().operations
  const budgets: Record<string, { rounds?: number }> = BUDGETS.operations
  const { rounds } = budgets[operation] ?? {}
  const { documentsPerQuery: max } = BUDGETS.scale
  return [
    { name: `${name}: rounds`, value: cost?.databaseRounds.max ?? 0, unit: 'rounds', max: rounds },
    { name: `${name}: calls`, value: cost?.databaseCalls.max ?? 0, unit: 'calls' },
    { name: `${name}: looked at by a query`, value: watch.examined, unit: 'documents', max },
    { name: `${name}: p50`, value: at(took, 50), unit: 'ms' },
    { name: `${name}: p95`, value: at(took, 95), unit: 'ms' },
    ...scansOf(watch, name),
  ]
}

/** No scan may be: each is over its budget by itself. */
const scansOf = ({ warnings }: Watch, name: string): Row[] =>
  [...warnings].map((line) => ({ name: `${name}: ${line}`, value: 1, unit: 'times', max: 0 }))

async function measure(devcloud: Devcloud, watch: Watch): Promise<Row[]> {
  await openOffers(devcloud, openidOf(0))
  for (const line of LINES) {
    await callShop({ devcloud, openid: openidOf(0) }, 'cart.change', { change: 'add', ...line })
  }
  const cases = await casesOf(devcloud)
  const rows = scansOf(watch, 'what comes before')
  for (const one of cases) rows.push(...(await rowsOf(devcloud, watch, one)))
  return rows
}

/** What a shop that has grown big costs the database: rounds stay, and nothing is scanned. */
export const scale: Bench = {
  name: 'scale',
  run: async (say): Promise<Findings> => {
    await buildFunctions()
    const folder = mkdtempSync(join(tmpdir(), 'bench-scale-'))
    const watch = new Watch()
    try {
      say(`storing ${SIZE.products} products and ${SIZE.orders} orders …`)
      const startedAt = Date.now()
      await fillBigShop(folder, startedAt)
      const fillSeconds = Math.round((Date.now() - startedAt) / 1000)
      say(`stored in ${fillSeconds} s`)
      const devcloud = await startDevcloud({
        dataDir: folder,
        personas,
        isTicking: false,
        environment: { MEASURE_ROUNDS: '1' },
        warn: watch.warn,
        onQuery: watch.onQuery,
      })
      try {
        const rows = await measure(devcloud, watch)
        const { products, orders, members } = SIZE
        const scans = rows.filter(({ max }) => max === 0).map(({ name }) => name)
        const figures = { products, orders, members, promotions: PROMOTIONS, fillSeconds, scans }
        return { rows, figures }
      } finally {
        await devcloud.close()
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
