import type { Fen } from './money'

/**
 * Search by tokens: a product stores the tokens it is found by, for words and categories alike. The
 * words of products are `search-text.ts`'s; the tokens of filters contain a colon, so that no word
 * can be mistaken for a category. The end of this file is how people's names are found.
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

/** What a list of products is narrowed to; `isOffSale`: those not on sale instead of the others. */
export type TokenFilter = {
  isOffSale?: boolean
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

/** The tokens of a product's filters; those of its words follow them. */
export const filterTokens = (product: Facets): string[] => [
  ANY_PRODUCT,
  ...product.categoryIds.map(categoryToken),
  ...(product.brand ? [brandToken(product.brand)] : []),
  ...product.tags.map(tagToken),
  bandToken(priceBandOf(product.fromFen)),
]

/** The same token of a product that is not on sale. */
export const offSale = (token: string): string => `${OFF_SALE}${token}`

/** The tokens of a product as it goes on sale or off. */
export const switchedTokens = (tokens: readonly string[], isOnSale: boolean): string[] => {
  // Only this one has the sign and nothing before it.
  const wasOnSale = tokens.includes(ANY_PRODUCT)
  if (wasOnSale === isOnSale) return [...tokens]
  return tokens.map(isOnSale ? (token) => token.slice(OFF_SALE.length) : offSale)
}

/** The tokens of the filters that few products have, the rarest first. */
export function rareTokens({ brand, tagId, categoryId, isOffSale }: TokenFilter): string[] {
  const tokens = [
    ...(brand ? [brandToken(brand)] : []),
    ...(tagId ? [tagToken(tagId)] : []),
    ...(categoryId ? [categoryToken(categoryId)] : []),
  ]
  return isOffSale ? tokens.map(offSale) : tokens
}

/**
 * The tokens that a product must all have, the rarest first: the index is looked up by the first.
 * Without any filter it is the one that every product has.
 */
export function wantedTokens(filter: TokenFilter): [string, ...string[]] {
  const { priceBand, isOffSale = false } = filter
  const common = priceBand ? bandToken(priceBand) : ANY_PRODUCT
  const [first, ...rest] = [
    ...rareTokens(filter),
    ...(priceBand ? [isOffSale ? offSale(common) : common] : []),
  ]
  return first === undefined ? [isOffSale ? offSale(common) : common] : [first, ...rest]
}

const CHINESE = /[\u3400-\u9fff]+/g
const LATIN = /[a-z0-9]+/g

/**
 * The tokens under which a name is found: every Chinese character and pair of neighbours, and every
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
