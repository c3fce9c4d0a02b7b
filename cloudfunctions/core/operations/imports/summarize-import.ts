import { importedMemberId } from '@core/data/imports/ids'
import { RECENCIES, STAGES } from '@core/domain/lifecycle/status'
import { ok, type Result } from '@core/kernel/result'
import type { ImportSummary, ImportSummaryInput } from '../../contract/imports'
import type { Conditions } from '../../data/conditions'
import { command } from '../../data/database'
import type { Context } from '../context'

/** What is stored of a source, or of some of its customers, counted by the database. */
export async function summarizeImport(
  { db }: Context,
  { source, externalIds }: ImportSummaryInput,
): Promise<Result<ImportSummary, never>> {
  const ids = externalIds?.map((externalId) => importedMemberId(source, externalId))
  const whose = ids ? { source, memberId: command.in(ids) } : { source }
  const who = ids ? { source, _id: command.in(ids) } : { source }
  const [standings, orders, refunds] = await Promise.all([
    db.aggregate<Standings>('members', standingsOf(who), STAGES.length * RECENCIES.length),
    db.count('orders', whose),
    db.count('refunds', whose),
  ])
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  const customersIn = (rows: Standings[]) => sum(rows.map((row) => row.customers))
  return ok({
    customers: customersIn(standings),
    orders,
    refunds,
    paidFen: sum(standings.map((row) => row.paidFen)),
    refundedFen: sum(standings.map((row) => row.refundedFen)),
    stages: counted(STAGES, (stage) =>
      customersIn(standings.filter(({ _id }) => _id.stage === stage)),
    ),
    recencies: counted(RECENCIES, (recency) =>
      customersIn(standings.filter(({ _id }) => _id.recency === recency)),
    ),
  })
}

type Standings = {
  _id: { stage: string; recency: string }
  customers: number
  paidFen: number
  refundedFen: number
}

const standingsOf = (who: Conditions) =>
  [
    ['match', who],
    [
      'group',
      {
        _id: { stage: '$lifecycle.stage', recency: '$lifecycle.recency' },
        customers: { $sum: 1 },
        paidFen: { $sum: '$facts.paidFen' },
        refundedFen: { $sum: '$facts.refundedFen' },
      },
    ],
  ] as const

const counted = <K extends string>(names: readonly K[], count: (name: K) => number) =>
  Object.fromEntries(names.map((name) => [name, count(name)])) as Record<K, number>
