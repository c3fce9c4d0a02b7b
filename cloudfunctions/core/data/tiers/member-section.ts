import type { MemberDocument } from '@core/data/members/documents'
import { isMember } from '@core/data/members/member-section'
import type { Tier, TierState } from '@core/domain/members/sections'

/** The tier section of a member's document. */
export const tierStateOf = ({ tier }: MemberDocument): TierState => tier

/** The tier that offers and prices go by: `null` for a customer who is no member. */
export const memberTier = (document: MemberDocument | null): Tier | null =>
  document !== null && isMember(document) ? document.tier.tier : null

/** Path that lists of members are filtered by. */
export const TIER_PATH = 'tier.tier'
