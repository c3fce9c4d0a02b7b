import { functionOf } from '@core/kernel/deployment'
import { APP } from '@core/operations/app'
import { customersOnly } from '@core/runtime/authorize'
import { serve } from '@core/runtime/serve'

const table = new Map([...APP.shop].filter(([name]) => functionOf('shop', name) === 'shop'))

/** Customer operations: everything a customer's phone may call. */
export const main = serve({ name: 'shop', app: APP, table, authorize: customersOnly })
