import type { Page } from '@core/contract/primitives'
import type { ProductCard } from '@core/contract/storefront'
import type { Scope } from '@core/domain/promotions/scope'
import { ok, type Result } from '@core/kernel/result'
import { type CallFailure, callShop } from '@/services/call'

/** Reads the products that a coupon names, then each of its categories, page by page. */
export const scopePages =
  ({ productIds, categoryIds }: Scope) =>
  async (cursor: string | undefined): Promise<Result<Page<ProductCard>, CallFailure>> => {
    const [at, within] = placeOf(cursor)
    const sources = [...(productIds.length > 0 ? [null] : []), ...categoryIds]
    const categoryId = sources[at] ?? null
    const answer =
      categoryId === null
        ? await namedProducts(productIds)
        : await callShop('catalog.search', { categoryId, ...(within !== '' && { cursor: within }) })
    if (!answer.ok) return answer
    const { items, next } = answer.value
    const isLast = at + 1 >= sources.length
    const after = next !== null ? `${at} ${next}` : isLast ? null : `${at + 1} `
    return ok({ items, next: after })
  }

/** The products that a list of ids names, without those no longer on sale. */
async function namedProducts(ids: string[]): Promise<Result<Page<ProductCard>, CallFailure>> {
  if (ids.length === 0) return ok({ items: [], next: null })
  const answer = await callShop('catalog.cards', { ids })
  return answer.ok
    ? ok({ items: answer.value.filter(({ isOnSale }) => isOnSale), next: null })
    : answer
}

/** Which source a cursor is in, and the cursor within it. */
function placeOf(cursor = '0 '): readonly [number, string] {
  const space = cursor.indexOf(' ')
  return [Number(cursor.slice(0, space)), cursor.slice(space + 1)]
}
