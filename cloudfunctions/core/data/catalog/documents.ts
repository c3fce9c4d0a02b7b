import type { Stored } from '@core/data/documents'
import type { Category, Product, Tag } from '@core/domain/catalog/product'
import type { ProductIndex } from '@core/domain/catalog/product-index'
import type { Day } from '@core/kernel/calendar'

/** An article that speaks of a product. */
export type Mention = { id: string; title: string }

declare module '@core/data/documents' {
  interface Documents {
    categories: Stored<Category>
    /** What earlier releases indexed has tokens only, until it is indexed anew. */
    products: Stored<Product> &
      Pick<ProductIndex, 'tokens'> &
      Partial<ProductIndex> & { mentions?: Mention[] }
    tags: Stored<Tag>
    /** `_id` is `<day>:<word>`. `by` is a code of who typed it first, another one every day. */
    searchWords: {
      _id: string
      day: Day
      word: string
      by?: string
      count: number
      isFound: boolean
    }
    favourites: { _id: string; memberId: string; productId: string; at: number }
  }
}
