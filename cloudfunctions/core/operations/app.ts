import { accountArea } from './account/area'
import { addressesArea } from './addresses/area'
import { afterSalesArea } from './after-sales/area'
import type { Area } from './area'
import { cartArea } from './cart/area'
import { catalogArea } from './catalog/area'
import { contentArea } from './content/area'
import { couponsArea } from './coupons/area'
import { customersArea } from './customers/area'
import { eventsArea } from './events/area'
import { freightArea } from './freight/area'
import { importsArea } from './imports/area'
import { type App, joinAreas } from './join-areas'
import { lifecycleArea } from './lifecycle/area'
import { membersArea } from './members/area'
import { notificationsArea } from './notifications/area'
import { ordersArea } from './orders/area'
import { outboxArea } from './outbox/area'
import { paymentsArea } from './payments/area'
import { platformArea } from './platform/area'
import { pointsArea } from './points/area'
import { productsArea } from './products/area'
import { programArea } from './program/area'
import { promotionsArea } from './promotions/area'
import { questionsArea } from './questions/area'
import { reconciliationArea } from './reconciliation/area'
import { remindersArea } from './reminders/area'
import { reviewsArea } from './reviews/area'
import { serviceArea } from './service/area'
import { setAsideArea } from './set-aside/area'
import { setupArea } from './setup/area'
import { staffArea } from './staff/area'
import { stockArea } from './stock/area'
import { storefrontArea } from './storefront/area'
import { tiersArea } from './tiers/area'
import { timersArea } from './timers/area'
import { workbenchArea } from './workbench/area'

/**
 * The areas of the shop, each of which knows only those before it; a new area adds its line here.
 * The storefront comes last: its pages combine many areas.
 */
export const AREAS: readonly Area[] = [
  timersArea,
  outboxArea,
  setAsideArea,
  membersArea,
  staffArea,
  tiersArea,
  lifecycleArea,
  addressesArea,
  pointsArea,
  notificationsArea,
  platformArea,
  catalogArea,
  stockArea,
  remindersArea,
  productsArea,
  promotionsArea,
  couponsArea,
  freightArea,
  ordersArea,
  cartArea,
  afterSalesArea,
  paymentsArea,
  reconciliationArea,
  reviewsArea,
  questionsArea,
  serviceArea,
  contentArea,
  eventsArea,
  importsArea,
  accountArea,
  customersArea,
  storefrontArea,
]

/** The shop with areas, and what is made of all of them: programme, staff's home and setup. */
export function openApp(areas: readonly Area[]): App {
  const app: App = joinAreas([
    programArea(() => app),
    ...areas,
    workbenchArea(() => app),
    setupArea(() => app),
  ])
  return app
}

/** The shop. */
export const APP: App = openApp(AREAS)

/** Every collection with its indexes: the one list that creates them, here and in the cloud. */
export const COLLECTIONS = APP.collections

/** Whether a role may call a staff operation named `area.verb`. */
export const mayCall = APP.mayCall
