import type { SaveProductInput } from '@core/contract/products'
import { fruit } from './fruit'
import { garden } from './garden'
import { home } from './home'
import { honey } from './honey'
import { pastry } from './pastry'
import { shelf } from './shelf'
import { tea } from './tea'

export { comingProduct } from './coming'
export { categories, type OuterShelf, outerShelf, tags } from './words'

/** The products of the demo shop, all that it opens with. */
export const products: readonly SaveProductInput[] = [
  ...shelf({ id: 'pastry', place: 0 }, pastry),
  ...shelf({ id: 'fruit', place: 1 }, fruit),
  ...shelf({ id: 'honey', place: 2 }, honey),
  ...shelf({ id: 'tea', place: 3 }, tea),
  ...shelf({ id: 'home', place: 4 }, home),
  ...shelf({ id: 'garden', place: 5 }, garden),
]
