import type { CartChange, CartError, CartView } from '../../contract/cart'
import type { NoInput } from '../../contract/catalog'
import type { CartLineDocument } from '../../data/carts'
import type { SkuDocument } from '../../data/documents'
import { changedDocument, lifecycleSettings, saveChange, toMember } from '../../data/members'
import { mayObserve } from '../../domain/consent'
import { CART_LINES_MAX, LINE_QUANTITY_MAX } from '../../domain/limits'
import type { LifecycleSettings } from '../../domain/lifecycle'
import { experience, review, type Member } from '../../domain/member'
import { fail, ok, type Result } from '../../domain/result'
import type { Context } from '../context'
import { callerId, customerIn, ensureCustomer } from '../members/customer'
import { lineOf } from '../orders/lines'

/** The caller's cart with today's prices and stock. */
export async function showCart(ctx: Context, _input: NoInput): Promise<Result<CartView, never>> {
  const memberId = await callerId(ctx)
  const cart = memberId === null ? null : await ctx.db.get('carts', memberId)
  return ok(await cartView(ctx, cart?.lines ?? []))
}

/** Changes one line of the cart, or takes lines out. What is refused changes nothing. */
export async function changeCart(
  ctx: Context,
  change: CartChange,
): Promise<Result<CartView, CartError>> {
  const skuIds = change.change === 'remove' ? [] : [change.skuId]
  const [member, skus, settings] = await Promise.all([
    ensureCustomer(ctx),
    ctx.db.getMany('skus', skuIds),
    lifecycleSettings(ctx.db, ctx.program),
  ])
  const saved = await ctx.db.transact(async (transaction) => {
    const cart = await transaction.get('carts', member._id)
    const before = cart?.lines ?? []
    const next = changedLines(before, change, { sku: skus[0], now: ctx.now })
    if (!next.ok) return next
    const version = (cart?.version ?? 0) + 1
    await transaction.put('carts', { _id: member._id, lines: next.value, version })
    const document = await customerIn(transaction, member._id)
    const counted = withCartLines(toMember(document), next.value.length)
    if (change.change === 'remove' || !mayObserve(document.consent)) {
      const { member: reviewed } = review(counted, ctx.now, settings)
      await transaction.put('members', changedDocument(document, reviewed))
      return next
    }
    const productId = skus[0]?.productId
    const event = { productId, version, settings }
    await saveChange(transaction, document, cartEvent(ctx, counted, event))
    return next
  })
  return saved.ok ? ok(await cartView(ctx, saved.value)) : saved
}

type CartEvent = {
  productId: string | undefined
  version: number
  settings: LifecycleSettings
}

function cartEvent(
  ctx: Context,
  member: Member,
  { productId, version, settings }: CartEvent,
) {
  return {
    change: experience(member, { kind: 'cart', at: ctx.now }, settings),
    happening: {
      _id: `cart:${member.id}:${version}`,
      kind: 'cart' as const,
      at: ctx.now,
      productId,
    },
  }
}

const withCartLines = (member: Member, cartLines: number): Member => ({
  ...member,
  facts: { ...member.facts, cartLines },
})

type Now = { sku: SkuDocument | undefined; now: number }

/** The lines after a change, latest addition first. */
function changedLines(
  lines: readonly CartLineDocument[],
  change: CartChange,
  { sku, now }: Now,
): Result<CartLineDocument[], CartError> {
  if (change.change === 'remove') {
    return ok(lines.filter((line) => !change.skuIds.includes(line.skuId)))
  }
  if (!sku?.isOnSale) return fail({ code: 'NOT_FOUND' })
  const existing = lines.find((line) => line.skuId === change.skuId)
  const inCart = change.change === 'add' ? (existing?.quantity ?? 0) : 0
  const quantity = inCart + change.quantity
  if (quantity > LINE_QUANTITY_MAX) {
    return fail({ code: 'TOO_MANY', quantityMax: LINE_QUANTITY_MAX })
  }
  if (quantity > sku.available) {
    return fail({ code: 'OUT_OF_STOCK', skuId: sku._id, available: sku.available })
  }
  if (existing) {
    return ok(lines.map((line) => (line === existing ? { ...line, quantity } : line)))
  }
  if (lines.length >= CART_LINES_MAX) {
    return fail({ code: 'CART_FULL', linesMax: CART_LINES_MAX })
  }
  return ok([{ skuId: sku._id, quantity, addedAt: now }, ...lines])
}

async function cartView(ctx: Context, lines: readonly CartLineDocument[]): Promise<CartView> {
  const skus = await ctx.db.getMany(
    'skus',
    lines.map((line) => line.skuId),
  )
  const byId = new Map(skus.map((sku) => [sku._id, sku]))
  const { freeFreightFromFen, freightFen } = ctx.program
  return {
    lines: lines.flatMap(({ skuId, quantity }) => {
      const sku = byId.get(skuId)
      if (!sku) return []
      const { amountFen: _amount, ...line } = lineOf(sku, quantity)
      return [{ ...line, available: sku.isOnSale ? sku.available : 0 }]
    }),
    freeFreightFromFen,
    freightFen,
  }
}
