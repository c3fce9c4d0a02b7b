import type { ReportedEvent } from '@core/contract/events'
import { tagsReadWith } from '@core/domain/content/article'
import type { Context } from '@core/operations/context'

type Event = Pick<ReportedEvent, 'kind' | 'articleId' | 'productId'>
/** An event, and of a reading the tags that it speaks for. */
type Tagged<E> = E & { tags?: string[] }

/**
 * Adds to every reading what it was about: the product it was reached from, or else the first that
 * the article names, and the tags of the article and its products. A reading of an unpublished
 * article is left out; other events stay unchanged.
 */
export async function withReadings<E extends Event>(
  ctx: Context,
  events: readonly E[],
): Promise<Tagged<E>[]> {
  const readings = events.filter((event) => event.kind === 'read')
  if (readings.length === 0) return [...events]
  const articleIds = new Set(readings.map(({ articleId = '' }) => articleId))
  const articles = await ctx.db.getMany('articles', [...articleIds], {
    fields: ['_id', 'isPublished', 'productIds', 'tags'],
  })
  const productIds = new Set(articles.flatMap((article) => article.productIds))
  const products = await ctx.db.getMany('products', [...productIds], { fields: ['_id', 'tags'] })
  return events.flatMap((event): Tagged<E>[] => {
    if (event.kind !== 'read') return [event]
    const article = articles.find((one) => one._id === event.articleId)
    if (!article?.isPublished) return []
    const named = products.filter((product) => article.productIds.includes(product._id))
    const isNamed = article.productIds.includes(event.productId ?? '')
    const productId = isNamed ? event.productId : article.productIds[0]
    const tags = tagsReadWith(article, named)
    return [{ ...event, ...(productId === undefined ? {} : { productId }), tags }]
  })
}
