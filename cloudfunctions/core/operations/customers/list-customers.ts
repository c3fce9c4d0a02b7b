import type { LifecycleBoard, MemberListInput, MemberRow } from '@core/contract/customers'
import type { Page } from '@core/contract/primitives'
import { countCustomers, findCustomers } from '@core/data/customers/customers'
import { RECENCIES, STAGES, TIERS } from '@core/domain/members/sections'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { memberRow } from './views'

/** Customers by stage, recency, tier, channel and name; the latest to be seen come first. */
export async function listMembers(
  ctx: Context,
  input: MemberListInput,
): Promise<Result<Page<MemberRow>, never>> {
  const { word, ...filter } = input
  const phoneHashes = word && /^1\d{10}$/.test(word) ? ctx.vault.hashes(word) : undefined
  const page = await findCustomers(ctx.db, { ...filter, word, phoneHashes })
  return ok({ items: page.items.map(memberRow), next: page.next })
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
