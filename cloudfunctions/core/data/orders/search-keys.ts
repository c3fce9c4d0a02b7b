import type { Sealed } from '@core/data/documents'
import { receiverHashes, searchedHashes } from '@core/data/members/receivers'
import type { Vault } from '@core/data/vault'
import type { OrderLine } from '@core/domain/orders/order'

/** The end of an order's number that people read out: shorter ones are in too many numbers. */
export const NUMBER_END = 4

/** Keys of one order: the end of its number, its receiver, and its goods, of which the first. */
const KEYS_MAX = 60

const numberKey = (number: string): string => `#${number.slice(-NUMBER_END).toLowerCase()}`
const productKey = (productId: string): string => `p:${productId}`

/** What the keys of an order follow from, besides where it goes. */
type KeyedOrder = { id: string; lines: readonly Pick<OrderLine, 'kind' | 'productId'>[] }

/** The keys of an order that goes nowhere: the end of its number, and its products. */
export function addresslessKeys({ id, lines }: KeyedOrder): string[] {
  const products = lines.flatMap(({ kind, productId }) =>
    kind === 'goods' && productId !== '' ? [productKey(productId)] : [],
  )
  return [...new Set([numberKey(id), ...products])].slice(0, KEYS_MAX)
}

/**
 * The keys that the staff find an order by: the end of its number, the keyed hashes of its
 * receiver's name and phone, and its products. `null` when the address cannot be read.
 */
export function orderSearchKeys(
  vault: Vault,
  { address, ...order }: KeyedOrder & { address: Sealed | undefined },
): string[] | null {
  const receivers = address === undefined ? [] : receiverKeys(vault, address)
  if (receivers === null) return null
  return [...receivers, ...addresslessKeys(order)].slice(0, KEYS_MAX)
}

function receiverKeys(vault: Vault, address: Sealed): string[] | null {
  const opened = vault.open<{ name?: unknown; phone?: unknown } | null>(address)
  if (!opened.ok) return null
  const { name, phone } = opened.value ?? {}
  if (typeof name !== 'string' || typeof phone !== 'string') return null
  return receiverHashes(vault, [{ name, phone }])
}

const NUMBER = /^[0-9a-z]+$/i

/** The end of an order's number in a query; `null` when it can be none. */
export const numberEndIn = (word: string): string | null =>
  word.length >= NUMBER_END && NUMBER.test(word) ? word.toLowerCase() : null

/** The keys under which what the staff search for may be stored: of a number, and all others. */
export const searchedKeys = (
  vault: Vault,
  word: string,
  productIds: readonly string[],
): { number: string[]; others: string[] } => ({
  number: numberEndIn(word) === null ? [] : [numberKey(word)],
  others: [...searchedHashes(vault, word), ...productIds.map(productKey)],
})
