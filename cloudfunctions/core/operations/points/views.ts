import type { PointsRow } from '@core/contract/points'
import type { PointsTransfer } from '@core/domain/points/points'

/** A row of the ledger without its owner, who is known. */
export const pointsRow = ({ memberId: _owner, ...row }: PointsTransfer): PointsRow => row
