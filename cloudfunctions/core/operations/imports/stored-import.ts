import type { StoredImportInput, StoredImportPage } from '@core/contract/imports'
import { command } from '@core/data/database'
import { IMPORTED_REMARK } from '@core/data/imports/ids'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '../context'

/** Documents in one answer: 250 bytes each, far below what a function may answer. */
const PAGE = 800

const ORDER_FIELDS = [
  '_id',
  'remark',
  'imported',
  'paidAt',
  'quote.totalFen',
  'refundedFen',
] as const
const REFUND_FIELDS = ['_id', 'number', 'name', 'at', 'fen', 'unmatchedFen'] as const

/** A page of a source's orders or cancellations, to compare them with a file. */
export async function storedImport(
  { db }: Context,
  { source, kind, after = '' }: StoredImportInput,
): Promise<Result<StoredImportPage, never>> {
  const fields = kind === 'orders' ? ORDER_FIELDS : REFUND_FIELDS
  const limit = db.rowsThatHold(kind, { fields }, PAGE)
  const where = { source, _id: command.gt(after) }
  const query = { where, orderBy: [['_id', 'asc']] as ['_id', 'asc'][], limit, fields }
  const items =
    kind === 'orders'
      ? (await db.find('orders', query)).map(({ _id: id, imported, ...order }) => ({
          id,
          number: order.remark.slice(IMPORTED_REMARK.length),
          name: imported?.name ?? null,
          at: order.paidAt ?? 0,
          fen: order.quote.totalFen,
          backFen: order.refundedFen,
          digest: imported?.lines ?? '',
        }))
      : (await db.find('refunds', query)).map(({ _id: id, number, name = null, at, ...fen }) => ({
          id,
          number,
          name,
          at,
          fen: fen.fen,
          backFen: fen.unmatchedFen,
          digest: '',
        }))
  return ok({ items, next: items.length < limit ? null : (items.at(-1)?.id ?? null) })
}
