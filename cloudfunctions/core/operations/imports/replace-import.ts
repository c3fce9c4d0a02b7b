import type { ApplyImportInput, ReplacedImport } from '@core/contract/imports'
import { handledOrders } from '@core/data/imports/imports'
import { lifecycleSettings } from '@core/data/lifecycle/settings'
import type { OrderDocument } from '@core/data/orders/documents'
import { mapWithConcurrency } from '@core/kernel/concurrency'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'
import { addImported } from './apply-import'
import { type ImportedDocuments, importedDocuments } from './import-documents'

/** Documents written at the same time. */
const PARALLEL = 4

/**
 * Makes imported orders and cancellations as the input has them, where they differ, and adds what
 * is missing. An order with an after-sale stays as it is: what the shop gave back counts. A
 * repeated call finds nothing that differs.
 */
export async function replaceImport(
  ctx: Context,
  input: ApplyImportInput,
): Promise<Result<ReplacedImport, never>> {
  const settings = await lifecycleSettings(ctx, input.source)
  const documents = importedDocuments(input, { settings, vault: ctx.vault })
  const counts = await addImported(ctx, documents)
  const { ordersReplaced, held } = await replaceOrders(ctx, documents.orders)
  const refundsReplaced = await replaceRefunds(ctx, documents.refunds)
  return ok({ ...counts, ordersReplaced, refundsReplaced, held })
}

async function replaceOrders({ db }: Context, orders: readonly OrderDocument[]) {
  const ids = orders.map(({ _id }) => _id)
  const fields = ['_id', 'version', 'imported', 'paidAt', 'quote.totalFen', 'refundedFen']
  const stored = await db.getMany('orders', ids, { fields })
  const before = new Map(stored.map((one) => [one._id, one]))
  const differing = orders.filter((order) => {
    const one = before.get(order._id)
    return one !== undefined && differs(one, order)
  })
  const held = await handledOrders(
    db,
    differing.map(({ _id }) => _id),
  )
  let ordersReplaced = 0
  await mapWithConcurrency(
    differing.filter(({ _id }) => !held.has(_id)),
    PARALLEL,
    async (order) => {
      const isReplaced = await db.transact(async (transaction) => {
        const now = await transaction.get('orders', order._id)
        // Somebody has handled it since it was compared: the next run compares anew.
        if (!now || now.version !== before.get(order._id)?.version) return false
        const imported = order.imported && { ...order.imported, ...nameOf(now.imported) }
        await transaction.put('orders', { ...now, ...order, imported, version: now.version + 1 })
        return true
      })
      if (isReplaced) ordersReplaced += 1
    },
  )
  return { ordersReplaced, held: [...held] }
}

/** A replaced document stays with the import that brought it. */
const nameOf = (before: { name?: string } | undefined) =>
  before?.name === undefined ? {} : { name: before.name }

/** What was imported before imports had names is replaced once, so that it gets one. */
const differs = (one: OrderDocument, other: OrderDocument): boolean =>
  one.paidAt !== other.paidAt ||
  one.quote.totalFen !== other.quote.totalFen ||
  one.refundedFen !== other.refundedFen ||
  one.imported?.lines !== other.imported?.lines

async function replaceRefunds({ db }: Context, refunds: ImportedDocuments['refunds']) {
  const stored = await db.getMany(
    'refunds',
    refunds.map(({ _id }) => _id),
  )
  const before = new Map(stored.map((one) => [one._id, one]))
  const differing = refunds.filter((refund) => {
    const one = before.get(refund._id)
    if (!one) return false
    return (
      one.at !== refund.at || one.fen !== refund.fen || one.unmatchedFen !== refund.unmatchedFen
    )
  })
  await mapWithConcurrency(differing, PARALLEL, (refund) =>
    db.put('refunds', { ...refund, ...nameOf(before.get(refund._id)) }),
  )
  return differing.length
}
