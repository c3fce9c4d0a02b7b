import { categories, products } from './catalog'
import { homeContent } from './home-content'
import { articles } from './service'

/** The names of all pictures that documents of the demo shop refer to, sorted. */
export const usedPictures = (): string[] => {
  const names = [
    ...homeContent.banners.map(({ picture }) => picture),
    ...categories.map((category) => category.picture),
    ...products.flatMap(({ pictures, skus }) => [...pictures, ...skus.map((sku) => sku.picture)]),
    ...products.flatMap(({ details }) =>
      details.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])),
    ),
    ...articles.flatMap(({ cover, blocks }) => [
      cover,
      ...blocks.flatMap((block) => (block.kind === 'picture' ? [block.picture] : [])),
    ]),
  ]
  return [...new Set(names)].sort()
}
