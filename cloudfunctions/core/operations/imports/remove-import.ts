import type { RemovedImport, RemoveImportInput } from '@core/contract/imports'
import { command } from '@core/data/database'
import { handledOrders } from '@core/data/imports/imports'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'

/**
 * Takes back orders and cancellations that an import brought. Only what bears its name is removed,
 * so neither the shop's own orders nor another import's can be; what has an after-sale stays. No
 * stock, points or coupons hang on imported orders. A repeated call finds nothing more to remove.
 */
export async function removeImport(
  { db }: Context,
  { source, name, orders, refunds }: RemoveImportInput,
): Promise<Result<RemovedImport, never>> {
  const held = await handledOrders(db, orders)
  const free = orders.filter((id) => !held.has(id))
  const ofOrders = { source, 'imported.name': name, _id: command.in(free) }
  const ofRefunds = { source, name, _id: command.in(refunds) }
  const counted = {
    orders: free.length > 0 ? await db.count('orders', ofOrders) : 0,
    refunds: refunds.length > 0 ? await db.count('refunds', ofRefunds) : 0,
  }
  if (counted.orders > 0) await db.removeAll('orders', ofOrders)
  if (counted.refunds > 0) await db.removeAll('refunds', ofRefunds)
  return ok({ ...counted, held: [...held] })
}
