import type { SaveCategoryInput, SaveTagInput } from '@core/contract/catalog'

/** The categories of the demo shop in their order, each followed by its subcategories. */
export const categories = [
  { id: 'tea', name: '茶', picture: 'tea-cup', sort: 10, parentId: null },
  { id: 'tea-green', name: '绿茶与花茶', picture: 'leaf', sort: 11, parentId: 'tea' },
  { id: 'tea-oolong', name: '乌龙与红茶', picture: 'teapot', sort: 12, parentId: 'tea' },
  { id: 'tea-aged', name: '白茶与普洱', picture: 'fallen-leaf', sort: 13, parentId: 'tea' },
  { id: 'honey', name: '蜜与酱', picture: 'honey-pot', sort: 20, parentId: null },
  { id: 'honey-raw', name: '蜂蜜', picture: 'bee', sort: 21, parentId: 'honey' },
  { id: 'honey-spread', name: '抹的', picture: 'strawberry', sort: 22, parentId: 'honey' },
  { id: 'honey-spicy', name: '下饭的', picture: 'pepper', sort: 23, parentId: 'honey' },
  { id: 'pastry', name: '点心', picture: 'croissant', sort: 30, parentId: null },
  { id: 'pastry-west', name: '面包西点', picture: 'bread', sort: 31, parentId: 'pastry' },
  { id: 'pastry-east', name: '中式糕点', picture: 'mooncake', sort: 32, parentId: 'pastry' },
  { id: 'fruit', name: '鲜果', picture: 'tangerine', sort: 40, parentId: null },
  { id: 'home', name: '家居', picture: 'candle', sort: 50, parentId: null },
  { id: 'garden', name: '花草', picture: 'potted-plant', sort: 60, parentId: null },
] as const satisfies readonly SaveCategoryInput[]

/** A category of the first level, which customers of the demo shop prefer. */
export type TopCategoryId = Extract<(typeof categories)[number], { parentId: null }>['id']

/** The first-level category that a category is or belongs to. */
export const topCategoryOf = (id: string): string =>
  categories.find((category) => category.id === id)?.parentId ?? id

const needs = (functional: number, emotional: number, social: number) => ({
  functional,
  emotional,
  social,
})

/** The tags of products, with the needs they indicate: 功能, 情感, 社会. */
export const tags = [
  { id: 'gift', name: '送礼', needs: needs(10, 40, 90) },
  { id: 'daily', name: '日常口粮', needs: needs(80, 20, 0) },
  { id: 'handmade', name: '手作', needs: needs(20, 80, 40) },
  { id: 'breakfast', name: '早餐', needs: needs(80, 30, 0) },
  { id: 'low-sugar', name: '低糖', needs: needs(70, 30, 0) },
  { id: 'seasonal', name: '当季', needs: needs(30, 60, 30) },
  { id: 'origin', name: '一地一味', needs: needs(40, 60, 30) },
  { id: 'share', name: '聚会分享', needs: needs(20, 40, 80) },
] as const satisfies readonly SaveTagInput[]

/** A tag of the demo shop. */
export type TagId = (typeof tags)[number]['id']
