import { indexTerms, wholeWords } from '@core/kernel/search-text'
import { type Facets, filterTokens, offSale, TOKENS_MAX } from '@core/kernel/search-tokens'
import type { Product } from './product'

/** Whole words of one product, such as its keywords: they are compared, not looked up. */
export const WORDS_MAX = 100
/** Characters of a whole word; a longer one is a sentence, which nobody types. */
const WHOLE_WORD_MAX = 20

/** What a product is called elsewhere: by its categories, its tags and the articles about it. */
export type ProductNames = { categories: string[]; tags: string[]; articles: string[] }

/** What search reads of a product itself. */
export type IndexedProduct = Facets &
  Pick<
    Product,
    'title' | 'subtitle' | 'keywords' | 'attributes' | 'dimensions' | 'brand' | 'isOnSale'
  >

/** What a product is found by. */
export type ProductIndex = {
  /** Looked up in the database: the filters, then the terms of its texts, the best first. */
  tokens: string[]
  /** Where in `tokens` the terms of the title end, and those of what kind of thing it is. */
  ends: { title: number; kind: number }
  /** Whole keywords, values, names of categories, tags and brand, and the parts of the title. */
  words: string[]
}

/**
 * The index of a product. Single characters are found in its title and in what kind of thing it is,
 * and not in remarks: in running text nearly every character occurs.
 */
export function productIndex(product: IndexedProduct, names: ProductNames): ProductIndex {
  const values = product.dimensions.flatMap((dimension) => dimension.values)
  const facts = product.attributes.map(({ value }) => value)
  const { categories, tags, articles } = names
  const kinds = [...product.keywords, product.brand, ...categories, ...tags, ...values]
  const remarks = [product.subtitle, ...facts, ...articles]
  const filters = filterTokens(product)
  const title = withTerms(filters, [product.title])
  const kind = withTerms(title, kinds)
  const all = withTerms(kind, remarks, { isSparse: true })
  const words = [...kinds, product.title].flatMap(wholeWords).filter(isWord)
  return {
    tokens: product.isOnSale ? all : all.map(offSale),
    ends: { title: title.length, kind: kind.length },
    words: [...new Set(words)].slice(0, WORDS_MAX),
  }
}

const isWord = (word: string): boolean => [...word].length <= WHOLE_WORD_MAX

const withTerms = (
  tokens: readonly string[],
  texts: readonly string[],
  options: { isSparse?: boolean } = {},
): string[] =>
  [...new Set([...tokens, ...texts.flatMap((text) => indexTerms(text, options))])].slice(
    0,
    TOKENS_MAX,
  )
