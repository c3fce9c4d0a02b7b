import type { DetailBlock } from '@core/domain/catalog/product'
import type { Instant } from '@core/kernel/calendar'

/** A piece that the shop writes: how to use something, where it comes from. Plain text. */
export type Article = {
  id: string
  version: number
  title: string
  /** One sentence for lists. */
  summary: string
  /** The picture's name or address. */
  cover: string
  blocks: DetailBlock[]
  /** Tags of the shop, by id: reading it is interest in them. */
  tags: string[]
  /** Products on whose pages it is listed. */
  productIds: string[]
  isPublished: boolean
  /** When it was first published; `null` for a draft. */
  publishedAt: Instant | null
  updatedAt: Instant
}

/** Why an article cannot be published as it is. */
export type ArticleError = { code: 'NOTHING_TO_READ'; field: 'blocks' }

/** What is missing for readers; `null` when it may be published. */
export const articleError = ({ blocks }: Pick<Article, 'blocks'>): ArticleError | null =>
  blocks.some((block) => block.kind === 'text')
    ? null
    : { code: 'NOTHING_TO_READ', field: 'blocks' }

/** The tags that reading an article speaks for: its own and those of its products, each once. */
export const tagsReadWith = (
  article: Pick<Article, 'tags'>,
  products: readonly { tags: readonly string[] }[],
): string[] => [...new Set([...article.tags, ...products.flatMap((product) => product.tags)])]
