import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS } from '@core/kernel/calendar'
import { APP, COLLECTIONS } from '@core/operations/app'
import { openStore } from '@local/database/store'
import type { Document } from '@local/database/values'
import { BUDGETS } from '../../config/budgets'
import { defaultProgram, tiersWith } from '../builders/program'
import { must, OWNER, openShop, refused, START, type TestShop } from '../builders/shop'

/** Longer than a worker uses what it has read: 12 s. */
const OUTDATED = { minutes: 0.2 }

let shop: TestShop
beforeEach(async () => {
  shop = await openShop({ environment: { MEASURE_ROUNDS: '1' } })
}, 60_000)
afterEach(() => shop.close())

const show = async () => must(await shop.admin('program.show', {}))
const save = async (changes: object) => {
  const { version, values } = await show()
  return must(await shop.admin('program.save', { version, values: { ...values, ...changes } }))
}
const costOf = (operation: string) =>
  shop.devcloud.metrics.report().operations.find((one) => one.operation === operation)!

it('a shop that has saved nothing has the defaults of all areas', async () => {
  expect(await show()).toEqual({ version: 0, at: null, by: null, values: defaultProgram })
  const declared = APP.settings.flatMap(({ settings }) => Object.keys(settings))
  expect(declared.sort()).toEqual(Object.keys(defaultProgram).sort())
})

it('a saved programme is in force once a worker has used the old one for 10 s', async () => {
  const lin = shop.customer('lin')
  await lin.join()
  const tea = { productId: 'tea' }
  expect(await lin.does('catalog.product', tea)).toMatchObject({ earnsPoints: { 'tea:1': 68 } })
  await save({ tiers: tiersWith({ basic: { pointsPercent: 200 } }) })
  expect(await lin.does('catalog.product', tea)).toMatchObject({ earnsPoints: { 'tea:1': 68 } })
  await shop.devcloud.clock.advance(OUTDATED)
  expect(await lin.does('catalog.product', tea)).toMatchObject({ earnsPoints: { 'tea:1': 136 } })
})

it('a save over a version that was not seen changes nothing', async () => {
  const { values } = await show()
  await save({ newDays: 40 })
  const stale = await shop.admin('program.save', { version: 0, values: { ...values } })
  expect(refused(stale)).toEqual({ code: 'VERSION_CONFLICT', version: 1 })
  expect(await show()).toMatchObject({ version: 1, values: { newDays: 40 } })
})

it('everything that is wrong is answered by field, and nothing is saved', async () => {
  const { version, values } = await show()
  const { lowStockPieces: _missing, ...rest } = values
  const wrong = {
    ...rest,
    newDays: 0,
    payReminderMinutes: 30,
    silverGrowth: 300,
    tiers: tiersWith({ gold: { fromGrowth: 300 } }),
  }
  const answer = refused(await shop.admin('program.save', { version, values: wrong }))
  const { errors } = answer as Extract<typeof answer, { code: 'PROGRAM_WRONG' }>
  expect(errors).toHaveLength(5)
  expect(errors).toEqual(
    expect.arrayContaining([
      { field: 'newDays', reason: 'OUT_OF_BOUNDS', min: 1, max: 365 },
      { field: 'lowStockPieces', reason: 'OUT_OF_BOUNDS', min: 0, max: 1_000 },
      { field: 'payReminderMinutes', reason: 'CONTRADICTION' },
      { field: 'tiers.2.fromGrowth', reason: 'CONTRADICTION' },
      { field: 'silverGrowth', reason: 'UNKNOWN' },
    ]),
  )
  expect(await show()).toMatchObject({ version: 0 })
})

it('values of another shape are refused before they are looked at', async () => {
  const values = { ...defaultProgram, newDays: 'many' } as never
  const answer = await shop.admin('program.save', { version: 0, values })
  expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT' })
})

it('every version is kept, with who saved it and when', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'program-'))
  await shop.close()
  shop = await openShop({ dataDir })
  const first = await save({ newDays: 40 })
  await shop.devcloud.clock.advance({ days: 1 })
  const second = await save({ newDays: 50 })
  expect([first, second]).toMatchObject([
    { version: 1, at: START, by: OWNER },
    { version: 2, at: START + DAY_MS, by: OWNER },
  ])
  await shop.close()
  const store = settingsIn(dataDir)
  const found = store.find('settings', { condition: {}, limit: 100 })
  const documents = found.map(({ document }) => document)
  store.close()
  expect(documents).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ _id: 'program:1', version: 1, values: first.values }),
      expect.objectContaining({ _id: 'program', version: 2, values: second.values }),
    ]),
  )
})

/** The folder of a shop that has been open and is closed, with a document among its settings. */
async function closedShopWith(document: unknown): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'program-'))
  await (await openShop({ dataDir })).close()
  const store = settingsIn(dataDir)
  await store.insert('settings', [document as Document])
  store.close()
  return dataDir
}

const settingsIn = (dataDir: string) =>
  openStore({
    file: join(dataDir, 'database.db'),
    clock: { now: () => START },
    collections: COLLECTIONS,
  })

const SAVED = { _id: 'program', format: 1, version: 7, at: START, by: OWNER }

it.each([
  ['out of bounds', { ...SAVED, values: { ...defaultProgram, newDays: 0, pointsPerYuan: 2 } }],
  ['of a later release', { ...SAVED, format: 2, values: { ...defaultProgram, pointsPerYuan: 2 } }],
])('a stored programme %s is logged and never used by halves', async (_what, document) => {
  const dataDir = await closedShopWith(document)
  await shop.close()
  shop = await openShop({ dataDir })
  const product = await shop.customer('lin').does('catalog.product', { productId: 'tea' })
  expect(product.earnsPoints).toEqual({ 'tea:1': 68 })
  const lines = shop.devcloud.metrics.lines().map((line) => JSON.stringify(line))
  expect(lines.join()).toContain('program-unusable')
  expect(await show()).toMatchObject({ version: 7, values: { newDays: 30 } })
})

it('a stored programme without a setting that was added since has its default', async () => {
  const { newDays: _added, ...older } = defaultProgram
  const values = { ...older, pointsPerYuan: 2, gone: 1 }
  const dataDir = await closedShopWith({ ...SAVED, values })
  await shop.close()
  shop = await openShop({ dataDir })
  const product = await shop.customer('lin').does('catalog.product', { productId: 'tea' })
  expect(product.earnsPoints).toEqual({ 'tea:1': 136 })
})

it.each([
  ['home.show', {}],
  ['catalog.product', { productId: 'tea' }],
  ['catalog.search', { word: '龙井' }],
  ['orders.quote', { lines: [{ skuId: 'tea:1', quantity: 1 }] }],
] as const)(
  '%s reads the programme in one call and in no round of its own',
  async (name, input) => {
    const lin = shop.customer('lin')
    await lin.join()
    await lin.does(name, input)
    shop.devcloud.metrics.clear()
    await lin.does(name, input)
    const { databaseCalls: warm, databaseRounds: rounds } = costOf(name)
    shop.devcloud.metrics.clear()
    await shop.devcloud.clock.advance(OUTDATED)
    await lin.does(name, input)
    expect(costOf(name).databaseCalls.max).toBe(warm.max + 1)
    expect(costOf(name).databaseRounds.max).toBe(rounds.max)
    expect(rounds.max).toBeLessThanOrEqual(BUDGETS.operations[name].rounds)
  },
)
