import type { Fen } from '@core/kernel/money'
import type { Adjustment } from './quote-types'

/** What was taken off goods and services; freight that was not charged is not counted. */
export const savedFen = ({ adjustments }: { adjustments: readonly Adjustment[] }): Fen =>
  adjustments.reduce(
    (sum, { code, fen }) => (code === 'FREE_FREIGHT' || fen >= 0 ? sum : sum - fen),
    0,
  )
