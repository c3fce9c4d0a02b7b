import { staffOnly } from '@core/runtime/authorize'
import { serve } from '@core/runtime/serve'
import { APP } from '../../wishes/app'

export const main = serve({
  name: 'admin',
  app: APP,
  table: APP.admin,
  authorize: staffOnly(APP),
})
