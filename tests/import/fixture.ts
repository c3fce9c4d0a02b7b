import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportOptions, readOptions } from '@local/import/options'
import { type ImportResult, runImport } from '@local/import/run-import'
import { createShopClient } from '@local/import/shop'
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

const SILENT = { begin: () => undefined, reach: () => undefined, end: () => undefined }

/** The options of a command line. */
export function optionsOf(...args: string[]): ImportOptions {
  const options = readOptions(args)
  if (!options) throw new Error('help was asked for')
  return options
}

/** Imports into a test shop as the command does, in this process. */
export function importInto(shop: TestShop, ...args: string[]): Promise<ImportResult> {
  const invoke = (event: unknown) => shop.devcloud.invoke('admin', event, OWNER)
  return runImport(optionsOf(...args), {
    openShop: async () => createShopClient(invoke, async () => undefined),
    progress: SILENT,
    now: Date.now,
  })
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
