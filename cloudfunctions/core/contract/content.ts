import type { Tag } from '@core/domain/catalog/product'
import type { Article, ArticleError } from '@core/domain/content/article'
import {
  ARTICLE_BLOCKS_MAX,
  ARTICLE_PRODUCTS_MAX,
  ARTICLE_TEXT_MAX,
  URL_MAX,
} from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { NoInput } from './primitives'
import { cursor, entityId, type Page, plainText } from './primitives'

const picture = plainText(URL_MAX)

const block = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: plainText(40) }),
  v.strictObject({ kind: v.literal('text'), text: plainText(ARTICLE_TEXT_MAX) }),
  v.strictObject({ kind: v.literal('picture'), picture, alt: plainText(40) }),
])

/** Creates an article or brings it up to date. `version` is the one that was read; 0 for a new. */
export const saveArticleInput = v.strictObject({
  id: entityId,
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  title: plainText(40),
  summary: v.union([v.literal(''), plainText(60)]),
  cover: picture,
  blocks: v.pipe(v.array(block), v.maxLength(ARTICLE_BLOCKS_MAX)),
  tags: v.pipe(v.array(entityId), v.maxLength(8)),
  productIds: v.pipe(v.array(entityId), v.maxLength(ARTICLE_PRODUCTS_MAX)),
  isPublished: v.boolean(),
})
export type SaveArticleInput = v.InferOutput<typeof saveArticleInput>

/** One article, by id. */
export const articleInput = v.strictObject({ articleId: entityId })
export type ArticleInput = v.InferOutput<typeof articleInput>

/** A page of articles. */
export const articleListInput = v.strictObject({ cursor })
export type ArticleListInput = v.InferOutput<typeof articleListInput>

/** An article in a list. */
export type ArticleCard = {
  id: string
  title: string
  summary: string
  cover: string
  publishedAt: number
}

/** A product that an article speaks of, as far as it is on sale. */
export type ArticleProduct = { id: string; title: string; picture: string; fromFen: Fen }

/** An article as it is read. */
export type ArticleView = ArticleCard & {
  blocks: Article['blocks']
  products: ArticleProduct[]
}

/** An article in the staff's list. */
export type StaffArticleRow = Omit<Article, 'blocks'>

/** An article in the editor, with the titles of what it is tied to. */
export type StaffArticleView = Article & {
  products: { id: string; title: string }[]
  /** All tags of the shop, to choose from. */
  allTags: Pick<Tag, 'id' | 'name'>[]
}

/** Why an article was not saved; nothing has changed then. */
export type SaveArticleError =
  | ArticleError
  | { code: 'PRODUCT_UNKNOWN'; field: 'productIds'; productId: string }
  | { code: 'TAG_UNKNOWN'; field: 'tags'; tag: string }
  /** Somebody else saved meanwhile. */
  | { code: 'STALE'; version: number }

/** What anyone may read. */
export type ContentContract = {
  'articles.list': { input: ArticleListInput; output: Page<ArticleCard>; error: never }
  'articles.show': { input: ArticleInput; output: ArticleView; error: NotFound }
}

/** What the staff may do with articles. */
export type ContentAdminContract = {
  'articles.list': { input: ArticleListInput; output: Page<StaffArticleRow>; error: never }
  'articles.show': { input: ArticleInput; output: StaffArticleView; error: NotFound }
  /** What a new article is tied to is chosen from these. */
  'articles.tags': { input: NoInput; output: Pick<Tag, 'id' | 'name'>[]; error: never }
  'articles.save': { input: SaveArticleInput; output: StaffArticleView; error: SaveArticleError }
}

declare module '@core/contract' {
  interface ShopOperations extends ContentContract {}
  interface AdminOperations extends ContentAdminContract {}
}
