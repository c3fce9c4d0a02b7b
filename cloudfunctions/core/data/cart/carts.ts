import { type LineOptions, lineKey } from '@core/domain/catalog/product'

/** A line of the stored cart; prices are looked up when the cart is shown. */
export type CartLineDocument = {
  skuId: string
  quantity: number
  options: LineOptions
  addedAt: number
}

export const cartLineKey = ({ skuId, options }: CartLineDocument): string => lineKey(skuId, options)

/** A customer's cart; `_id` is the memberId. */
export type CartDocument = {
  _id: string
  lines: CartLineDocument[]
  version: number
  /** The latest additions and swaps that the phone has named, so that none is done twice. */
  added?: string[]
}

/** Changes that are remembered: more than a phone repeats. */
const ADDED_MAX = 10

/** Whether an addition or a swap has been done. */
export const hasAdded = (cart: CartDocument | null, changeId: string | undefined): boolean =>
  changeId !== undefined && cart?.added?.includes(changeId) === true

/** The cart's next version with these lines, by a change if one is named. */
export function changedCart(
  before: CartDocument | null,
  { memberId, lines, changeId }: NextCart,
): CartDocument {
  const added = [...(before?.added ?? []), ...(changeId === undefined ? [] : [changeId])]
  return {
    _id: memberId,
    lines,
    version: (before?.version ?? 0) + 1,
    ...(added.length > 0 ? { added: added.slice(-ADDED_MAX) } : {}),
  }
}

type NextCart = { memberId: string; lines: CartLineDocument[]; changeId: string | undefined }
