import type { ArticleCard, ArticleView, StaffArticleView } from '@core/contract/content'
import type { ArticleLine } from '@core/data/content/articles'
import type { DocumentOf } from '@core/data/documents'
import type { Article } from '@core/domain/content/article'

/** What an article shows of its products. */
export const ARTICLE_PRODUCT_FIELDS = ['_id', 'title', 'pictures', 'fromFen', 'isOnSale'] as const

type Products = readonly Pick<DocumentOf<'products'>, (typeof ARTICLE_PRODUCT_FIELDS)[number]>[]

/** An article in a list. */
export const articleCard = (article: ArticleLine): ArticleCard => ({
  id: article.id,
  title: article.title,
  summary: article.summary,
  cover: article.cover,
  publishedAt: article.publishedAt ?? 0,
})

/** An article for readers, with those of its products that are on sale. */
export const articleView = (article: Article, products: Products): ArticleView => ({
  ...articleCard(article),
  blocks: article.blocks,
  products: inOrder(article, products)
    .filter((product) => product.isOnSale)
    .map(({ _id, title, pictures, fromFen }) => ({
      id: _id,
      title,
      picture: pictures[0] ?? '',
      fromFen,
    })),
})

/** An article in the editor. */
export const staffArticleView = (
  article: Article,
  products: Products,
  allTags: StaffArticleView['allTags'],
): StaffArticleView => ({
  ...article,
  products: inOrder(article, products).map(({ _id, title }) => ({ id: _id, title })),
  allTags,
})

/** In the author's order; the database returns them in none. */
const inOrder = ({ productIds }: Article, products: Products) =>
  productIds.flatMap((id) => products.find((product) => product._id === id) ?? [])
