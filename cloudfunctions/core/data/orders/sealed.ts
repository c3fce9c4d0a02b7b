import { resealFields, type SealedParts } from '@core/data/sealed'

/** An order keeps the address it goes to. */
export const ORDERS_SEALED = {
  orders: {
    fields: ['version', 'address'],
    reseal: (vault, { address }) => resealFields(vault, { address }),
  },
} as const satisfies SealedParts
