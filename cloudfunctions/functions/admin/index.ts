import { functionOf } from '@core/kernel/deployment'
import { APP } from '@core/operations/app'
import { staffOnly } from '@core/runtime/authorize'
import { serve } from '@core/runtime/serve'

const table = new Map([...APP.admin].filter(([name]) => functionOf('admin', name) === 'admin'))

/** Staff operations; callers without a role are refused before anything is read. */
export const main = serve({ name: 'admin', app: APP, table, authorize: staffOnly(APP) })
