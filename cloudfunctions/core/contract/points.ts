import type { PointsTransfer } from '@core/domain/points/points'
import type { Page, PageInput } from './primitives'

/** A row of the points ledger as its member sees it. */
export type PointsRow = Omit<PointsTransfer, 'memberId'>

/** Operations of members on their points. */
export type PointsContract = {
  'points.history': {
    input: PageInput
    output: Page<PointsRow> & { available: number; pending: number; pointsPerYuan: number }
    error: never
  }
}

declare module '@core/contract' {
  interface ShopOperations extends PointsContract {}
}
