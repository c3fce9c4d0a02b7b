import { mentionProducts } from '@core/data/catalog/reindex'
import type { Article } from '@core/domain/content/article'
import type { Migration } from '@core/operations/migrations/rewrites'

type Titled = Pick<Article, 'title' | 'productIds' | 'isPublished'>

/** Lets products be found by the articles that an earlier release published about them. */
export const mentionMigrations = async (): Promise<Migration[]> => [
  {
    name: 'articles:mentions',
    collection: 'articles',
    fields: ['_id', 'title', 'productIds', 'isPublished'],
    rewrite: async ({ db }, { _id: id, ...stored }) => {
      const { title, productIds, isPublished } = stored as Titled
      if (isPublished) await mentionProducts(db, productIds, { id, title })
      return { isWritten: false }
    },
  },
]
