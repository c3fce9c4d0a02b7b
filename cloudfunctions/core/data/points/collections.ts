import { type CollectionSpec, down, index, up } from '@core/data/collections'

export const POINTS_COLLECTIONS = [
  { name: 'pointsLedger', indexes: [index(up('memberId'), down('at'), down('_id'))] },
] as const satisfies readonly CollectionSpec[]
