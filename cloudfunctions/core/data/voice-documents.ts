import type { Question } from '@core/domain/questions/question'
import type { ReportReason, Review } from '@core/domain/reviews/review'
import type { Stored } from './documents'

/** What the collections of reviews and questions hold. */
export type VoiceDocuments = {
  reviews: Stored<Review>
  /** `<reviewId>:<memberId>`: who has spoken against which review. */
  reviewReports: { _id: string; memberId: string; reason: ReportReason; at: number }
  questions: Stored<Question>
}
