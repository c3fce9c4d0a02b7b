import type { Tag } from '@core/domain/catalog/product'
import type { Article, ArticleError } from '@core/domain/content/article'
import { isBrokenFileId } from '@core/kernel/file-id'
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
import { cursor, entityId, optionalPlainText, type Page, plainText } from './primitives'

const picture = v.pipe(
  plainText(URL_MAX),
  v.check((one) => !isBrokenFileId(one), 'no file id'),
)

const block = v.variant('kind', [
  v.strictObject({ kind: v.literal('heading'), text: plainText(40) }),
  v.strictObject({ kind: v.literal('text'), text: plainText(ARTICLE_TEXT_MAX) }),
  v.strictObject({ kind: v.literal('picture'), picture, alt: plainText(40) }),
])

/** Creates or updates an article. `version` is the one that was read; 0 for a new article. */
export const saveArticleInput = v.strictObject({
  id: entityId,
  version: v.pipe(v.number(), v.integer(), v.minValue(0)),
  title: plainText(40),
  summary: optionalPlainText(60),
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

/** A product of an article that is on sale. */
export type ArticleProduct = { id: string; title: string; picture: string; fromFen: Fen }

/** An article for readers. */
export type ArticleView = ArticleCard & {
  blocks: Article['blocks']
  products: ArticleProduct[]
}

/** An article in the staff's list. */
export type StaffArticleRow = Omit<Article, 'blocks'>

/** An article in the editor, with the titles of its products. */
export type StaffArticleView = Article & {
  products: { id: string; title: string }[]
  /** All tags to choose from. */
  allTags: Pick<Tag, 'id' | 'name'>[]
}

/** Why an article was not saved; nothing has changed then. */
export type SaveArticleError =
  | ArticleError
  | { code: 'PRODUCT_UNKNOWN'; field: 'productIds'; productId: string }
  | { code: 'TAG_UNKNOWN'; field: 'tags'; tag: string }
  /** The article was changed since it was read. */
  | { code: 'STALE'; version: number }

/** Operations of customers on articles. */
export type ContentContract = {
  'articles.list': { input: ArticleListInput; output: Page<ArticleCard>; error: never }
  'articles.show': { input: ArticleInput; output: ArticleView; error: NotFound }
}

/** Operations of the staff on articles. */
export type ContentAdminContract = {
  'articles.list': { input: ArticleListInput; output: Page<StaffArticleRow>; error: never }
  'articles.show': { input: ArticleInput; output: StaffArticleView; error: NotFound }
  /** The tags that a new article may have. */
  'articles.tags': { input: NoInput; output: Pick<Tag, 'id' | 'name'>[]; error: never }
  'articles.save': { input: SaveArticleInput; output: StaffArticleView; error: SaveArticleError }
}

declare module '@core/contract' {
  interface ShopOperations extends ContentContract {}
  interface AdminOperations extends ContentAdminContract {}
}
