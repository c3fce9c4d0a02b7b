import { LIFECYCLE_COLLECTIONS } from '@core/data/lifecycle/collections'
import { lifecycleReviewOn } from '@core/domain/lifecycle/review-on'
import { LIFECYCLE_SETTINGS } from '@core/domain/lifecycle/settings'
import { type Area } from '@core/operations/area'

export const lifecycleArea: Area = {
  name: 'lifecycle',
  settings: LIFECYCLE_SETTINGS,
  collections: LIFECYCLE_COLLECTIONS,
  reviewOn: lifecycleReviewOn,
}
