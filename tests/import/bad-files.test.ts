import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { csv, fileIn, importErrorOf, optionsOf, scratch } from './fixture'

let folder: string
beforeAll(() => {
  folder = scratch()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOOD = csv('1 A 1 2011-01-03 2.00 c1')
const importErrorFor = (name: string, content: string | Buffer, ...args: string[]) =>
  importErrorOf(fileIn(folder, name, content), '--data', join(folder, 'data'), ...args)

test.each([
  ['empty.csv', '', 'is empty'],
  ['blank.csv', '\n', 'is not a CSV: its first line has no columns'],
  ['header.csv', csv(), 'has a header and no rows'],
  [
    'guests.csv',
    csv('1 A 1 2011-01-03 2.00'),
    'no row to import: of 1, none is a sale to a customer',
  ],
  ['dirt.csv', csv('1 A x 2011-01-03 2.00 c1'), 'of 1, 1 cannot be read (第 2 行：数量'],
  ['prose.csv', 'Dear Sir\nor Madam', 'is not a CSV: its first line has no columns'],
  ['page.csv', '<!doctype html>\n<p>Not found</p>', 'is not a CSV'],
  ['book.csv', Buffer.from('PK\u0003\u0004....'), 'an Excel workbook, not a CSV: save it as CSV'],
  ['bytes.csv', Buffer.from([1, 2, 0, 3, 200, 10, 0]), 'is not a CSV: it is not text'],
  ['long.csv', Buffer.alloc(1_100_000, 'x'), 'is not a CSV: it has no lines'],
])('%s: %s', async (name, content, sentence) => {
  const error = await importErrorFor(name, content)
  expect(error).toContain(sentence)
  expect(error.split('\n')).toHaveLength(1)
})

test('a column that is lacking is named, with those that are there', async () => {
  const error = await importErrorFor('columns.csv', GOOD.replace('Quantity', 'Qty'))
  expect(error).toContain('lacks the column "Quantity" (quantity); it has InvoiceNo,')
  expect(error).toContain('Qty')
})

test('a mapped column that is lacking is named', async () => {
  const error = await importErrorFor('mapped.csv', GOOD, '--columns', 'at=下单时间')
  expect(error).toContain('lacks the column "下单时间" (at)')
})

test('a broken archive is said to be so', async () => {
  const rows = Array.from({ length: 5_000 }, (_, n) => `${n} A ${n} 2011-01-03 1 c`)
  const whole = gzipSync(csv(...rows))
  expect(await importErrorFor('cut.csv.gz', whole.subarray(0, whole.length / 2))).toMatch(
    /cannot be read to its end \(.*unexpected end of file/,
  )
  const middle = Math.floor(whole.length / 2)
  whole.fill(0, middle, middle + 200)
  expect(await importErrorFor('damaged.csv.gz', whole)).toContain('cannot be read to its end')
})

test('a file that is not there, or no file', async () => {
  expect(await importErrorOf(join(folder, 'nowhere.csv'), '--data', folder)).toContain(
    'nowhere.csv does not exist.',
  )
  expect(await importErrorOf(folder, '--data', folder)).toContain('is not a file.')
})

test('no rows of a refused file are left behind', () => {
  const left = readdirSync(join(folder, 'data/import'))
  expect(left.filter((name) => name.startsWith('rows-'))).toEqual([])
})

test.each([
  [[], /^No file is named/],
  [['a.csv', 'b.csv'], /^One file at a time/],
  [['a.csv', '--as-of', '2011-02-30'], /"2011-02-30" is no YYYY-MM-DD/],
  [['a.csv', '--source', 'My Shop'], /"My Shop" is not 1 to 20 of/],
  [['a.csv', '--columns', 'prize=X'], /"prize=X" is not FIELD=COLUMN/],
  [['a.csv', '--columns', 'price'], /"price" is not FIELD=COLUMN/],
  [['a.csv', '--wat'], /--wat/],
])('the command line %j is refused', (args, sentence) => {
  expect(() => optionsOf(...args)).toThrow(sentence)
})
