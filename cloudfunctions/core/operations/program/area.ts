import { PROGRAM_COLLECTIONS } from '@core/data/program/collections'
import { type Area } from '@core/operations/area'

export const programArea: Area = {
  name: 'program',
  collections: PROGRAM_COLLECTIONS,
}
