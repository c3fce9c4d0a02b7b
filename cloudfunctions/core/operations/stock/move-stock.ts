import { moveStock } from '@core/data/stock/ledger'
import { fail, ok, type Result } from '@core/kernel/result'
import { callerId } from '@core/operations/members/find-caller'
import type { MoveStockError, MoveStockInput, StockRow } from '../../contract/stock'
import type { Context } from '../context'
import { stockRow } from './views'

/** Records a delivery or a stock count by the staff; idempotent by the phone's movement id. */
export async function moveStockByHand(
  ctx: Context,
  { movementId, note = '', ...move }: MoveStockInput,
): Promise<Result<StockRow, MoveStockError>> {
  const [before, by] = await Promise.all([ctx.db.get('skus', move.skuId), callerId(ctx)])
  if (!before) return fail({ code: 'NOT_FOUND' })
  const { productId } = before
  const id = `hand:${movementId}`
  const moved = await moveStock(ctx.db, { ...move, id, productId, note, by, at: ctx.now })
  if (moved.outcome === 'SHORT') return fail({ code: 'STOCK_SHORT', available: moved.available })
  if (moved.outcome === 'ID_TAKEN') return fail({ code: 'MOVEMENT_ID_TAKEN' })
  const sku = await ctx.db.get('skus', move.skuId)
  return sku ? ok(stockRow(sku, ctx.program)) : fail({ code: 'NOT_FOUND' })
}
