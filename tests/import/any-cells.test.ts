import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stage } from '@local/import/stage'
import fc from 'fast-check'
import { csv, optionsOf, readReport, SILENT, scratch } from './fixture'

let folder: string
beforeAll(() => {
  folder = scratch()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('whatever the cells, every row has one fate, and no more is kept than was sold', async () => {
  const number = fc.constantFrom('1', '2', 'C3', 'C4', 'CX', '1.7E+18', '', '合计')
  const sku = fc.constantFrom('A', 'B')
  const quantity = fc.constantFrom('1', '2', '3', '-1', '-2', '-4', '0', '1E+3', '２')
  const price = fc.constantFrom('1.00', '0.333', '-2', '¥3', '50%', '')
  const customer = fc.constantFrom('ann', 'bob', '匿名用户', '-', '138****6021', '')
  const row = fc
    .tuple(number, sku, quantity, fc.constantFrom('2011-01-03', '2011-02-04', '40513'), price)
    .chain((cells) => customer.map((who) => [...cells, who].join(' ')))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
      const file = join(folder, 'any.csv')
      // The first row is good, so that there is something to import.
      writeFileSync(file, csv('9 A 1 2011-01-01 1.00 ann', ...rows))
      const staged = await stage(optionsOf(file), folder, { progress: SILENT, now: Date.now })
      try {
        const lines = readReport(staged.rowReport).map(({ line }) => line)
        expect(lines).toEqual(rows.concat('').map((_, at) => at + 2))
        expect(staged.rows.rows).toBe(rows.length + 1)
        const { salesFen, netFen } = staged.figures
        expect(netFen).toBeLessThanOrEqual(salesFen)
        expect(staged.pieces.piecesKept).toBeGreaterThanOrEqual(0)
        expect(staged.pieces.piecesKept).toBeLessThanOrEqual(staged.pieces.piecesSold)
      } finally {
        staged.staging.discard()
      }
    }),
    { numRuns: 60 },
  )
})
