import type { LifecycleBoard, MemberListInput, MemberRow } from '@core/contract/customers'
import type { Page } from '@core/contract/primitives'
import { countCustomers, findByReceiver, findCustomers } from '@core/data/customers/customers'
import type { MemberDocument } from '@core/data/members/documents'
import { searchedHashes } from '@core/data/members/receivers'
import { mapPage } from '@core/data/pages'
import { RECENCIES, STAGES, TIERS } from '@core/domain/members/sections'
import { isOrderNumber } from '@core/domain/orders/order'
import { mobileOf } from '@core/kernel/phone'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { displayName } from '@core/operations/members/views'
import { memberRow } from './views'

/**
 * Customers by stage, recency, tier and channel; the latest to be seen come first. A word is a
 * name's beginning, a phone number in any spelling, a receiver's whole name or an order's number:
 * all are looked up side by side. Who is called just so comes first, then who was found by the
 * latter two, then whose name begins so.
 */
export async function listMembers(
  ctx: Context,
  input: MemberListInput,
): Promise<Result<Page<MemberRow>, never>> {
  const { word, cursor, ...filter } = input
  if (!word) return ok(mapPage(await findCustomers(ctx.db, { ...filter, cursor }), memberRow))
  const phone = mobileOf(word)
  const hashes = searchedHashes(ctx.vault, word)
  const by = phone === null ? { ...filter, word } : { ...filter, phoneHashes: hashes }
  const [page, receivers, buyer] = await Promise.all([
    findCustomers(ctx.db, { ...by, cursor }),
    hashes.length === 0 ? [] : findByReceiver(ctx.db, { ...filter, receiverHashes: hashes }),
    isOrderNumber(word) ? findBuyer(ctx, word) : [],
  ])
  if (cursor !== undefined) {
    const known = new Set([...buyer, ...receivers].map(({ _id }) => _id))
    return ok(
      mapPage({ ...page, items: page.items.filter(({ _id }) => !known.has(_id)) }, memberRow),
    )
  }
  const namesakes = page.items.filter((member) => displayName(member) === word)
  const found = [...buyer, ...namesakes, ...receivers, ...page.items]
  const once = [...new Map(found.map((member) => [member._id, member])).values()]
  return ok(mapPage({ ...page, items: once }, memberRow))
}

/** The customer of an order, by its number. */
async function findBuyer({ db }: Context, orderId: string): Promise<MemberDocument[]> {
  const order = await db.get('orders', orderId)
  const member = order && (await db.get('members', order.memberId))
  return member ? [member] : []
}

/** How many customers are in which stage, recency and tier. */
export async function lifecycleBoard(ctx: Context): Promise<Result<LifecycleBoard, never>> {
  const counted = await countCustomers(ctx.db)
  const by = <K extends string>(keys: readonly K[], keyOf: (row: Counted) => string) =>
    Object.fromEntries(
      keys.map((key) => [key, sum(counted.filter((row) => keyOf(row) === key))]),
    ) as Record<K, number>
  return ok({
    total: sum(counted),
    members: sum(counted.filter((row) => row.isMember)),
    stages: by(STAGES, (row) => row.stage),
    recencies: by(RECENCIES, (row) => row.recency),
    tiers: by(TIERS, (row) => row.tier),
  })
}

type Counted = Awaited<ReturnType<typeof countCustomers>>[number]

const sum = (rows: readonly Counted[]): number => rows.reduce((all, row) => all + row.customers, 0)
