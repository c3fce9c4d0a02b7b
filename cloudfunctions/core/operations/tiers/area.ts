import { TIERS_SETTINGS } from '@core/domain/tiers/settings'
import type { Area } from '@core/operations/area'

export const tiersArea: Area = {
  name: 'tiers',
  settings: TIERS_SETTINGS,
}
