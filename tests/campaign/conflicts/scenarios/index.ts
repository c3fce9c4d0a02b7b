import type { Scenario } from '../scenario'
import { AFTER_SALE_SCENARIOS } from './after-sales'
import { CUSTOMER_SCENARIOS } from './customers'
import { GOODS_SCENARIOS } from './goods'
import { MACHINERY_SCENARIOS } from './machinery'
import { PURCHASE_SCENARIOS } from './purchases'
import { STAFF_CARE_SCENARIOS } from './staff-care'

/** Every scenario. */
export const SCENARIOS: readonly Scenario[] = [
  ...PURCHASE_SCENARIOS,
  ...AFTER_SALE_SCENARIOS,
  ...CUSTOMER_SCENARIOS,
  ...GOODS_SCENARIOS,
  ...MACHINERY_SCENARIOS,
  ...STAFF_CARE_SCENARIOS,
]
