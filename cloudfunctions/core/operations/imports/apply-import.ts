import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { ok, type Result } from '@core/kernel/result'
import type { ApplyImportInput, ImportCounts } from '../../contract/imports'
import { command } from '../../data/database'
import type { DocumentOf } from '../../data/documents'
import type { Context } from '../context'
import { type ImportedDocuments, importedDocuments } from './import-documents'

/** Times a call looks anew at what is stored, when another import adds the same at that moment. */
const TRIES_MAX = 4

/**
 * Stores customers of another system with their orders and cancellations. Ids are made of the
 * other system's numbers: what is there already is not added again, so a call may be repeated,
 * whole or in part. A longer export brings newer cancellations, and a shorter one must not undo
 * them: what was refunded only rises, what no order accounts for only falls.
 */
export async function applyImport(
  ctx: Context,
  input: ApplyImportInput,
): Promise<Result<ImportCounts, never>> {
  const settings = await lifecycleSettings(ctx.db, ctx.program, input.source)
  const documents = importedDocuments(input, settings)
  const counts: ImportCounts = {
    customersAdded: 0,
    ordersAdded: 0,
    ordersUpdated: 0,
    refundsAdded: 0,
  }
  for (let attempt = 1; attempt <= TRIES_MAX; attempt += 1) {
    if (await addMissing(ctx, documents, counts)) return ok(counts)
  }
  throw new Error('the same customers are being imported elsewhere')
}

/** Customers first, so that no order is ever without one. `false`: look again. */
async function addMissing(
  { db }: Context,
  documents: ImportedDocuments,
  counts: ImportCounts,
): Promise<boolean> {
  const [members, orders, refunds] = await Promise.all([
    stored(db, 'members', documents.members),
    stored(db, 'orders', documents.orders),
    stored(db, 'refunds', documents.refunds),
  ])
  const newMembers = documents.members.filter(({ _id }) => !members.has(_id))
  const newOrders = documents.orders.filter(({ _id }) => !orders.has(_id))
  const newRefunds = documents.refunds.filter(({ _id }) => !refunds.has(_id))
  if (!(await db.addAll('members', newMembers))) return false
  counts.customersAdded += newMembers.length
  if (!(await db.addAll('orders', newOrders))) return false
  counts.ordersAdded += newOrders.length
  if (!(await db.addAll('refunds', newRefunds))) return false
  counts.refundsAdded += newRefunds.length
  counts.ordersUpdated += await raiseRefunded({ db }, documents.orders, orders)
  await lowerUnmatched({ db }, documents.refunds, refunds)
  return true
}

type Db = Context['db']

/** What of a stored document decides whether it is to be changed. */
const DECISIVE = { members: [], orders: ['refundedFen'], refunds: ['unmatchedFen'] } as const

/** Which of the documents are stored, with their decisive fields. */
async function stored<C extends keyof typeof DECISIVE>(
  db: Db,
  collection: C,
  documents: readonly { _id: string }[],
): Promise<Map<string, DocumentOf<C>>> {
  if (documents.length === 0) return new Map()
  const ids = documents.map(({ _id }) => _id)
  const found = await db.find(collection, {
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: ['_id', ...DECISIVE[collection]],
  })
  return new Map(found.map((document) => [document._id, document]))
}

async function raiseRefunded(
  { db }: Pick<Context, 'db'>,
  orders: ImportedDocuments['orders'],
  before: Map<string, DocumentOf<'orders'>>,
): Promise<number> {
  let raised = 0
  for (const { _id, refundedFen } of orders) {
    if (refundedFen <= (before.get(_id)?.refundedFen ?? refundedFen)) continue
    const less = { _id, refundedFen: command.lt(refundedFen) }
    raised += await db.update('orders', less, { refundedFen, version: command.inc(1) })
  }
  return raised
}

async function lowerUnmatched(
  { db }: Pick<Context, 'db'>,
  refunds: ImportedDocuments['refunds'],
  before: Map<string, DocumentOf<'refunds'>>,
): Promise<void> {
  for (const { _id, unmatchedFen } of refunds) {
    if (unmatchedFen >= (before.get(_id)?.unmatchedFen ?? unmatchedFen)) continue
    await db.update('refunds', { _id, unmatchedFen: command.gt(unmatchedFen) }, { unmatchedFen })
  }
}
