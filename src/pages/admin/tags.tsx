import type { Activity, Stage } from '@core/domain/lifecycle/status'
import type { Tier } from '@core/domain/tiers/tier'
import { Text } from '@tarojs/components'
import { Tag } from '@/components/tag'
import { ACTIVITY_TAGS, STAGE_WORDS, TIER_WORDS } from '@/copy/lifecycle'
import './tags.scss'

const ACTIVITY_TONES = {
  new: 'plain',
  active: 'leaf',
  silent: 'gold',
  lost: 'price',
} as const satisfies Record<Activity, string>

/** The tier held; somebody who has not joined holds none. */
export const TierTag = ({ tier, isMember }: { tier: Tier; isMember: boolean }) =>
  isMember ? <Text className={`tier-tag is-${tier}`}>{TIER_WORDS[tier]}</Text> : <Tag>未入会</Tag>

/** How far the relation has come. */
export const StageTag = ({ stage }: { stage: Stage }) => <Tag tone="leaf">{STAGE_WORDS[stage]}</Tag>

/** How alive the relation is, and for how many days it has been so when that is worth a word. */
export const ActivityTag = ({ activity, days = 0 }: { activity: Activity; days?: number }) => (
  <Tag tone={ACTIVITY_TONES[activity]}>
    {ACTIVITY_TAGS[activity]}
    {days > 0 ? ` ${days} 天` : ''}
  </Tag>
)
