import type { Fen } from './money'

/**
 * Search by tokens: a product stores the tokens it is found by, for words and categories alike, and
 * a search requires all of its own tokens. Words are Chinese characters, pairs of adjacent ones and
 * Latin letters; other tokens contain a colon, so that no word can be mistaken for a category.
 */

/** Tokens of one product: each is a row in every index that lists are sorted by. */
export const TOKENS_MAX = 300

/** The price bands of the filter, in fen: from the first bound up to the second. */
export const PRICE_BANDS = [
  { id: 'to50', fromFen: 0, belowFen: 5_000 },
  { id: 'to100', fromFen: 5_000, belowFen: 10_000 },
  { id: 'to200', fromFen: 10_000, belowFen: 20_000 },
  { id: 'to500', fromFen: 20_000, belowFen: 50_000 },
  { id: 'over500', fromFen: 50_000, belowFen: null },
] as const satisfies readonly { id: string; fromFen: Fen; belowFen: Fen | null }[]
export type PriceBand = (typeof PRICE_BANDS)[number]['id']

/** The band a price is in. */
export const priceBandOf = (fen: Fen): PriceBand =>
  PRICE_BANDS.find(({ belowFen }) => belowFen === null || fen < belowFen)?.id ?? 'over500'

/** How lists are sorted: 综合 · 销量 · 新品 · 价格 ↑ ↓. */
export const PRODUCT_ORDERS = ['default', 'sold', 'fresh', 'priceUp', 'priceDown'] as const
export type ProductOrder = (typeof PRODUCT_ORDERS)[number]

/** What a product is filtered by. */
export type Facets = {
  categoryIds: readonly string[]
  brand: string
  tags: readonly string[]
  fromFen: Fen
}

/** What a list of products is narrowed to. */
export type TokenFilter = {
  word?: string
  categoryId?: string
  brand?: string
  tagId?: string
  priceBand?: PriceBand
}

/** The token every product on sale has, and the one every other product has. */
const ANY_PRODUCT = ':'
/** Before every token of a product that is not on sale, so that customers never meet it. */
const OFF_SALE = 'off'

const categoryToken = (id: string) => `c:${id}`
const brandToken = (brand: string) => `b:${brand}`
const tagToken = (id: string) => `t:${id}`
const bandToken = (band: PriceBand) => `p:${band}`

/** All tokens of a product; the words come last, so that a long text costs no filter. */
export function productTokens(product: Facets & { isOnSale: boolean }, words: string): string[] {
  const tokens = [
    ANY_PRODUCT,
    ...product.categoryIds.map(categoryToken),
    ...(product.brand ? [brandToken(product.brand)] : []),
    ...product.tags.map(tagToken),
    bandToken(priceBandOf(product.fromFen)),
    ...indexTokens(`${words} ${product.brand}`),
  ].slice(0, TOKENS_MAX)
  return product.isOnSale ? tokens : tokens.map(offSale)
}

const offSale = (token: string) => `${OFF_SALE}${token}`

/**
 * The tokens that a product must all have, the rarest first: the index is looked up by the first.
 * A single character (茶) matches more products than a brand, a tag or a category does. `null` when
 * the word contains nothing that can be searched for.
 */
export function wantedTokens(
  narrowing: TokenFilter & { isOffSale?: boolean },
): [string, ...string[]] | null {
  const { word, categoryId, brand, tagId, priceBand } = narrowing
  const words = word ? queryTokens(word) : []
  if (word && words.length === 0) return null
  const [first = ANY_PRODUCT, ...rest] = [
    ...words.filter((token) => token.length > 1),
    ...(brand ? [brandToken(brand)] : []),
    ...(tagId ? [tagToken(tagId)] : []),
    ...(categoryId ? [categoryToken(categoryId)] : []),
    ...words.filter((token) => token.length === 1),
    ...(priceBand ? [bandToken(priceBand)] : []),
  ]
  return narrowing.isOffSale ? [offSale(first), ...rest.map(offSale)] : [first, ...rest]
}

const CHINESE = /[\u3400-\u9fff]+/g
const LATIN = /[a-z0-9]+/g

/**
 * The tokens under which text is found: every Chinese character and pair of neighbours, and every
 * Latin word with its beginnings of two letters and more. Order is of first appearance.
 */
export function indexTokens(text: string): string[] {
  const lower = text.toLowerCase()
  const chinese = [...lower.matchAll(CHINESE)].flatMap(([run]) => [...run, ...pairs(run)])
  const latin = [...lower.matchAll(LATIN)].flatMap(([word]) => prefixes(word))
  return [...new Set([...chinese, ...latin])]
}

/**
 * The tokens a word must have all of, pairs before single characters: pairs where there are two
 * characters, whole Latin words.
 */
export function queryTokens(word: string): string[] {
  const lower = word.toLowerCase()
  const chinese = [...lower.matchAll(CHINESE)].flatMap(([run]) =>
    run.length === 1 ? [run] : pairs(run),
  )
  const latin = [...lower.matchAll(LATIN)].map(([run]) => run)
  return [...new Set([...chinese, ...latin])].sort((a, b) => b.length - a.length)
}

const pairs = (run: string): string[] =>
  Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

const prefixes = (word: string): string[] =>
  word.length < 2
    ? [word]
    : Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 2))
