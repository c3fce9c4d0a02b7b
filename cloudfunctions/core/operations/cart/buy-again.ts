import type { BoughtAgain } from '@core/contract/cart'
import type { NotFound } from '@core/contract/errors'
import type { OrderInput } from '@core/contract/orders'
import type { CartLineDocument } from '@core/data/cart/carts'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { changedMemberDocument, toMember } from '@core/data/members/members'
import type { SkuDocument } from '@core/data/stock/documents'
import { updateLifecycle } from '@core/domain/members/member'
import type { OrderLine } from '@core/domain/orders/order'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { memberIn } from '@core/operations/lifecycle/customer'
import { ownOrder } from '@core/operations/orders/own-order'
import { cartView } from './cart-view'
import { changedLines } from './change-cart'

/**
 * Puts the goods of an order into the cart again, as many as were ordered, without what was
 * written on them. What cannot be had as it was is named and left out.
 */
export async function buyAgain(
  ctx: Context,
  { orderId }: OrderInput,
): Promise<Result<BoughtAgain, NotFound>> {
  const own = await ownOrder(ctx, orderId)
  if (!own.ok) return own
  const goods = own.value.lines.filter((line) => line.kind === 'goods')
  const skus = await ctx.db.getMany('skus', [...new Set(goods.map((line) => line.skuId))])
  const settings = await lifecycleSettings(ctx.db, ctx.program)
  const { memberId } = own.value
  const { lines, missing } = await ctx.db.transact(async (transaction) => {
    const cart = await transaction.get('carts', memberId)
    const filled = fill(cart?.lines ?? [], goods, { skus, now: ctx.now })
    const version = (cart?.version ?? 0) + 1
    await transaction.put('carts', { _id: memberId, lines: filled.lines, version })
    const document = await memberIn(transaction, memberId)
    const member = toMember(document)
    const facts = { ...member.facts, cartLines: filled.lines.length }
    const { member: reviewed } = updateLifecycle({ ...member, facts }, ctx.now, settings)
    await transaction.put('members', changedMemberDocument(document, reviewed))
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
