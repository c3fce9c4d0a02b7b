import type { PointsAccount } from '@core/domain/members/sections'

/** What a ledger's list shows of an account. */
type Balance = Pick<PointsAccount, 'available' | 'pending'>

/**
 * The balance after each row of a ledger that runs from the latest row back: the first row left
 * today's account, every row before it what is left when the later rows are taken away.
 */
export function runningBalances(account: Balance, rows: readonly Balance[]): Balance[] {
  let { available, pending } = account
  return rows.map((row) => {
    const left = { available, pending }
    available -= row.available
    pending -= row.pending
    return left
  })
}
