import type { Stored } from '@core/data/documents'
import type { PointsTransfer } from '@core/domain/points/points'

declare module '@core/data/documents' {
  interface Documents {
    pointsLedger: Stored<PointsTransfer>
  }
}
