import { MEMBERS_COLLECTIONS } from '@core/data/members/collections'
import { MEMBERS_SEALED } from '@core/data/members/sealed'
import { MEMBERS_UPCASTS } from '@core/data/members/upcasts'
import { type Area } from '@core/operations/area'

export const membersArea: Area = {
  name: 'members',
  collections: MEMBERS_COLLECTIONS,
  upcasts: MEMBERS_UPCASTS,
  sealed: MEMBERS_SEALED,
}
