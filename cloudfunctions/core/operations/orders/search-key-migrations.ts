import { ORDER_SEARCH_KEYS as part } from '@core/data/orders/sealed'
import type { Context } from '@core/operations/context'
import { type Migration, sealAnew } from '@core/operations/migrations/rewrites'

/** Gives orders of earlier releases what the staff find them by; it needs the shop's keys. */
export const searchKeyMigrations = (_ctx: Context): Promise<Migration[]> =>
  Promise.resolve([
    {
      name: 'orders:search',
      collection: 'orders',
      fields: part.fields,
      rewrite: (ctx, stored) => sealAnew(ctx, { collection: 'orders', part }, stored),
    },
  ])
