import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGES = join(__dirname, '../../src/pages')

const sourcesOf = (page: string): string =>
  readdirSync(join(PAGES, page))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => readFileSync(join(PAGES, page, name), 'utf8'))
    .join('\n')

it.each(['catalog/detail', 'orders/detail', 'service/help', 'content/article'])(
  'S0-12 the page %s has a contact entry',
  (page) => {
    expect(sourcesOf(page)).toMatch(/<ContactEntry\b/)
  },
)

it('S0-12 the product page renders the section that contains it', () => {
  expect(sourcesOf('catalog/detail')).toMatch(/<ContactSection product=/)
})
