import { command, type Database, type Query } from '@core/data/database'
import { type DocumentPage, fromCursor, pageOf } from '@core/data/pages'
import type { Article } from '@core/domain/content/article'
import { PAGE_SIZE, PRODUCT_ARTICLES_MAX } from '@core/kernel/limits'

/** An article as stored. */
export type ArticleDocument = Omit<Article, 'id'> & { _id: string }

/** An article in a list: without its text. */
export type ArticleLine = Omit<Article, 'blocks'>

const LINE_FIELDS = [
  ...['_id', 'version', 'title', 'summary', 'cover', 'tags', 'productIds'],
  ...['isPublished', 'publishedAt', 'updatedAt'],
]

/** The article in a document. */
export const toArticle = ({ _id, ...rest }: ArticleDocument): Article => ({ id: _id, ...rest })

/** The document of an article. */
export const articleDocument = ({ id, ...rest }: Article): ArticleDocument => ({
  _id: id,
  ...rest,
})

const lineOf = ({ _id, blocks: _blocks, ...rest }: ArticleDocument): ArticleLine => ({
  id: _id,
  ...rest,
})

/** What is published for a product, latest first. */
export async function articlesOf(db: Database, productId: string): Promise<ArticleLine[]> {
  const read = await db.find('articles', {
    where: { productIds: productId, isPublished: true },
    orderBy: latestFirst('publishedAt'),
    limit: PRODUCT_ARTICLES_MAX,
    fields: LINE_FIELDS,
  })
  return read.map(lineOf)
}

/** A page of what is published, latest first. */
export const publishedArticles = (db: Database, cursor: string | undefined) =>
  pageBy(db, { path: 'publishedAt', cursor, where: { isPublished: true } })

/** A page of all articles, drafts among them, the latest changed first. */
export const allArticles = (db: Database, cursor: string | undefined) =>
  pageBy(db, { path: 'updatedAt', cursor, where: { updatedAt: command.gte(0) } })

type Listing = {
  path: 'publishedAt' | 'updatedAt'
  cursor: string | undefined
  where: Query['where']
}

async function pageBy(
  db: Database,
  { path, cursor, where }: Listing,
): Promise<DocumentPage<ArticleLine>> {
  const read = await db.find('articles', {
    where: fromCursor(where, { path, direction: 'desc', cursor }),
    orderBy: latestFirst(path),
    limit: PAGE_SIZE + 1,
    fields: LINE_FIELDS,
  })
  return pageOf(read.map(lineOf), PAGE_SIZE, (one) => ({ at: one[path] ?? 0, id: one.id }))
}

const latestFirst = (path: string) =>
  [
    [path, 'desc'],
    ['_id', 'desc'],
  ] as const
