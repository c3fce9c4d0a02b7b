import { noInput } from '@core/contract/primitives'
import type { SetupAdminContract } from '@core/contract/setup'
import { MIGRATIONS_COLLECTIONS } from '@core/data/migrations/collections'
import { type Area, staffOperations } from '@core/operations/area'
import type { App } from '@core/operations/join-areas'
import { migrateCloud } from '@core/operations/migrations/migrate-cloud'
import { prepareCloud } from './prepare-cloud'

/** What an owner does once in a new environment, with the collections of all areas. */
export const setupArea = (app: () => App): Area => ({
  name: 'setup',
  collections: MIGRATIONS_COLLECTIONS,
  admin: staffOperations<SetupAdminContract>({
    'setup.prepare': {
      input: noInput,
      run: (ctx) => prepareCloud(ctx, app().collections),
      roles: [],
    },
    'setup.migrate': {
      input: noInput,
      run: (ctx) => migrateCloud(ctx, app()),
      roles: [],
    },
  }),
})
