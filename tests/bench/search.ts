import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { QueryReport } from '@local/database/reader'
import { callShop } from '@local/demo/call'
import { personas } from '@local/demo/personas'
import { startDevcloud } from '@local/devcloud'
import type { Devcloud } from '@local/devcloud-types'
import { BUDGETS } from '../../config/budgets'
import { judge, SEARCH_CASES } from '../search/queries'
import { fillBigShelves, SIZE } from './big-shop/fill'
import type { Bench, Findings, Row } from './row'
import { openShop } from './shop'

/** What is asked of the big shop besides: common words, and some that exclude each other. */
const BIG_WORDS = [
  '茶',
  '茶礼盒',
  '西湖龙井礼盒',
  '大红袍50g',
  '山野1号龙井',
  '送礼的蜂蜜',
  '养生茶',
]
/** Filters that narrow words down. */
const FILTERS = [{}, { brand: '山野1号' }, { categoryId: 'category0', tagId: 'tag0' }]

const OPENID = 'oBench-search'

/** How well the demo's queries are answered. */
async function answersOf(): Promise<ReturnType<typeof judge>> {
  const devcloud = await openShop()
  try {
    const answers = []
    for (const one of SEARCH_CASES) {
      const who = { devcloud, openid: OPENID }
      const { items, near } = await callShop(who, 'catalog.search', { word: one.query })
      const answer = { ids: items.map(({ id }) => id), isPartial: near !== null }
      answers.push({ one, answer })
    }
    return judge(answers)
  } finally {
    await devcloud.close()
  }
}

/** What the most expensive search costs a shop with 10,000 products. */
async function costs(): Promise<{ rounds: number; examined: number; scans: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-search-'))
  let examined = 0
  const scans: string[] = []
  try {
    await fillBigShelves(folder, Date.now())
    const devcloud = await startDevcloud({
      dataDir: folder,
      personas,
      isTicking: false,
      environment: { MEASURE_ROUNDS: '1' },
      warn: (line) => void scans.push(line),
      onQuery: (report: QueryReport) => (examined = Math.max(examined, report.examined)),
    })
    try {
      await askAll(devcloud)
      const { operations } = devcloud.metrics.report()
      const rounds = Math.max(...operations.map(({ databaseRounds }) => databaseRounds.max))
      return { rounds, examined, scans }
    } finally {
      await devcloud.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function askAll(devcloud: Devcloud): Promise<void> {
  const who = { devcloud, openid: OPENID }
  await callShop(who, 'catalog.search', { word: BIG_WORDS[0] })
  devcloud.metrics.clear()
  for (const word of [...BIG_WORDS, ...SEARCH_CASES.map(({ query }) => query)]) {
    await callShop(who, 'catalog.search', { word })
  }
  for (const word of BIG_WORDS) {
    for (const filter of FILTERS) {
      const { next } = await callShop(who, 'catalog.search', { word, ...filter, order: 'priceUp' })
      if (next) {
        const page = { word, ...filter, order: 'priceUp', cursor: next } as const
        await callShop(who, 'catalog.search', page)
      }
      await callShop(who, 'catalog.facets', { word, ...filter })
    }
  }
}

/** Whether people find what they type, and what that costs a big shop. */
export const search: Bench = {
  name: 'search',
  run: async (say): Promise<Findings> => {
    const { queries, recallAt5, missed, wrongFirst, misjudged } = await answersOf()
    for (const line of missed) say(`not among the first five: ${line}`)
    for (const line of [...wrongFirst, ...misjudged]) say(`wrong: ${line}`)
    say(`storing ${SIZE.products} products …`)
    const { rounds, examined, scans } = await costs()
    const { search: budget } = BUDGETS
    const rows: Row[] = [
      { name: 'recall at 5', value: recallAt5, unit: 'of 1', min: budget.recallAt5 },
      { name: 'wrong first hit', value: wrongFirst.length, unit: 'times', max: budget.wrongFirst },
      {
        name: 'part told as whole, or whole as part',
        value: misjudged.length,
        unit: 'times',
        max: 0,
      },
      {
        name: `rounds, ${SIZE.products} products`,
        value: rounds,
        unit: 'rounds',
        max: BUDGETS.operations['catalog.search'].rounds,
      },
      {
        name: 'looked at by a query',
        value: examined,
        unit: 'documents',
        max: BUDGETS.scale.documentsPerQuery,
      },
      ...scans.map((name): Row => ({ name, value: 1, unit: 'times', max: 0 })),
    ]
    return { rows, figures: { queries, recallAt5, wrongFirst: wrongFirst.length, rounds } }
  },
}
