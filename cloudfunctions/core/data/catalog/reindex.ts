import { command, type Database } from '@core/data/database'
import { findPage } from '@core/data/pages'
import type { StoredDocument } from '@core/data/schemas'
import {
  type IndexedProduct,
  type ProductIndex,
  type ProductNames,
  productIndex,
} from '@core/domain/catalog/product-index'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { isSameValue } from '@core/kernel/same-value'
import { wantedTokens } from '@core/kernel/search-tokens'
import type { Mention } from './documents'
import { findTags } from './facets'
import { findCategories } from './products'

/** What the index of a product is made of, and the index itself. */
export const INDEX_FIELDS = [
  ...['title', 'subtitle', 'keywords', 'attributes', 'dimensions', 'brand', 'isOnSale'],
  ...['categoryIds', 'tags', 'fromFen', 'mentions', 'tokens', 'ends', 'words'],
]

/** Articles about one product whose titles it is found by: the latest. */
const MENTIONS_MAX = 10
/** Products indexed at the same time. */
const PARALLEL = 8
/** Times a product is read again that was changed meanwhile. */
const ATTEMPTS = 3

/** What the categories and tags of the shop are called, by id. */
type Shelves = { categories: ReadonlyMap<string, string>; tags: ReadonlyMap<string, string> }

/** Reads what categories and tags are called. */
export async function readShelves(db: Database): Promise<Shelves> {
  const [categories, tags] = await Promise.all([findCategories(db), findTags(db)])
  return shelvesOf(categories, tags)
}

type Named = { id: string; name: string }

/** The names of these categories and tags. */
export const shelvesOf = (categories: readonly Named[], tags: readonly Named[]): Shelves => ({
  categories: new Map(categories.map(({ id, name }) => [id, name])),
  tags: new Map(tags.map(({ id, name }) => [id, name])),
})

type Placed = Pick<IndexedProduct, 'categoryIds' | 'tags'>

/** What a product is called by what it belongs to, and by the articles about it. */
export const namesOf = (
  { categoryIds, tags }: Placed,
  shelves: Shelves,
  mentions: readonly Mention[] = [],
): ProductNames => ({
  categories: categoryIds.flatMap((id) => shelves.categories.get(id) ?? []),
  tags: tags.flatMap((id) => shelves.tags.get(id) ?? []),
  articles: mentions.map(({ title }) => title),
})

/** Indexes products anew that are called otherwise now; the missing are left out. */
export async function reindexProducts(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const [shelves, products] = await Promise.all([
    readShelves(db),
    db.getMany('products', ids, { fields: ['_id', ...INDEX_FIELDS] }),
  ])
  await mapWithConcurrency(products, PARALLEL, (product) => reindexStored(db, product, shelves))
}

/**
 * Indexes a stored product anew; `false` when its index is right already. A product that is saved
 * meanwhile is read again, so that the newer index stays.
 */
export async function reindexStored(
  db: Database,
  stored: StoredDocument,
  shelves: Shelves,
): Promise<boolean> {
  const where = { _id: stored._id }
  let found: StoredDocument | undefined = stored
  for (let attempt = 1; found && attempt <= ATTEMPTS; attempt += 1) {
    const product = found as unknown as IndexedProduct & { mentions?: Mention[] }
    const { tokens, ends, words } = found
    const index = productIndex(product, namesOf(product, shelves, product.mentions))
    if (isSameValue({ tokens, ends, words }, index)) return false
    const asRead = { ...where, tokens: command.eq(tokens) }
    if ((await db.update('products', asRead, replaced(index))) > 0) return true
    found = (await db.findStored('products', { where, limit: 1, fields: INDEX_FIELDS }))[0]
  }
  return false
}

/** The index as an update writes it: as a whole. */
export const replaced = ({ tokens, ends, words }: ProductIndex) => ({
  tokens: command.set(tokens),
  ends: command.set(ends),
  words: command.set(words),
})

/** The first products with a category or a tag, on sale or not. */
export async function productsWith(
  db: Database,
  narrowing: { categoryId: string } | { tagId: string },
  most: number,
): Promise<string[]> {
  const pages = await Promise.all(
    [false, true].map((isOffSale) =>
      findPage(db, 'products', {
        where: { tokens: wantedTokens({ ...narrowing, isOffSale })[0] },
        sortBy: ['sort', 'asc'],
        cursor: undefined,
        size: most,
        fields: ['_id', 'sort'],
      }),
    ),
  )
  return pages.flatMap(({ items }) => items.map(({ _id }) => _id)).slice(0, most)
}

/**
 * Notes on products that an article speaks of them, by its title, or with `null` that it no longer
 * does, and indexes them anew. Doing it again changes nothing.
 */
export async function mentionProducts(
  db: Database,
  productIds: readonly string[],
  { id, title }: { id: string; title: string | null },
): Promise<void> {
  await mapWithConcurrency([...productIds], PARALLEL, async (_id) => {
    const others = { _id, 'mentions.id': id }
    await db.update('products', others, { mentions: command.pull({ id }) })
    if (title === null) return
    const mention = command.push({ each: [{ id, title }], slice: -MENTIONS_MAX })
    await db.update('products', { _id }, { mentions: mention })
  })
  await reindexProducts(db, productIds)
}
