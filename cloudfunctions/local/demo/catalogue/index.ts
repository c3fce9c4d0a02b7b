import type { SaveCategoryInput, SaveProductInput } from '@core/contract/products'
import { fruit } from './fruit'
import { garden } from './garden'
import { home } from './home'
import { honey } from './honey'
import { pastry } from './pastry'
import { shelf } from './shelf'
import { tea } from './tea'

/** The shelves of the demo shop, left to right. */
export const categories = [
  { id: 'tea', name: '茶', picture: 'tea-cup', sort: 10, parentId: null },
  { id: 'honey', name: '蜜与酱', picture: 'honey-pot', sort: 20, parentId: null },
  { id: 'pastry', name: '点心', picture: 'croissant', sort: 30, parentId: null },
  { id: 'fruit', name: '鲜果', picture: 'tangerine', sort: 40, parentId: null },
  { id: 'home', name: '家居', picture: 'candle', sort: 50, parentId: null },
  { id: 'garden', name: '花草', picture: 'potted-plant', sort: 60, parentId: null },
] as const satisfies readonly SaveCategoryInput[]

/** The products of the demo shop, all that it opens with. */
export const products: readonly SaveProductInput[] = [
  ...shelf({ id: 'pastry', place: 0 }, pastry),
  ...shelf({ id: 'fruit', place: 1 }, fruit),
  ...shelf({ id: 'honey', place: 2 }, honey),
  ...shelf({ id: 'tea', place: 3 }, tea),
  ...shelf({ id: 'home', place: 4 }, home),
  ...shelf({ id: 'garden', place: 5 }, garden),
]
