import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const CONTENT_COLLECTIONS = [
  {
    name: 'articles',
    /** 40 blocks of 3 KB. */
    size: {
      largest: 130_000,
      fields: {
        blocks: 123_000,
        cover: 920,
        productIds: 850,
        summary: 200,
        tags: 560,
        title: 140,
      },
    },
    indexes: [
      index(up('isPublished'), down('publishedAt'), down('_id')),
      index(up('productIds'), up('isPublished'), down('publishedAt'), down('_id')),
      index(down('updatedAt'), down('_id')),
    ],
  },
] as const satisfies readonly CollectionSpec[]
