import type { ChangeAddressError, ChangeAddressInput } from '@core/contract/order-care'
import type { OrderView } from '@core/contract/orders'
import type { OrderDocument } from '@core/data/orders/documents'
import { changedOrder, toOrder } from '@core/data/orders/orders'
import { orderSearchKeys } from '@core/data/orders/search-keys'
import { tradeSettings } from '@core/data/pricing/settings'
import type { Vault } from '@core/data/vault'
import type { Address } from '@core/domain/addresses/address'
import { canChangeAddress, moveRefusal } from '@core/domain/orders/change-address'
import { fail, ok, type Result } from '@core/kernel/result'
import { unsealAddress } from '@core/operations/addresses/sealed-address'
import type { Context } from '@core/operations/context'
import { findOwnOrder } from './find-own-order'
import { orderView } from './views'

/**
 * Sends an order elsewhere, until anything of it is sent. The price stays what it is: an address to
 * which sending costs another amount is refused with the difference. The same address again changes
 * nothing. The saved address of the customer stays.
 */
export async function changeAddress(
  ctx: Context,
  { orderId, address }: ChangeAddressInput,
): Promise<Result<OrderView, ChangeAddressError>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  if (isSameAddress(ctx.vault, own.value, address)) return ok(orderView(ctx.vault, own.value))
  const [{ freight, promotions }, grams] = await Promise.all([
    tradeSettings(ctx),
    weightOf(ctx, own.value),
  ])
  return ctx.db.transact(async (transaction): Promise<Result<OrderView, ChangeAddressError>> => {
    const current = await transaction.get('orders', orderId)
    if (!current) return fail({ code: 'NOT_FOUND' })
    if (!canChangeAddress(current.state)) {
      return fail({ code: 'WRONG_STATE', state: current.state })
    }
    const order = toOrder(current)
    const from = addressOf(ctx.vault, current)?.province ?? null
    const refusal = moveRefusal(order, { freight, promotions, from, to: address.province, grams })
    if (refusal) return fail(refusal)
    const sealed = ctx.vault.seal(address)
    const searchKeys = orderSearchKeys(ctx.vault, { ...order, address: sealed })
    const moved = { ...order, addressChangedAt: ctx.now }
    const keyed = { ...current, address: sealed, ...(searchKeys && { searchKeys }) }
    const changed = changedOrder(keyed, moved)
    await transaction.put('orders', changed)
    return ok(orderView(ctx.vault, changed))
  })
}

/** Where an order is to go; `null` when that is unreadable. */
function addressOf(vault: Vault, { address }: OrderDocument): Address | null {
  const opened = address === undefined ? null : unsealAddress(vault, address)
  return opened?.ok ? opened.value : null
}

function isSameAddress(vault: Vault, order: OrderDocument, wanted: Address): boolean {
  const present = addressOf(vault, order)
  return present !== null && FIELDS.every((field) => present[field] === wanted[field])
}

const FIELDS = ['name', 'phone', 'province', 'city', 'district', 'street'] as const

/** What the goods of an order weigh, in grams; a SKU that is gone weighs nothing. */
async function weightOf(ctx: Context, { lines }: OrderDocument): Promise<number> {
  const goods = lines.filter(({ kind }) => kind === 'goods')
  const ids = [...new Set(goods.map(({ skuId }) => skuId))]
  const skus = await ctx.db.getMany('skus', ids, { fields: ['_id', 'weightGrams'] })
  const grams = new Map(skus.map((sku) => [sku._id, sku.weightGrams]))
  return goods.reduce((sum, line) => sum + (grams.get(line.skuId) ?? 0) * line.quantity, 0)
}
