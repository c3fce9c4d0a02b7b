import type { MemberDocument } from '@core/data/members/documents'
import type { PointsAccount } from '@core/domain/members/sections'

/** The points section of a member's document: the sums of their ledger. */
export const pointsOf = ({ points }: MemberDocument): PointsAccount => points
