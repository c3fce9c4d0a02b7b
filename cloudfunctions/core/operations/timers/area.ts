import { TIMERS_COLLECTIONS } from '@core/data/timers/collections'
import type { Area } from '@core/operations/area'

/** The timers' own document; what they do is declared by the areas. */
export const timersArea: Area = { name: 'timers', collections: TIMERS_COLLECTIONS }
