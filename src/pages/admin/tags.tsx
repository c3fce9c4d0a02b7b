import type { Recency, Stage, Tier } from '@core/domain/members/sections'
import { Text } from '@tarojs/components'
import { Tag } from '@/components/tag'
import { RECENCY_TAGS, STAGE_COPY, TIER_COPY } from '@/copy/lifecycle'
import './tags.scss'

const RECENCY_TONES = {
  new: 'plain',
  active: 'leaf',
  silent: 'gold',
  lost: 'price',
} as const satisfies Record<Recency, string>

/** The tier, or that the customer is not a member. */
export const TierTag = ({ tier, isMember }: { tier: Tier; isMember: boolean }) =>
  isMember ? <Text className={`tier-tag is-${tier}`}>{TIER_COPY[tier]}</Text> : <Tag>未入会</Tag>

export const StageTag = ({ stage }: { stage: Stage }) => <Tag tone="leaf">{STAGE_COPY[stage]}</Tag>

/** The recency, with its days when they matter. */
export const RecencyTag = ({ recency, days = 0 }: { recency: Recency; days?: number }) => (
  <Tag tone={RECENCY_TONES[recency]}>
    {RECENCY_TAGS[recency]}
    {days > 0 ? ` ${days} 天` : ''}
  </Tag>
)
