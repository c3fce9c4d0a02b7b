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

/** The tier held; somebody who has not joined holds none. */
export const TierTag = ({ tier, isMember }: { tier: Tier; isMember: boolean }) =>
  isMember ? <Text className={`tier-tag is-${tier}`}>{TIER_COPY[tier]}</Text> : <Tag>未入会</Tag>

/** How far the relation has come. */
export const StageTag = ({ stage }: { stage: Stage }) => <Tag tone="leaf">{STAGE_COPY[stage]}</Tag>

/** How alive the relation is, and for how many days it has been so when that is worth a word. */
export const RecencyTag = ({ recency, days = 0 }: { recency: Recency; days?: number }) => (
  <Tag tone={RECENCY_TONES[recency]}>
    {RECENCY_TAGS[recency]}
    {days > 0 ? ` ${days} 天` : ''}
  </Tag>
)
