import { MEMBERS_COLLECTIONS } from '@core/data/members/collections'
import { type Area } from '@core/operations/area'

export const membersArea: Area = {
  name: 'members',
  collections: MEMBERS_COLLECTIONS,
}
