import type { Conditions } from '@core/data/conditions'
import { command, type Database } from '@core/data/database'
import { fromStored, toStored } from '@core/data/documents'
import { type DocumentPage, findPage } from '@core/data/pages'
import type { AfterSale, AfterSaleState } from '@core/domain/after-sales/after-sale'
import type { AfterSaleDocument } from './documents'

export const toAfterSale = fromStored<AfterSale>

/** The document of an after-sale when it is first written. */
export const afterSaleDocument = toStored<AfterSale>

/** A changed after-sale's document: the next version. */
export const changedAfterSale = (afterSale: AfterSale): AfterSaleDocument =>
  afterSaleDocument({ ...afterSale, version: afterSale.version + 1 })

/** Filters of a list of after-sales; without any, it lists all. */
export type AfterSaleFilter = {
  memberId?: string
  orderId?: string
  states?: readonly AfterSaleState[]
  cursor?: string
}

/** After-sales of a page: one more of the largest fits into a read. */
const PAGE_ROWS = 15

/** A page of after-sales, latest first. */
export function findAfterSales(
  db: Database,
  { memberId, orderId, states, cursor }: AfterSaleFilter,
): Promise<DocumentPage<AfterSaleDocument>> {
  const conditions: Conditions = {
    ...(memberId === undefined ? {} : { memberId }),
    ...(orderId === undefined ? {} : { orderId }),
    ...(states === undefined ? {} : { state: command.in([...states]) }),
  }
  const where = Object.keys(conditions).length > 0 ? conditions : { requestedAt: command.gte(0) }
  const sortBy = ['requestedAt', 'desc'] as const
  return findPage(db, 'afterSales', { where, sortBy, cursor, size: PAGE_ROWS })
}

const RETURNS_ID = 'returns'

/** The address for returned goods; `null` while the shop has not set one. */
export async function readReturnAddress(db: Database): Promise<string | null> {
  const address = (await db.get('settings', RETURNS_ID))?.['address']
  return typeof address === 'string' && address !== '' ? address : null
}

/** Where customers send goods back to; an empty text removes it. */
export const writeReturnAddress = (db: Database, address: string): Promise<void> =>
  db.put('settings', { _id: RETURNS_ID, address })
