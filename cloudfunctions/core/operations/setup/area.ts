import { noInput } from '@core/contract/primitives'
import type { SetupAdminContract } from '@core/contract/setup'
import { type Area, staffOperations } from '@core/operations/area'
import type { App } from '@core/operations/join-areas'
import { prepareCloud } from './prepare-cloud'

/** What an owner does once in a new environment, with the collections of all areas. */
export const setupArea = (app: () => App): Area => ({
  name: 'setup',
  admin: staffOperations<SetupAdminContract>({
    'setup.prepare': {
      input: noInput,
      run: (ctx) => prepareCloud(ctx, app().collections),
      roles: [],
    },
  }),
})
