import type { AfterSaleInput, AfterSaleListInput, AfterSaleView } from '@core/contract/after-sales'
import type { NotFound } from '@core/contract/errors'
import type { NoInput, Page } from '@core/contract/primitives'
import type {
  AfterSaleRow,
  ReturnAddress,
  StaffAfterSaleListInput,
} from '@core/contract/staff-after-sales'
import {
  findAfterSales,
  readReturnAddress,
  writeReturnAddress,
} from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import { command } from '@core/data/database'
import { ordersById } from '@core/data/orders/orders'
import {
  type AfterSaleState,
  AWAITING_SHOP_STATES,
  MONEY_UNDER_WAY_STATES,
  OPEN_AFTER_SALE_STATES,
} from '@core/domain/after-sales/after-sale'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { callerId } from '@core/operations/members/find-caller'
import { findOwnAfterSale } from './find-own-after-sale'
import { afterSaleRow, afterSaleView, viewOf } from './views'

/** The states of each part of the staff's list. */
const PARTS = {
  waiting: AWAITING_SHOP_STATES,
  toDecide: ['requested'],
  toReceive: ['returning'],
  toSend: ['exchanging'],
  failed: ['refundFailed'],
  refunding: MONEY_UNDER_WAY_STATES,
  open: OPEN_AFTER_SALE_STATES,
  all: undefined,
} as const satisfies Record<StaffAfterSaleListInput['part'], readonly AfterSaleState[] | undefined>

/** What an after-sale shows of its order. */
const LINE_FIELDS = ['lines', 'quote.adjustments']

const countWaiting = (ctx: Context): Promise<number> =>
  ctx.db.count('afterSales', { state: command.in([...AWAITING_SHOP_STATES]) })

/** After-sales for the staff, latest first. */
export async function listStaffAfterSales(
  ctx: Context,
  { part, cursor }: StaffAfterSaleListInput,
): Promise<Result<Page<AfterSaleRow> & { waiting: number }, never>> {
  const [page, waiting] = await Promise.all([
    findAfterSales(ctx.db, { states: PARTS[part], cursor }),
    countWaiting(ctx),
  ])
  const items = await rowsOf(ctx, page.items)
  return ok({ items, next: page.next, waiting })
}

async function rowsOf(ctx: Context, found: readonly AfterSaleDocument[]): Promise<AfterSaleRow[]> {
  const [orders, members] = await Promise.all([
    ordersById(ctx.db, [...new Set(found.map((one) => one.orderId))]),
    ctx.db.getMany('members', [...new Set(found.map((one) => one.memberId))]),
  ])
  return found.flatMap((one) => {
    const order = orders.find(({ _id }) => _id === one.orderId)
    const member = members.find(({ _id }) => _id === one.memberId) ?? null
    return order ? [afterSaleRow(ctx, one, { order, member })] : []
  })
}

/** One after-sale as the staff see it. */
export async function rowOf(ctx: Context, found: AfterSaleDocument): Promise<AfterSaleRow> {
  const [row] = await rowsOf(ctx, [found])
  if (!row) throw new Error(`after-sale ${found._id} has no order`)
  return row
}

/** Any after-sale, for the staff. */
export async function showStaffAfterSale(
  ctx: Context,
  { afterSaleId }: AfterSaleInput,
): Promise<Result<AfterSaleRow, NotFound>> {
  const found = await ctx.db.get('afterSales', afterSaleId)
  return found ? ok(await rowOf(ctx, found)) : fail({ code: 'NOT_FOUND' })
}

/** The caller's after-sales, latest first; of one order, those that are not over, or all. */
export async function listAfterSales(
  ctx: Context,
  { orderId, isOpen, cursor }: AfterSaleListInput,
): Promise<Result<Page<AfterSaleView>, never>> {
  const memberId = await callerId(ctx)
  if (memberId === null) return ok({ items: [], next: null })
  const states = isOpen && OPEN_AFTER_SALE_STATES
  const page = await findAfterSales(ctx.db, { memberId, orderId, states, cursor })
  const ids = [...new Set(page.items.map((one) => one.orderId))]
  const orders = await ctx.db.getMany('orders', ids, { fields: LINE_FIELDS })
  const items = page.items.flatMap((one) => {
    const order = orders.find(({ _id }) => _id === one.orderId)
    return order ? [viewOf(one, order)] : []
  })
  return ok({ items, next: page.next })
}

/** One of the caller's after-sales. */
export async function showAfterSale(
  ctx: Context,
  { afterSaleId }: AfterSaleInput,
): Promise<Result<AfterSaleView, NotFound>> {
  const own = await findOwnAfterSale(ctx, afterSaleId)
  if (!own.ok) return own
  const order = await ctx.db.get('orders', own.value.orderId)
  return order ? ok(await afterSaleView(ctx, own.value, order)) : fail({ code: 'NOT_FOUND' })
}

/** The address for returned goods; empty while the shop has not set one. */
export async function showReturnAddress(
  ctx: Context,
  _input: NoInput,
): Promise<Result<ReturnAddress, never>> {
  return ok({ address: (await readReturnAddress(ctx.db)) ?? '' })
}

export async function saveReturnAddress(
  ctx: Context,
  { address }: ReturnAddress,
): Promise<Result<ReturnAddress, never>> {
  await writeReturnAddress(ctx.db, address)
  return ok({ address })
}
