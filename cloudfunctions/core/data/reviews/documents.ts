import type { Stored } from '@core/data/documents'
import type { ReportReason, Review } from '@core/domain/reviews/review'

declare module '@core/data/documents' {
  interface Documents {
    reviews: Stored<Review>
    /** `_id` is `<reviewId>:<memberId>`. */
    reviewReports: { _id: string; memberId: string; reason: ReportReason; at: number }
  }
}
