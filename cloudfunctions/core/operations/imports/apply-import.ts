import { lifecycleSettings } from '@core/data/lifecycle/settings'
import { ok, type Result } from '@core/kernel/result'
import type { ApplyImportInput, ImportCounts } from '../../contract/imports'
import { command } from '../../data/database'
import type { DocumentOf } from '../../data/documents'
import type { Context } from '../context'
import { type ImportedDocuments, importedDocuments } from './import-documents'

/** Attempts of a call when a concurrent import adds the same documents. */
const TRIES_MAX = 4

/**
 * Stores customers of another system with their orders and cancellations. Ids are derived from the
 * other system's numbers, so a call may be repeated in whole or in part. An older export must not
 * undo cancellations of a newer one: refunded amounts only rise, unmatched ones only fall.
 */
export async function applyImport(
  ctx: Context,
  input: ApplyImportInput,
): Promise<Result<ImportCounts, never>> {
  const settings = await lifecycleSettings(ctx, input.source)
  return ok(await addImported(ctx, importedDocuments(input, { settings, vault: ctx.vault })))
}

/** Adds what is missing; what is there is changed only as `applyImport` says. */
export async function addImported(
  ctx: Context,
  documents: ImportedDocuments,
): Promise<ImportCounts> {
  const counts: ImportCounts = {
    customersAdded: 0,
    ordersAdded: 0,
    ordersUpdated: 0,
    refundsAdded: 0,
  }
  for (let attempt = 1; attempt <= TRIES_MAX; attempt += 1) {
    if (await addMissing(ctx, documents, counts)) return counts
  }
  throw new Error('the same customers are being imported elsewhere')
}

/** Customers first, so that no order is ever without one. `false`: read again and retry. */
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

/** The fields of stored documents that decide whether to update them. */
const COMPARED_FIELDS = { members: [], orders: ['refundedFen'], refunds: ['unmatchedFen'] } as const

/** The documents that are stored already, with their compared fields. */
async function stored<C extends keyof typeof COMPARED_FIELDS>(
  db: Db,
  collection: C,
  documents: readonly { _id: string }[],
): Promise<Map<string, DocumentOf<C>>> {
  if (documents.length === 0) return new Map()
  const ids = documents.map(({ _id }) => _id)
  const found = await db.find(collection, {
    where: { _id: command.in(ids) },
    limit: ids.length,
    fields: ['_id', ...COMPARED_FIELDS[collection]],
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
