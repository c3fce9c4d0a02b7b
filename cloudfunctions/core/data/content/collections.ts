import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const CONTENT_COLLECTIONS = [
  {
    name: 'articles',
    indexes: [
      index(up('isPublished'), down('publishedAt'), down('_id')),
      index(up('productIds'), up('isPublished'), down('publishedAt'), down('_id')),
      index(down('updatedAt'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
