import type { Buying } from '../domain/import-facts'
import { command, type Database } from './database'
import type { DocumentOf, MemberDocument } from './documents'

/** Documents of one query: the service's own limit. */
const READ_MAX = 1_000
/** Queries for one page of customers; a hundred thousand orders are not a hundred customers'. */
const READS_MAX = 100

/** A page of a source's customers, in the order of their ids, after one of them. */
export const importedMembers = (
  db: Database,
  page: { source: string; after: string; size: number },
): Promise<MemberDocument[]> =>
  db.find('members', {
    where: { source: page.source, _id: command.gt(page.after) },
    orderBy: [['_id', 'asc']],
    limit: page.size,
  })

/** The stored buying of some customers, by member id; an entry for each. */
export async function buyingOf(
  db: Database,
  memberIds: readonly string[],
): Promise<Map<string, Buying>> {
  const histories = new Map(memberIds.map((id) => [id, nothing()]))
  const [orders, refunds] = await Promise.all([
    readAll(db, { collection: 'orders', memberIds, fields: ORDER_FIELDS }),
    readAll(db, { collection: 'refunds', memberIds, fields: REFUND_FIELDS }),
  ])
  for (const { memberId, paidAt, quote, refundedFen } of orders) {
    if (paidAt === null) continue
    histories.get(memberId)?.orders.push({ at: paidAt, paidFen: quote.totalFen, refundedFen })
  }
  for (const { memberId, at, unmatchedFen } of refunds) {
    histories.get(memberId)?.refunds.push({ at, unmatchedFen })
  }
  return histories
}

type Growing = { [K in keyof Buying]: Buying[K][number][] }

const nothing = (): Growing => ({ orders: [], refunds: [] })

const ORDER_FIELDS = ['_id', 'memberId', 'paidAt', 'quote.totalFen', 'refundedFen']
const REFUND_FIELDS = ['_id', 'memberId', 'at', 'unmatchedFen']

type ReadAll<C> = { collection: C; memberIds: readonly string[]; fields: readonly string[] }

async function readAll<C extends 'orders' | 'refunds'>(
  db: Database,
  { collection, memberIds, fields }: ReadAll<C>,
): Promise<DocumentOf<C>[]> {
  const all: DocumentOf<C>[] = []
  if (memberIds.length === 0) return all
  for (let reads = 0, last = ''; reads < READS_MAX; reads += 1) {
    const page = await db.find<C>(collection, {
      where: { memberId: command.in([...memberIds]), _id: command.gt(last) },
      orderBy: [['_id', 'asc']],
      limit: READ_MAX,
      fields,
    })
    all.push(...page)
    last = page.at(-1)?._id ?? ''
    if (page.length < READ_MAX) return all
  }
  throw new Error(`${memberIds.length} customers have too many ${collection}`)
}
