import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const CATALOG_COLLECTIONS = [
  { name: 'categories', indexes: [index(up('sort'))] },
  {
    name: 'products',
    indexes: [
      /** One index per order of `PRODUCT_ORDERS`; a price is read both ways. */
      index(up('tokens'), up('sort'), up('_id')),
      index(up('tokens'), down('sold'), down('_id')),
      index(up('tokens'), down('freshAt'), down('_id')),
      index(up('tokens'), up('fromFen'), up('_id')),
    ],
  },
  { name: 'tags', indexes: [index(up('name'))] },
  /** `<day>:<word>` → how often it was looked for. */
  {
    name: 'searchWords',
    indexes: [
      index(up('day'), down('count'), down('_id')),
      index(up('day'), up('isFound'), down('count'), down('_id')),
    ],
  },
  { name: 'favourites', indexes: [index(up('memberId'), down('at'), down('_id'))] },
] as const satisfies readonly CollectionSpec[]
