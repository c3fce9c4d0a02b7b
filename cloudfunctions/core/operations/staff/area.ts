import { STAFF_COLLECTIONS } from '@core/data/staff/collections'
import { type Area } from '@core/operations/area'

export const staffArea: Area = {
  name: 'staff',
  collections: STAFF_COLLECTIONS,
}
