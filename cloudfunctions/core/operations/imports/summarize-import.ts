import { importedMemberId } from '@core/data/imports/ids'
import { LIFECYCLE_PATHS } from '@core/data/lifecycle/member-section'
import { MEMBER_PATHS } from '@core/data/members/member-section'
import { RECENCIES, STAGES } from '@core/domain/members/sections'
import { ok, type Result } from '@core/kernel/result'
import type { ImportSummary, ImportSummaryInput } from '../../contract/imports'
import type { Conditions } from '../../data/conditions'
import { command } from '../../data/database'
import type { Context } from '../context'

/** Counts the stored customers, orders and refunds of a source, or of some of its customers. */
export async function summarizeImport(
  { db }: Context,
  { source, externalIds }: ImportSummaryInput,
): Promise<Result<ImportSummary, never>> {
  const ids = externalIds?.map((externalId) => importedMemberId(source, externalId))
  const ofCustomers = ids ? { source, memberId: command.in(ids) } : { source }
  const customers = ids ? { source, _id: command.in(ids) } : { source }
  const [groups, orders, refunds] = await Promise.all([
    db.aggregate<StatusGroup>('members', groupByStatus(customers), {
      limit: STAGES.length * RECENCIES.length,
      rowBytes: 200,
    }),
    db.count('orders', ofCustomers),
    db.count('refunds', ofCustomers),
  ])
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const customersIn = (rows: StatusGroup[]) => sum(rows.map((row) => row.customers))
  return ok({
    customers: customersIn(groups),
    orders,
    refunds,
    paidFen: sum(groups.map((row) => row.paidFen)),
    refundedFen: sum(groups.map((row) => row.refundedFen)),
    stages: counted(STAGES, (stage) =>
      customersIn(groups.filter(({ _id }) => _id.stage === stage)),
    ),
    recencies: counted(RECENCIES, (recency) =>
      customersIn(groups.filter(({ _id }) => _id.recency === recency)),
    ),
  })
}

type StatusGroup = {
  _id: { stage: string; recency: string }
  customers: number
  paidFen: number
  refundedFen: number
}

const groupByStatus = (where: Conditions) =>
  [
    ['match', where],
    [
      'group',
      {
        _id: { stage: `$${LIFECYCLE_PATHS.stage}`, recency: `$${LIFECYCLE_PATHS.recency}` },
        customers: { $sum: 1 },
        paidFen: { $sum: `$${MEMBER_PATHS.paidFen}` },
        refundedFen: { $sum: `$${MEMBER_PATHS.refundedFen}` },
      },
    ],
  ] as const

const counted = <K extends string>(names: readonly K[], count: (name: K) => number) =>
  Object.fromEntries(names.map((name) => [name, count(name)])) as Record<K, number>
