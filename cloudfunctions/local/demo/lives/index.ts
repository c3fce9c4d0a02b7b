import { buyerLives, loyalLives } from './buyers'
import type { Life } from './life'
import { awareLives, interestedLives } from './lookers'
import { namedLives } from './named'

export type { Life, Shelf } from './life'

/** All customers of the demo shop. Nobody is an advocate: that takes a referral. */
export const lives: readonly Life[] = [
  ...namedLives,
  ...awareLives,
  ...interestedLives,
  ...buyerLives,
  ...loyalLives,
]
