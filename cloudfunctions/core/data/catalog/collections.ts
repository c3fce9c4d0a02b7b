import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const CATALOG_COLLECTIONS = [
  { name: 'categories', indexes: [index(up('sort'))] },
  {
    name: 'products',
    indexes: [
      /** One index per sort order of products; the price index is read in both directions. */
      index(up('tokens'), up('sort'), up('_id')),
      index(up('tokens'), down('sold'), down('_id')),
      index(up('tokens'), down('freshAt'), down('_id')),
      index(up('tokens'), up('fromFen'), up('_id')),
    ],
  },
  { name: 'tags', indexes: [index(up('name'))] },
  /** `_id` is `<day>:<word>`; counts the searches for a word on a day. */
  {
    name: 'searchWords',
    indexes: [
      index(up('day'), down('count'), down('_id')),
      index(up('day'), up('isFound'), down('count'), down('_id')),
      index(up('day'), up('by')),
    ],
  },
  { name: 'favourites', indexes: [index(up('memberId'), down('at'), down('_id'))] },
] as const satisfies readonly CollectionSpec[]
