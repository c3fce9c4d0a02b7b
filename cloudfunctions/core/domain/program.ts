import { defaultsOf, type Program, type SettingError, settingErrors } from '@core/kernel/settings'
import { AFTER_SALES_SETTINGS } from './after-sales/settings'
import { COUPONS_SETTINGS } from './coupons/settings'
import { FREIGHT_SETTINGS } from './freight/settings'
import { LIFECYCLE_SETTINGS } from './lifecycle/settings'
import { ORDERS_SETTINGS } from './orders/settings'
import { POINTS_SETTINGS } from './points/settings'
import { QUESTIONS_SETTINGS } from './questions/settings'
import { REVIEWS_SETTINGS } from './reviews/settings'
import { SERVICE_SETTINGS } from './service/settings'
import { STOCK_SETTINGS } from './stock/settings'
import { TIERS_SETTINGS } from './tiers/settings'

/** The settings of every area. Nothing else in the code holds a business number. */
const AREAS = [
  TIERS_SETTINGS,
  LIFECYCLE_SETTINGS,
  POINTS_SETTINGS,
  STOCK_SETTINGS,
  COUPONS_SETTINGS,
  FREIGHT_SETTINGS,
  ORDERS_SETTINGS,
  AFTER_SALES_SETTINGS,
  REVIEWS_SETTINGS,
  QUESTIONS_SETTINGS,
  SERVICE_SETTINGS,
]

/** Every setting by name, with its default and the bounds that are checked. */
export const PROGRAM = {
  ...TIERS_SETTINGS.settings,
  ...LIFECYCLE_SETTINGS.settings,
  ...POINTS_SETTINGS.settings,
  ...STOCK_SETTINGS.settings,
  ...COUPONS_SETTINGS.settings,
  ...FREIGHT_SETTINGS.settings,
  ...ORDERS_SETTINGS.settings,
  ...AFTER_SALES_SETTINGS.settings,
  ...REVIEWS_SETTINGS.settings,
  ...QUESTIONS_SETTINGS.settings,
  ...SERVICE_SETTINGS.settings,
}

/** The programme of a shop that has set nothing. */
export const defaultProgram: Program = defaultsOf(AREAS)

/** Everything that is wrong with values that are to become the programme. */
export const checkProgram = (values: Readonly<Record<string, unknown>>): SettingError[] =>
  settingErrors(AREAS, values)

/** The fields of a programme that are out of bounds or contradict one another. */
export const programErrors = (program: Program): string[] =>
  checkProgram({ ...program }).map(({ field }) => field)
