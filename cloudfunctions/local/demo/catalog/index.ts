import type { SaveProductInput } from '@core/contract/products'
import { fruit } from './fruit'
import { garden } from './garden'
import { home } from './home'
import { honey } from './honey'
import { pastry } from './pastry'
import { productsOfCategory } from './products-of-category'
import { tea } from './tea'

export { categories, type TopCategoryId, tags, topCategoryOf } from './categories'
export { upcomingProduct } from './upcoming-product'

/** The products of the demo shop, all that it opens with. */
export const products: readonly SaveProductInput[] = [
  ...productsOfCategory({ id: 'pastry', place: 0 }, pastry),
  ...productsOfCategory({ id: 'fruit', place: 1 }, fruit),
  ...productsOfCategory({ id: 'honey', place: 2 }, honey),
  ...productsOfCategory({ id: 'tea', place: 3 }, tea),
  ...productsOfCategory({ id: 'home', place: 4 }, home),
  ...productsOfCategory({ id: 'garden', place: 5 }, garden),
]
