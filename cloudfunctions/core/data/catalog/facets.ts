import { command, type Database } from '@core/data/database'
import { fromStored } from '@core/data/documents'
import type { Tag } from '@core/domain/catalog/product'
import { BRANDS_MAX, TAGS_MAX } from '@core/kernel/limits'
import { wantedTokens } from '@core/kernel/search-tokens'

const BRANDS_ID = 'brands'

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

/** Adds a brand to those in use. */
export async function addBrand(db: Database, brand: string): Promise<void> {
  const updated = await db.update(
    'settings',
    { _id: BRANDS_ID },
    {
      names: command.addToSet(brand),
    },
  )
  if (updated > 0) return
  if (await db.addOnce('settings', { _id: BRANDS_ID, names: [brand] })) return
  await db.update('settings', { _id: BRANDS_ID }, { names: command.addToSet(brand) })
}

/** Removes a brand from those in use, unless another product still has it. */
export async function removeBrand(db: Database, brand: string): Promise<void> {
  if ((await countProducts(db, { brand })) > 0) return
  await db.update('settings', { _id: BRANDS_ID }, { names: command.pull(brand) })
}

/** How many products there are, on sale or not, with one brand, tag or category. */
export function countProducts(
  db: Database,
  narrowing: { brand: string } | { tagId: string } | { categoryId: string },
): Promise<number> {
  const tokens = [false, true].flatMap(
    (isOffSale) => wantedTokens({ ...narrowing, isOffSale }) ?? [],
  )
  return db.count('products', { tokens: command.in(tokens) })
}
