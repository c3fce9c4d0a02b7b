import type {
  ArticleInput,
  ArticleListInput,
  SaveArticleError,
  SaveArticleInput,
  StaffArticleRow,
  StaffArticleView,
} from '@core/contract/content'
import type { NotFound } from '@core/contract/errors'
import type { Page } from '@core/contract/primitives'
import { findTags } from '@core/data/catalog/facets'
import { mentionProducts } from '@core/data/catalog/reindex'
import {
  type ArticleDocument,
  allArticles,
  articleDocument,
  toArticle,
} from '@core/data/content/articles'
import { type Article, articleError } from '@core/domain/content/article'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { type Versioned, versionedSave } from '@core/operations/versioned-save'
import { ARTICLE_PRODUCT_FIELDS, staffArticleView } from './views'

/** All articles including drafts, last changed first. */
export async function listStaffArticles(
  ctx: Context,
  { cursor }: ArticleListInput,
): Promise<Result<Page<StaffArticleRow>, never>> {
  return ok(await allArticles(ctx.db, cursor))
}

/** An article for its editor. */
export async function showStaffArticle(
  ctx: Context,
  { articleId }: ArticleInput,
): Promise<Result<StaffArticleView, NotFound>> {
  const document = await ctx.db.get('articles', articleId)
  if (!document) return fail({ code: 'NOT_FOUND' })
  return ok(await viewOf(ctx, toArticle(document)))
}

/** The tags that an article may have. */
export const listArticleTags = async (
  ctx: Context,
): Promise<Result<StaffArticleView['allTags'], never>> => ok(await tagNames(ctx))

/**
 * Creates or updates an article. A draft may be incomplete; a published article must have content.
 * `STALE`: the article was changed since the caller read it.
 */
export async function saveArticle(
  ctx: Context,
  { version, ...fields }: SaveArticleInput,
): Promise<Result<StaffArticleView, SaveArticleError>> {
  const error = fields.isPublished ? articleError(fields) : null
  if (error) return fail(error)
  const unknown = await unknownReference(ctx, fields)
  if (unknown) return fail(unknown)
  let former: readonly string[] = []
  const saved = await ctx.db.transact(async (transaction): Promise<Saved> => {
    const before = await transaction.get('articles', fields.id)
    former = before?.productIds ?? []
    const save = versionedSave(before && savedIn(before), { version, value: fields })
    if (before && save === 'REPEATED') return ok(toArticle(before))
    if (save !== 'NEW') return fail({ code: 'STALE', version: before?.version ?? 0 })
    const article: Article = {
      ...fields,
      version: version + 1,
      publishedAt: before?.publishedAt ?? (fields.isPublished ? ctx.now : null),
      updatedAt: ctx.now,
    }
    await transaction.put('articles', articleDocument(article))
    return ok(article)
  })
  if (!saved.ok) return saved
  await mentionIn(ctx, saved.value, former)
  return ok(await viewOf(ctx, saved.value))
}

/** Lets its products be found by the title of a published article; those it left, no longer. */
async function mentionIn(
  ctx: Context,
  { id, title, isPublished, productIds }: Article,
  former: readonly string[],
): Promise<void> {
  const left = former.filter((productId) => !productIds.includes(productId))
  await Promise.all([
    mentionProducts(ctx.db, productIds, { id, title: isPublished ? title : null }),
    mentionProducts(ctx.db, left, { id, title: null }),
  ])
}

type Saved = Result<Article, SaveArticleError>

/** What the last save of an article was sent as. */
function savedIn(stored: ArticleDocument): Versioned {
  const { publishedAt: _published, updatedAt: _updated, version, ...value } = toArticle(stored)
  return { version, value }
}

/** The first product or tag that does not exist. */
async function unknownReference(
  ctx: Context,
  { productIds, tags }: Pick<Article, 'productIds' | 'tags'>,
): Promise<SaveArticleError | null> {
  const [products, known] = await Promise.all([
    ctx.db.getMany('products', productIds, { fields: ['_id'] }),
    ctx.db.getMany('tags', tags),
  ])
  const productId = productIds.find((id) => !products.some((product) => product._id === id))
  if (productId !== undefined) {
    return { code: 'PRODUCT_UNKNOWN', field: 'productIds', productId }
  }
  const tag = tags.find((id) => !known.some((one) => one._id === id))
  return tag === undefined ? null : { code: 'TAG_UNKNOWN', field: 'tags', tag }
}

async function viewOf(ctx: Context, article: Article): Promise<StaffArticleView> {
  const [products, tags] = await Promise.all([
    ctx.db.getMany('products', article.productIds, { fields: ARTICLE_PRODUCT_FIELDS }),
    tagNames(ctx),
  ])
  return staffArticleView(article, products, tags)
}

const tagNames = async (ctx: Context): Promise<StaffArticleView['allTags']> =>
  (await findTags(ctx.db)).map(({ id, name }) => ({ id, name }))
