import type {
  ArticleCard,
  ArticleInput,
  ArticleListInput,
  ArticleView,
} from '@core/contract/content'
import type { NotFound } from '@core/contract/errors'
import type { Page } from '@core/contract/primitives'
import { articlesOf, publishedArticles, toArticle } from '@core/data/content/articles'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { ARTICLE_PRODUCT_FIELDS, articleCard, articleView } from './views'

/** Published articles, latest first. */
export async function listArticles(
  ctx: Context,
  { cursor }: ArticleListInput,
): Promise<Result<Page<ArticleCard>, never>> {
  const page = await publishedArticles(ctx.db, cursor)
  return ok({ items: page.items.map(articleCard), next: page.next })
}

/** A published article; a draft is `NOT_FOUND`. */
export async function showArticle(
  ctx: Context,
  { articleId }: ArticleInput,
): Promise<Result<ArticleView, NotFound>> {
  const document = await ctx.db.get('articles', articleId)
  if (!document?.isPublished) return fail({ code: 'NOT_FOUND' })
  const products = await ctx.db.getMany('products', document.productIds, {
    fields: ARTICLE_PRODUCT_FIELDS,
  })
  return ok(articleView(toArticle(document), products))
}

/** The articles on a product's page; takes one round of the database. */
export const articlesOfProduct = async (ctx: Context, productId: string): Promise<ArticleCard[]> =>
  (await articlesOf(ctx.db, productId)).map(articleCard)
