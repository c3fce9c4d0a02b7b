import type { Reminded, SetReminderError, SubjectInput } from '@core/contract/reminders'
import type { MemberDocument } from '@core/data/members/documents'
import { countWaiting, type ReminderDocument, removeWaiting } from '@core/data/reminders/reminders'
import { markAwaited } from '@core/data/stock/awaited'
import type { SkuDocument } from '@core/data/stock/documents'
import { memberTier } from '@core/data/tiers/member-section'
import { type Product, type SaleState, saleState, specText } from '@core/domain/catalog/product'
import { LAUNCH_LEAD_MS, reminderId } from '@core/domain/reminders/reminder'
import { fail, ok, type Result } from '@core/kernel/result'
import { REMINDER_BOUND } from '@core/operations/allowances'
import type { Context } from '@core/operations/context'
import { ensureCustomer } from '@core/operations/lifecycle/ensure-customer'
import { callerId } from '@core/operations/members/find-caller'

/**
 * Lets the caller be told once when a SKU can be had again, or shortly before a sale begins. One
 * that waits already stays as it is.
 */
export async function setReminder(
  ctx: Context,
  subject: SubjectInput,
): Promise<Result<Reminded, SetReminderError>> {
  const { productId, skuId } = subject
  const [member, product, sku] = await Promise.all([
    ensureCustomer(ctx),
    ctx.db.get('products', productId),
    skuId === null ? null : ctx.db.get('skus', skuId),
  ])
  if (!product?.isOnSale || !isOf(product._id, skuId, sku)) return fail({ code: 'NOT_FOUND' })
  const sale = saleState(product, { tier: memberTier(member), now: ctx.now })
  const isNeeded = sku ? sku.available <= 0 : sale.state === 'NOT_YET'
  if (!isNeeded) return fail({ code: 'NOT_NEEDED' })
  const isWaiting = await wait(ctx, { member, product, sku, sale })
  return isWaiting ? ok({ isReminded: true }) : fail(TOO_MANY)
}

const TOO_MANY = {
  code: 'ALLOWANCE_USED',
  operation: 'reminders.set',
  ...REMINDER_BOUND,
} as const

/** Whether the SKU, if one is named, belongs to the product and is on sale. */
const isOf = (productId: string, skuId: string | null, sku: SkuDocument | null): boolean =>
  skuId === null || (sku !== null && sku.isOnSale && sku.productId === productId)

type Wanted = {
  member: MemberDocument
  product: Pick<Product, 'title' | 'pictures'> & { _id: string }
  sku: SkuDocument | null
  sale: SaleState
}

/** Stores the reminder unless it waits already; `false` when the caller has too many of them. */
async function wait(ctx: Context, { member, product, sku, sale }: Wanted): Promise<boolean> {
  const { _id: memberId } = member
  const subject = { productId: product._id, skuId: sku?._id ?? null }
  const _id = reminderId(memberId, subject)
  const open = await countWaiting(ctx.db, memberId)
  const stored = await ctx.db.transact(async (transaction): Promise<ReminderDocument | null> => {
    const before = await transaction.get('reminders', _id)
    if (before?.state === 'waiting') return before
    if (open >= REMINDER_BOUND.most) return null
    const reminder: ReminderDocument = {
      _id,
      memberId,
      ...subject,
      title: product.title,
      spec: sku ? specText(sku.values) : '',
      picture: (sku?.picture || product.pictures[0]) ?? '',
      state: 'waiting',
      at: ctx.now,
      dueAt: sale.state === 'NOT_YET' && !sku ? sale.from - LAUNCH_LEAD_MS : null,
      toldAt: null,
      isUnread: false,
    }
    await transaction.put('reminders', reminder)
    return reminder
  })
  if (!stored) return false
  // After the reminder: whoever sees the mark finds it. A repeated call marks with the same text.
  if (sku) await markAwaited(ctx.db, sku._id, `${_id}@${stored.at}`)
  return true
}

/** The caller no longer wants to be told. */
export async function cancelReminder(
  ctx: Context,
  subject: SubjectInput,
): Promise<Result<Reminded, never>> {
  const memberId = await callerId(ctx)
  if (memberId !== null) await removeWaiting(ctx.db, reminderId(memberId, subject))
  return ok({ isReminded: false })
}
