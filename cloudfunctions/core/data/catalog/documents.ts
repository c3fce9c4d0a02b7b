import type { Stored } from '@core/data/documents'
import type { Category, Product, Tag } from '@core/domain/catalog/product'
import type { Day } from '@core/kernel/calendar'

declare module '@core/data/documents' {
  interface Documents {
    categories: Stored<Category>
    products: Stored<Product> & { tokens: string[] }
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
