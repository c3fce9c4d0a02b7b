import { go } from '@/services/route'
import { shop } from '@/stores/shop'

/** Opens the category page on a top-level category. */
export const openCategory = (id: string): void => {
  shop.getState().selectCategory(id)
  go.tab('category')
}
