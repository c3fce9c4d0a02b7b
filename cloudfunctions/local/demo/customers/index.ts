import { buyers, loyalCustomers } from './buyers'
import type { CustomerHistory } from './history'
import { awareCustomers, interestedCustomers } from './visitors'
import { personaCustomers } from './personas'

export type { CustomerHistory, TopCategory } from './history'

/** All customers of the demo shop. Nobody is an advocate: that takes a referral. */
export const customers: readonly CustomerHistory[] = [
  ...personaCustomers,
  ...awareCustomers,
  ...interestedCustomers,
  ...buyers,
  ...loyalCustomers,
]
