import { noInput } from '@core/contract/primitives'
import type { WorkbenchAdminContract } from '@core/contract/workbench'
import { type Area, staffOperations } from '@core/operations/area'
import type { App } from '@core/operations/join-areas'
import { showWorkbench } from './show-workbench'

/** The staff's home, which shows counts of all areas. `app` is asked for when it is complete. */
export const workbenchArea = (app: () => App): Area => ({
  name: 'workbench',
  admin: staffOperations<WorkbenchAdminContract>({
    'workbench.show': {
      input: noInput,
      run: (ctx) => showWorkbench(ctx, app()),
      roles: ['service', 'shipping'],
    },
  }),
})
