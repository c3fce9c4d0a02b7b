import { command, type Database } from '@core/data/database'
import { fromStored } from '@core/data/documents'
import type { Tag } from '@core/domain/catalog/product'
import { BRANDS_MAX, TAGS_MAX } from '@core/kernel/limits'
import { wantedTokens } from '@core/kernel/search-tokens'

const BRANDS_ID = 'brands'
/** Brands whose products are still to be counted: two of each save that died. */
const DOUBTFUL_MAX = 40

/** All tags, sorted by name. */
export async function findTags(db: Database): Promise<Tag[]> {
  const read = await db.find('tags', {
    where: { name: command.gt('') },
    orderBy: [['name', 'asc']],
    limit: TAGS_MAX,
  })
  return read.map(fromStored<Tag>)
}

/** The brands in use, sorted by name. */
export async function findBrands(db: Database): Promise<string[]> {
  const document = await db.get('settings', BRANDS_ID)
  const names = (document?.names ?? []) as string[]
  return [...names].sort((a, b) => a.localeCompare(b, 'zh')).slice(0, BRANDS_MAX)
}

/**
 * Before a product's brand changes: lists the new one, and notes both as doubtful until
 * `settleBrands` has counted their products, after this change or after a later one.
 */
export async function doubtBrands(
  db: Database,
  { before, now }: { before: string; now: string },
): Promise<void> {
  const doubtful = [before, now].filter((brand) => brand !== '')
  const changes = {
    ...(now === '' ? {} : { names: command.addToSet(now) }),
    // The SDK's `addToSet` takes a single value; `pull` removes every repeat.
    doubtful: command.push({ each: doubtful, slice: -DOUBTFUL_MAX }),
  }
  if ((await db.update('settings', { _id: BRANDS_ID }, changes)) > 0) return
  const names = now === '' ? [] : [now]
  if (await db.addOnce('settings', { _id: BRANDS_ID, names, doubtful })) return
  await db.update('settings', { _id: BRANDS_ID }, changes)
}

/**
 * Lists the brands that a product has and no others, as far as they are doubtful or among
 * `changed`: of two saves at once, the other may have settled a brand before this one's product
 * had it.
 */
export async function settleBrands(db: Database, changed: readonly string[]): Promise<void> {
  const document = await db.get('settings', BRANDS_ID)
  const doubtful = (document?.doubtful ?? []) as string[]
  for (const brand of new Set([...doubtful, ...changed])) {
    if (brand === '') continue
    const isUsed = (await countProducts(db, { brand })) > 0
    const names = isUsed ? command.addToSet(brand) : command.pull(brand)
    await db.update('settings', { _id: BRANDS_ID }, { names, doubtful: command.pull(brand) })
  }
}

/** How many products there are, on sale or not, with one brand, tag or category. */
export function countProducts(
  db: Database,
  narrowing: { brand: string } | { tagId: string } | { categoryId: string },
): Promise<number> {
  const tokens = [false, true].flatMap((isOffSale) => wantedTokens({ ...narrowing, isOffSale }))
  return db.count('products', { tokens: command.in(tokens) })
}
