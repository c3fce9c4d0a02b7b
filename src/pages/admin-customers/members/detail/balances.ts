import type { PointsAccount } from '@core/domain/members/sections'

/** The balances of an account. */
type Balance = Pick<PointsAccount, 'available' | 'pending'>

/**
 * The balance after each row of a ledger, latest row first: the first has today's balance, each
 * further one the balance before the row above it.
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
