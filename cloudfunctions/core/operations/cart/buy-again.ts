import type { BoughtAgain, BuyAgainInput } from '@core/contract/cart'
import type { NotFound } from '@core/contract/errors'
import { type CartLineDocument, changedCart, hasAdded } from '@core/data/cart/carts'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { SkuDocument } from '@core/data/stock/documents'
import { withCartLines } from '@core/domain/members/facts'
import { withFacts } from '@core/domain/members/member'
import type { OrderLine } from '@core/domain/orders/order'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { recordReview } from '@core/operations/lifecycle/record-event'
import { findOwnOrder } from '@core/operations/orders/find-own-order'
import { cartView } from './cart-view'
import { changedLines } from './change-cart'

/**
 * Adds the goods of an order to the cart in the same quantities, without their options. Goods that
 * are not available are returned as missing.
 */
export async function buyAgain(
  ctx: Context,
  { orderId, changeId }: BuyAgainInput,
): Promise<Result<BoughtAgain, NotFound>> {
  const own = await findOwnOrder(ctx, orderId)
  if (!own.ok) return own
  const goods = own.value.lines.filter((line) => line.kind === 'goods')
  const skus = await ctx.db.getMany('skus', [...new Set(goods.map((line) => line.skuId))])
  const settings = await lifecycleSettings(ctx)
  const { memberId } = own.value
  const { lines, missing } = await ctx.db.transact(async (transaction) => {
    const cart = await transaction.get('carts', memberId)
    const before = cart?.lines ?? []
    const filled = fill(before, goods, { skus, now: ctx.now })
    if (hasAdded(cart, changeId)) return { lines: before, missing: filled.missing }
    await transaction.put('carts', changedCart(cart, { memberId, lines: filled.lines, changeId }))
    await recordReview(transaction, {
      member: memberId,
      at: ctx.now,
      effect: (member) => withFacts(member, (facts) => withCartLines(facts, filled.lines.length)),
      settings,
    })
    return filled
  })
  return ok({ cart: await cartView(ctx, memberId, lines), missing })
}

type Filled = { lines: CartLineDocument[]; missing: BoughtAgain['missing'] }

function fill(
  before: CartLineDocument[],
  goods: readonly OrderLine[],
  { skus, now }: { skus: readonly SkuDocument[]; now: number },
): Filled {
  const filled: Filled = { lines: before, missing: [] }
  for (const { skuId, quantity, title } of goods) {
    const sku = skus.find((one) => one._id === skuId)
    const change = { change: 'add', skuId, quantity } as const
    const next = changedLines(filled.lines, change, { sku, now })
    if (next.ok) filled.lines = next.value
    else filled.missing.push({ skuId, title })
  }
  return filled
}
