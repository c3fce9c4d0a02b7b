import type { NoInput } from '@core/contract/primitives'
import { type CartLineDocument, cartLineKey, changedCart, hasAdded } from '@core/data/cart/carts'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { consentOf } from '@core/data/members/member-section'
import type { SkuDocument } from '@core/data/stock/documents'
import {
  checkOptions,
  type LineOptions,
  lineKey,
  NO_OPTIONS,
  skuIdOfKey,
} from '@core/domain/catalog/product'
import { allowsProfiling } from '@core/domain/members/consent'
import { withCartLines } from '@core/domain/members/facts'
import { type Member, withFacts } from '@core/domain/members/member'
import { CART_LINES_MAX, LINE_QUANTITY_MAX } from '@core/kernel/limits'
import { fail, ok, type Result } from '@core/kernel/result'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { recordMemberEvent, recordReview } from '@core/operations/lifecycle/record-event'
import { callerId, memberIn } from '@core/operations/members/find-caller'
import type { CartChange, CartError, CartView } from '../../contract/cart'
import type { Context } from '../context'
import { cartView } from './cart-view'
import { swappedLines } from './swap-line'

/** The caller's cart with today's prices and stock. */
export async function showCart(ctx: Context, _input: NoInput): Promise<Result<CartView, never>> {
  const memberId = await callerId(ctx)
  const cart = memberId === null ? null : await ctx.db.get('carts', memberId)
  return ok(await cartView(ctx, memberId, cart?.lines ?? []))
}

/** Changes one line of the cart, or removes lines; a refused change has no effect. */
export async function changeCart(
  ctx: Context,
  change: CartChange,
): Promise<Result<CartView, CartError>> {
  const skuIds = skusOf(change)
  const [member, skus, settings] = await Promise.all([
    ensureCustomer(ctx),
    ctx.db.getMany('skus', skuIds),
    lifecycleSettings(ctx),
  ])
  const saved = await ctx.db.transact(async (transaction) => {
    const cart = await transaction.get('carts', member._id)
    const before = cart?.lines ?? []
    const changeId = 'changeId' in change ? change.changeId : undefined
    if (hasAdded(cart, changeId) || isSet(before, change)) return ok(before)
    const next =
      change.change === 'swap'
        ? swappedLines(before, change, skus)
        : changedLines(before, change, { sku: skus[0], now: ctx.now })
    if (!next.ok) return next
    const changed = changedCart(cart, { memberId: member._id, lines: next.value, changeId })
    await transaction.put('carts', changed)
    const document = await memberIn(transaction, member._id)
    const counted = (one: Member) =>
      withFacts(one, (facts) => withCartLines(facts, next.value.length))
    const whose = { member: document, settings }
    if (change.change === 'remove' || !allowsProfiling(consentOf(document))) {
      await recordReview(transaction, { ...whose, at: ctx.now, effect: counted })
      return next
    }
    const productId = skus.at(-1)?.productId
    await recordMemberEvent(transaction, {
      ...whose,
      event: { kind: 'cart', at: ctx.now, effect: counted },
      entry: { _id: `cart:${member._id}:${changed.version}`, kind: 'cart', productId },
    })
    return next
  })
  return saved.ok ? ok(await cartView(ctx, member._id, saved.value)) : saved
}

/** The SKUs that decide about a change: the one that comes into the cart is the last. */
function skusOf(change: CartChange): string[] {
  if (change.change === 'remove') return []
  return change.change === 'swap' ? [skuIdOfKey(change.key), change.skuId] : [change.skuId]
}

/** Whether a line has the quantity or the SKU already that it is to have: nothing changes. */
function isSet(lines: readonly CartLineDocument[], change: CartChange): boolean {
  if (change.change !== 'set' && change.change !== 'swap') return false
  const line = lines.find((one) => cartLineKey(one) === change.key)
  if (change.change === 'swap') return line?.skuId === change.skuId
  return line?.quantity === change.quantity
}

/** A change of one line's pieces, or of which lines there are. */
type PiecesChange = Exclude<CartChange, { change: 'swap' }>

type Now = { sku: SkuDocument | undefined; now: number }

/** The lines after a change, last added first. */
export function changedLines(
  lines: readonly CartLineDocument[],
  change: PiecesChange,
  { sku, now }: Now,
): Result<CartLineDocument[], CartError> {
  if (change.change === 'remove') {
    return ok(lines.filter((line) => !change.keys.includes(cartLineKey(line))))
  }
  if (!sku?.isOnSale || sku.isSample) return fail({ code: 'NOT_FOUND' })
  const options = optionsOf(change)
  const key = change.change === 'add' ? lineKey(change.skuId, options) : change.key
  const existing = lines.find((line) => cartLineKey(line) === key)
  if (change.change === 'set' && !existing) return fail({ code: 'NOT_FOUND' })
  const inCart = change.change === 'add' ? (existing?.quantity ?? 0) : 0
  const quantity = inCart + change.quantity
  const others = lines
    .filter((line) => line.skuId === sku._id && line !== existing)
    .reduce((all, line) => all + line.quantity, 0)
  if (quantity > LINE_QUANTITY_MAX) {
    return fail({ code: 'TOO_MANY', quantityMax: LINE_QUANTITY_MAX })
  }
  if (quantity + others > sku.available) {
    return fail({ code: 'OUT_OF_STOCK', skuId: sku._id, available: sku.available })
  }
  if (existing) {
    return ok(lines.map((line) => (line === existing ? { ...line, quantity } : line)))
  }
  return added(lines, { skuId: sku._id, quantity, options, addedAt: now }, sku)
}

const optionsOf = (change: PiecesChange): LineOptions =>
  (change.change === 'add' && change.options) || NO_OPTIONS

function added(
  lines: readonly CartLineDocument[],
  line: CartLineDocument,
  sku: SkuDocument,
): Result<CartLineDocument[], CartError> {
  const chosen = checkOptions(sku, line.options)
  if (!chosen.ok) {
    const { code: reason, field } = chosen.error
    return fail({ code: 'OPTION_WRONG', skuId: sku._id, field, reason })
  }
  if (lines.length >= CART_LINES_MAX) {
    return fail({ code: 'CART_FULL', linesMax: CART_LINES_MAX })
  }
  return ok([line, ...lines])
}
