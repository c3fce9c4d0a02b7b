import { command, type Database, type Query } from '@core/data/database'
import { fromStored, type Stored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage, mapPage } from '@core/data/pages'
import type { Article } from '@core/domain/content/article'
import { PAGE_SIZE, PRODUCT_ARTICLES_MAX } from '@core/kernel/limits'

/** An article as stored, its blocks included. */
export type ArticleDocument = Stored<Article>

/** An article in a list, without its blocks. */
export type ArticleLine = Omit<Article, 'blocks'>

const LINE_FIELDS = [
  ...['_id', 'version', 'title', 'summary', 'cover', 'tags', 'productIds'],
  ...['isPublished', 'publishedAt', 'updatedAt'],
]

export const toArticle = fromStored<Article>
export const articleDocument = toStored<Article>

const lineOf = ({ blocks: _blocks, ...rest }: ArticleDocument): ArticleLine =>
  fromStored<ArticleLine>(rest)

/** The published articles about a product, latest first. */
export async function articlesOf(db: Database, productId: string): Promise<ArticleLine[]> {
  const read = await db.find('articles', {
    where: { productIds: productId, isPublished: true },
    orderBy: [
      ['publishedAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PRODUCT_ARTICLES_MAX,
    fields: LINE_FIELDS,
  })
  return read.map(lineOf)
}

/** A page of published articles, latest first. */
export const publishedArticles = (db: Database, cursor: string | undefined, size?: number) =>
  pageBy(db, { path: 'publishedAt', cursor, where: { isPublished: true }, size })

/** A page of all articles including drafts, last changed first. */
export const allArticles = (db: Database, cursor: string | undefined) =>
  pageBy(db, { path: 'updatedAt', cursor, where: { updatedAt: command.gte(0) } })

type Listing = {
  path: 'publishedAt' | 'updatedAt'
  cursor: string | undefined
  where: Query['where']
  size?: number | undefined
}

async function pageBy(
  db: Database,
  { path, cursor, where, size = PAGE_SIZE }: Listing,
): Promise<DocumentPage<ArticleLine>> {
  const query = { where, sortBy: [path, 'desc'], cursor, size, fields: LINE_FIELDS } as const
  return mapPage(await findPage(db, 'articles', query), lineOf)
}
