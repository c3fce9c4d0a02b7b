import { customersOnly } from '@core/runtime/authorize'
import { serve } from '@core/runtime/serve'
import { APP } from '../../wishes/app'

export const main = serve({ name: 'shop', app: APP, table: APP.shop, authorize: customersOnly })
