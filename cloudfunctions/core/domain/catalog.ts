import type { Instant } from './calendar'
import type { Fen } from './money'

/** A shelf of the shop. */
export type Category = { id: string; name: string; picture: string; sort: number }

/** One dimension of choice (规格), such as 容量: 250g · 500g. */
export type SpecDimension = { name: string; values: string[] }

/** What is shown and found; what is sold is its SKUs. */
export type Product = {
  id: string
  categoryId: string
  title: string
  subtitle: string
  pictures: string[]
  description: string
  /** Rows of the table of facts: 产地, 保质期 … */
  attributes: { name: string; value: string }[]
  dimensions: SpecDimension[]
  /** The lowest price of its SKUs, kept here for lists. */
  fromFen: Fen
  marketFen: Fen | null
  sold: number
  isOnSale: boolean
  /** Position on the shelf; lower comes first. */
  sort: number
  keywords: string[]
  createdAt: Instant
}

/** A sellable variant with its own price and stock. `available` excludes what orders hold. */
export type Sku = {
  id: string
  productId: string
  /** One value per dimension of the product, in their order. */
  values: string[]
  priceFen: Fen
  marketFen: Fen | null
  available: number
  picture: string
  isOnSale: boolean
}

/** `500g · 礼盒装`: the words of a SKU's choice. */
export const specWords = (values: readonly string[]): string => values.join(' · ')

const CHINESE = /[\u3400-\u9fff]+/g
const LATIN = /[a-z0-9]+/g

/**
 * The tokens under which text is found: every Chinese character and pair of neighbours, and every
 * Latin word with its beginnings of two letters and more. Order is of first appearance.
 */
export function indexTokens(text: string): string[] {
  const lower = text.toLowerCase()
  const chinese = [...lower.matchAll(CHINESE)].flatMap(([run]) => [
    ...run,
    ...pairs(run),
  ])
  const latin = [...lower.matchAll(LATIN)].flatMap(([word]) => beginnings(word))
  return [...new Set([...chinese, ...latin])]
}

/** The tokens a word must have all of: pairs where there are two characters, whole Latin words. */
export function queryTokens(word: string): string[] {
  const lower = word.toLowerCase()
  const chinese = [...lower.matchAll(CHINESE)].flatMap(([run]) =>
    run.length === 1 ? [run] : pairs(run),
  )
  const latin = [...lower.matchAll(LATIN)].map(([run]) => run)
  return [...new Set([...chinese, ...latin])]
}

const pairs = (run: string): string[] =>
  Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2))

const beginnings = (word: string): string[] =>
  word.length < 2
    ? [word]
    : Array.from({ length: word.length - 1 }, (_, at) => word.slice(0, at + 2))
