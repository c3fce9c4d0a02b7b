import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkBooks } from '@local/books/check-books'
import { readFolder } from '@local/books/read-folder'
import { must, openShop } from '../builders/shop'
import { importInto, scratch } from '../import/fixture'

const FILE = resolve(__dirname, '../../../shared/data/online-retail/online_retail_2010-2011.csv.gz')

// A whole year through the local cloud: one or two minutes on two cores, more on a busy machine.
jest.setTimeout(900_000)

const sum = (counts: Record<string, number>) =>
  Object.values(counts).reduce((all, count) => all + count, 0)

test('the real year of a real shop comes to the facts that are written beside it', async () => {
  if (!existsSync(FILE)) {
    console.log(`left out: ${FILE} is not there`)
    return
  }
  const folder = scratch()
  const dataDir = join(folder, 'shop')
  const shop = await openShop({ dataDir })
  try {
    const { report, dirtyLines } = await importInto(
      shop,
      FILE,
      '--as-of',
      '2011-12-10',
      '--data',
      folder,
    )
    expect(dirtyLines).toEqual([])
    expect(report).toMatchObject({
      rows: 541_909,
      rowsWithoutCustomer: 135_080,
      dirtyRows: 0,
      customers: 4_372,
      invoices: 22_190,
      cancellations: 3_654,
      buyers: 4_339,
      repeatBuyers: 2_790,
      salesFen: 891_140_790,
      netFen: 830_006_581,
      customersAdded: 4_372,
      ordersAdded: 22_190 - 3_654,
      refundsAdded: 3_654,
    })
    expect(sum(report.stages)).toBe(4_372)
    expect(sum(report.recencies)).toBe(4_372)

    const stored = must(await shop.admin('imports.summary', { source: 'import' }))
    expect(stored.paidFen).toBe(891_140_790)
    expect(stored.paidFen - stored.refundedFen).toBe(830_006_581)
    const board = must(await shop.admin('lifecycle.board', {}))
    expect(board.stages).toEqual(report.stages)
    expect(board.recencies).toEqual(report.recencies)
    const loyal = must(await shop.admin('members.list', { stage: 'loyal', channel: 'import' }))
    expect(loyal.items).toHaveLength(20)
    await shop.close()
    const { stored: books, now } = await readFolder(dataDir)
    expect(checkBooks(books, now).broken.slice(0, 10)).toEqual([])
  } finally {
    await shop.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
