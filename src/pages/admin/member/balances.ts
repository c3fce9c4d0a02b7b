import type { PointsAccount, PointsTransfer } from '@core/domain/points'

/**
 * The balance after each row of a ledger that runs from the latest row back: the first row left
 * today's account, every row before it what is left when the later rows are taken away.
 */
export function runningBalances(
  account: PointsAccount,
  rows: readonly Pick<PointsTransfer, 'available' | 'pending'>[],
): PointsAccount[] {
  let { available, pending } = account
  return rows.map((row) => {
    const left = { available, pending }
    available -= row.available
    pending -= row.pending
    return left
  })
}
