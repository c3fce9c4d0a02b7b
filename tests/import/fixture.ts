import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportOptions, readOptions } from '@local/import/options'
import type { TakenBack } from '@local/import/put-right'
import { type ImportResult, type ImportTools, runImport, runUndo } from '@local/import/run-import'
import { createShopClient } from '@local/import/shop'
import { type Staged, stage } from '@local/import/stage'
import { parse } from 'csv-parse/sync'
import { OWNER, type TestShop } from '../builders/shop'

const HEADER = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country'

/** A CSV of the default columns; a row is `invoice sku quantity day price customer`. */
export const csv = (...rows: string[]): string =>
  [
    HEADER,
    ...rows.map((row) => {
      const [invoice, sku, quantity, day, price, customer = ''] = row.split(' ')
      return `${invoice},${sku},THING ${sku},${quantity},${day} 10:00:00,${price},${customer},UK`
    }),
  ].join('\n')

/** A folder of its own for files and for what an import keeps. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'import-test-'))

/** Writes a file into a folder; answers its path. */
export function fileIn(folder: string, name: string, content: string | Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

/** Progress that nobody watches. */
export const SILENT = { begin: () => undefined, reach: () => undefined, end: () => undefined }

/** The options of a command line. */
export function optionsOf(...args: string[]): ImportOptions {
  const options = readOptions(args)
  if (!options) throw new Error('help was asked for')
  return options
}

/** A call to the shop's staff side. */
type Call = { operation: string; input: unknown }

/** What an import works with in a test shop; `onCall` sees every call, and may throw at it. */
const toolsOf = (shop: TestShop, onCall: (call: Call) => void = () => undefined): ImportTools => ({
  openShop: async () =>
    createShopClient(
      async (event) => {
        onCall(event)
        return shop.devcloud.invoke('admin', event, OWNER)
      },
      async () => undefined,
    ),
  progress: SILENT,
  now: Date.now,
})

/** Imports into a test shop as the command does, in this process. */
export const importInto = (shop: TestShop, ...args: string[]): Promise<ImportResult> =>
  runImport(optionsOf(...args), toolsOf(shop))

/** Takes an import back as the command does, in this process. */
export const undoIn = (shop: TestShop, ...args: string[]): Promise<TakenBack> =>
  runUndo(optionsOf(...args, '--undo'), toolsOf(shop))

/**
 * Runs the command and kills it at its n-th call of an operation, before the call is made; answers
 * whether it came that far.
 */
export async function interruptedAt(
  shop: TestShop,
  [operation, nth]: [operation: string, nth: number],
  args: readonly string[],
): Promise<boolean> {
  let calls = 0
  const tools = toolsOf(shop, (call) => {
    if (call.operation === operation) calls += 1
    if (calls >= nth) throw new Error('FORBIDDEN')
  })
  const options = optionsOf(...args)
  const ending = options.mode === 'undo' ? runUndo(options, tools) : runImport(options, tools)
  return ending.then(
    () => false,
    () => true,
  )
}

/** Runs an import that must complain before it reaches a shop; answers the sentence. */
export async function importErrorOf(...args: string[]): Promise<string> {
  try {
    await runImport(optionsOf(...args), {
      openShop: () => Promise.reject(new Error('the shop was reached')),
      progress: SILENT,
      now: Date.now,
    })
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('the import did not fail')
}

/** The columns of the fixtures in `files`. */
export const CHINESE_COLUMNS =
  'invoice=订单号,sku=商品编码,title=商品名,quantity=数量,at=下单时间,price=单价,customer=客户'

/** A fixture: a small export with invented names that is ruined in one way. */
export const fixtureFile = (name: string): string => join(__dirname, 'files', name)

/** What the report says became of a row. */
export type ToldRow = { line: number; fate: string; note: string }

/** Reads a fixture without a shop; answers what was staged, and what became of each row. */
export async function toldOf(
  folder: string,
  name: string,
  ...args: string[]
): Promise<{ staged: Staged; told: ToldRow[] }> {
  const options = optionsOf(fixtureFile(name), '--columns', CHINESE_COLUMNS, ...args)
  const staged = await stage(options, join(folder, name), { progress: SILENT, now: Date.now })
  return { staged, told: readReport(staged.rowReport) }
}

/** The rows of a row report. */
export function readReport(file: string): ToldRow[] {
  const rows: string[][] = parse(readFileSync(file), { bom: true, from: 2 })
  return rows.map(([line, fate = '', note = '']) => ({ line: Number(line), fate, note }))
}
