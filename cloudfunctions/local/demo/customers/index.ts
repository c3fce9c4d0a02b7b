import { buyers, loyalCustomers } from './buyers'
import type { CustomerHistory } from './history'
import { personaCustomers } from './personas'
import { awareCustomers, interestedCustomers } from './visitors'

export type { CustomerHistory } from './history'

/** All customers of the demo shop. None is an advocate: that takes a referral. */
export const customers: readonly CustomerHistory[] = [
  ...personaCustomers,
  ...awareCustomers,
  ...interestedCustomers,
  ...buyers,
  ...loyalCustomers,
]
