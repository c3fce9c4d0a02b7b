import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const CATALOG_COLLECTIONS = [
  {
    name: 'categories',
    size: { largest: 700, fields: { picture: 330 } },
    indexes: [index(up('sort'))],
  },
  {
    name: 'products',
    /** 30 blocks of 3 KB, nine pictures of 300, 300 tokens of 50, 100 words of 60. */
    size: {
      largest: 166_000,
      fields: {
        attributes: 5_500,
        categoryIds: 160,
        description: 6_100,
        details: 94_000,
        dimensions: 4_300,
        fields: 5_600,
        'fields.isRequired': 160,
        guide: 7_400,
        keywords: 1_400,
        mentions: 2_400,
        pictures: 2_900,
        rating: 200,
        services: 1_600,
        subtitle: 200,
        tags: 560,
        title: 110,
        tokens: 16_000,
        words: 6_400,
      },
    },
    indexes: [
      /** One index per sort order of products; the price index is read in both directions. */
      index(up('tokens'), up('sort'), up('_id')),
      index(up('tokens'), down('sold'), down('_id')),
      index(up('tokens'), down('freshAt'), down('_id')),
      index(up('tokens'), up('fromFen'), up('_id')),
    ],
  },
  { name: 'tags', size: { largest: 300 }, indexes: [index(up('name'))] },
  /** `_id` is `<day>:<word>`; counts the searches for a word on a day. */
  {
    name: 'searchWords',
    size: { largest: 500, fields: { _id: 120, word: 110 } },
    indexes: [
      index(up('day'), down('count'), down('_id')),
      index(up('day'), up('isFound'), down('count'), down('_id')),
      index(up('day'), up('by')),
    ],
  },
  {
    name: 'favourites',
    size: { largest: 400 },
    indexes: [index(up('memberId'), down('at'), down('_id'))],
  },
] as const satisfies readonly CollectionSpec[]
