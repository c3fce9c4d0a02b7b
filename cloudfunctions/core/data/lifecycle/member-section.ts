import type { MemberDocument } from '@core/data/members/documents'
import type { MemberLifecycle } from '@core/domain/members/sections'

/** The lifecycle section of a member's document. */
export const lifecycleOf = ({ lifecycle }: MemberDocument): MemberLifecycle => lifecycle

/** The customer's own median of days between two orders; `undefined` while there is none. */
export const gapDaysOf = ({ lifecycle }: Pick<MemberDocument, 'lifecycle'>): number | undefined =>
  lifecycle?.gapDays

/** Paths that lists of members are filtered by. */
export const LIFECYCLE_PATHS = {
  stage: 'lifecycle.stage',
  recency: 'lifecycle.recency',
  gapDays: 'lifecycle.gapDays',
} as const
