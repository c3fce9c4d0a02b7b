import { earliest } from '@core/kernel/calendar'
import { lifecycleStatusOf, type ReviewOn } from './status'

/** The lifecycle's own contribution: the day on which the recency changes. */
export const lifecycleReviewOn: ReviewOn = ({ facts, tier }, today, settings) =>
  lifecycleStatusOf({ facts, tier: tier.tier }, today, settings).changesOn

/** The earliest day that any area contributes; the lifecycle's own alone when none are named. */
export const earliestReview: ReviewOn = (member, today, settings) =>
  earliest(...(settings.reviewOn ?? [lifecycleReviewOn]).map((of) => of(member, today, settings)))
