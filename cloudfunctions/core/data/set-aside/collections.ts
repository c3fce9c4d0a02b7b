import { type CollectionSpec, index, up } from '@core/data/collections'

export const SET_ASIDE_COLLECTIONS = [
  /** Documents that a sweep failed at; `_id` is `<duty>:<document>`. */
  {
    name: 'setAside',
    wakesTimers: true,
    size: { largest: 900, fields: { _id: 300, documentId: 280 } },
    indexes: [index(up('since'), up('_id')), index(up('nextAt'))],
  },
] as const satisfies readonly CollectionSpec[]
