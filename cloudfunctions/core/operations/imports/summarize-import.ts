import type { ImportSummary, ImportSummaryInput } from '../../contract/imports'
import { ACTIVITIES, STAGES } from '../../domain/lifecycle'
import { ok, type Result } from '../../domain/result'
import type { Context } from '../context'

/** What is stored of a source, counted by the database. */
export async function summarizeImport(
  { db }: Context,
  { source }: ImportSummaryInput,
): Promise<Result<ImportSummary, never>> {
  const [standings, orders, refunds] = await Promise.all([
    db.aggregate<Standings>('members', standingsOf(source), STAGES.length * ACTIVITIES.length),
    db.count('orders', { source }),
    db.count('refunds', { source }),
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
    activities: counted(ACTIVITIES, (activity) =>
      customersIn(standings.filter(({ _id }) => _id.activity === activity)),
    ),
  })
}

type Standings = {
  _id: { stage: string; activity: string }
  customers: number
  paidFen: number
  refundedFen: number
}

const standingsOf = (source: string) =>
  [
    ['match', { source }],
    [
      'group',
      {
        _id: { stage: '$lifecycle.stage', activity: '$lifecycle.activity' },
        customers: { $sum: 1 },
        paidFen: { $sum: '$facts.paidFen' },
        refundedFen: { $sum: '$facts.refundedFen' },
      },
    ],
  ] as const

const counted = <K extends string>(names: readonly K[], count: (name: K) => number) =>
  Object.fromEntries(names.map((name) => [name, count(name)])) as Record<K, number>
