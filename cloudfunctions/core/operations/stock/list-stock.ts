import { type BalancedMovement, findMovements, findStock } from '@core/data/stock/list'
import { fail, ok, type Result } from '@core/kernel/result'
import { displayName } from '@core/operations/members/views'
import type { NotFound } from '../../contract/errors'
import type {
  MovementListInput,
  MovementPage,
  MovementRow,
  StockListInput,
  StockPage,
} from '../../contract/stock'
import type { Context } from '../context'
import { stockRow } from './views'

/** SKUs by available pieces, the fewest first. */
export async function listStock(
  ctx: Context,
  { filter, word, cursor }: StockListInput,
): Promise<Result<StockPage, never>> {
  await ctx.ready()
  const { lowStockPieces } = ctx.program
  const atMost = { low: lowStockPieces, out: 0, all: undefined }[filter ?? 'all']
  const page = await findStock(ctx.db, { atMost, word, cursor })
  const items = page.items.map((sku) => stockRow(sku, ctx.program))
  return ok({ items, next: page.next, lowStockPieces })
}

/** A SKU with its stock movements, latest first. */
export async function listMovements(
  ctx: Context,
  { skuId, cursor }: MovementListInput,
): Promise<Result<MovementPage, NotFound>> {
  const sku = await ctx.db.get('skus', skuId)
  if (!sku) return fail({ code: 'NOT_FOUND' })
  const { items, next } = await findMovements(ctx.db, sku, cursor)
  const names = await namesOf(ctx, items)
  const rows = items.map((line) => movementRow(line, names))
  return ok({ items: rows, next, sku: stockRow(sku, ctx.program) })
}

async function namesOf(
  ctx: Context,
  lines: readonly BalancedMovement[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(lines.flatMap(({ movement }) => movement.by ?? []))
  const staff = await ctx.db.getMany('members', [...ids])
  return new Map(staff.map((member) => [member._id, displayName(member)]))
}

const movementRow = (
  { movement, balance }: BalancedMovement,
  names: ReadonlyMap<string, string>,
): MovementRow => ({
  id: movement._id,
  kind: movement.kind,
  quantity: movement.quantity,
  balance,
  reason: movement.reason,
  note: movement.note,
  orderId: movement.orderId,
  by: movement.by === null ? null : (names.get(movement.by) ?? null),
  at: movement.at,
})
