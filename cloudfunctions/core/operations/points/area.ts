import { type PointsContract } from '@core/contract/points'
import { pageInput } from '@core/contract/primitives'
import { POINTS_COLLECTIONS } from '@core/data/points/collections'
import { POINTS_UPCASTS } from '@core/data/points/upcasts'
import { POINTS_SETTINGS } from '@core/domain/points/settings'
import { type Area, shopOperations } from '@core/operations/area'
import { showPointsHistory } from './show-points'

export const pointsArea: Area = {
  name: 'points',
  settings: POINTS_SETTINGS,
  shop: shopOperations<PointsContract>({
    'points.history': { input: pageInput, run: showPointsHistory },
  }),
  collections: POINTS_COLLECTIONS,
  upcasts: POINTS_UPCASTS,
}
