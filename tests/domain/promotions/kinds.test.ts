import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { PROMOTION_SCHEMAS } from '@core/contract/promotions'
import { PRICING_RULES } from '@core/domain/pricing/rules'
import { PROMOTION_KINDS, promotionCode } from '@core/domain/promotions/promotion'
import { PROMOTION_KIND_COPY } from '@/copy/promotion-kinds'

const CORE = join(__dirname, '../../../cloudfunctions/core')

/** The files that belong to one kind. */
const OWN_FILES = ['domain/promotions/kinds/', 'domain/pricing/rules/', 'contract/promotions/']

/** A line of an order may be a gift, whatever promotion it came from. */
const LINE_KIND = 'gift'

const sorted = (names: Iterable<string>): string[] => [...names].sort()

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : entry.name.endsWith('.ts') ? [path] : []
  })
}

describe('the kinds of promotion', () => {
  const kinds = sorted(PROMOTION_KINDS)

  test('are each in the lists of rules, schemas and texts', () => {
    expect(sorted(Object.keys(PRICING_RULES))).toEqual(kinds)
    expect(sorted(PROMOTION_SCHEMAS.map(({ entries }) => entries.kind.literal))).toEqual(kinds)
    expect(sorted(Object.keys(PROMOTION_KIND_COPY))).toEqual(kinds)
  })

  test('have a code each', () => {
    expect(new Set(PROMOTION_KINDS.map(promotionCode)).size).toBe(kinds.length)
  })

  test('are named as a literal in no file of the core but their own', () => {
    const literals = PROMOTION_KINDS.filter((kind) => kind !== LINE_KIND).map((kind) => `'${kind}'`)
    const naming = filesOf(CORE)
      .map((path) => relative(CORE, path))
      .filter((path) => !OWN_FILES.some((folder) => path.startsWith(folder)))
      .filter((path) => {
        const text = readFileSync(join(CORE, path), 'utf8')
        return literals.some((literal) => text.includes(literal))
      })
    expect(naming).toEqual([])
  })
})
