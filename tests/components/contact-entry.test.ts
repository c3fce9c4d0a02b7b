import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGES = join(__dirname, '../../src/pages')

/** The sources of one page. */
const sourcesOf = (page: string): string =>
  readdirSync(join(PAGES, page))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(PAGES, page, name), 'utf8'))
    .join('\n')

it.each(['product/detail', 'order/detail', 'service/help', 'content/article'])(
  'S0-12 the page %s has a contact entry',
  (page) => {
    expect(sourcesOf(page)).toMatch(/<ContactEntry\b/)
  },
)

it('S0-12 the product’s page draws the part that holds it', () => {
  expect(sourcesOf('product/detail')).toMatch(/<ContactPart product=/)
})
