import type { MemberDetail } from '@core/contract/admin'
import type { ActivityReason } from '@core/domain/lifecycle/status'
import { type Day, dayOf, daysBetween } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { dayWords } from '@/copy/dates'
import {
  ACTIVITY_WORDS,
  activityReasonWords,
  nextChangeWords,
  PATH_WORDS,
  SIX_STAGE_WORDS,
  STAGE_WORDS,
  stageReasonWords,
} from '@/copy/lifecycle'
import './why-card.scss'

type WhyCardProps = { member: MemberDetail; today: Day }

/** Why a customer is where they are, since when, and what happens next if nobody does anything. */
export function WhyCard({ member, today }: WhyCardProps) {
  const { stage, activity, lifecycle, reviewOn } = member
  const { stageReason, stageSince, activitySince, wonBackOn } = lifecycle
  const reason = broughtUpTo(today, lifecycle.activityReason, reviewOn)
  return (
    <Card title={`为什么是「${STAGE_WORDS[stage]}」`}>
      <Text className="why-card__text">
        {stageReasonWords(stageReason, today)}
        {dayWords(dayOf(stageSince), today)}
        {cameFrom(member)}。
      </Text>
      <Text className="why-card__name">{ACTIVITY_WORDS[activity]}</Text>
      <Text className="why-card__text">
        {activityReasonWords(reason, today)}
        {dayWords(dayOf(activitySince), today)}起在{ACTIVITY_WORDS[activity]}。
        {wonBackOn === null ? '' : `${dayWords(wonBackOn, today)}赢回过一次。`}
      </Text>
      <Text className="why-card__name">接下来</Text>
      <Text className="why-card__text">{nextChangeWords({ activity, reviewOn }, today)}</Text>
      <Vocabularies member={member} />
    </Card>
  )
}

/** The same standing in the four vocabularies of the trade. */
const Vocabularies = ({ member }: { member: MemberDetail }) => (
  <View className="why-card__vocabularies">
    <Tag>五阶段 {STAGE_WORDS[member.stage]}</Tag>
    <Tag>六阶段 {SIX_STAGE_WORDS[member.sixStage]}</Tag>
    <Tag>活跃度 {ACTIVITY_WORDS[member.activity]}</Tag>
    <Tag>路径 {PATH_WORDS[member.pathStep]}</Tag>
  </View>
)

/** `由「购买」进入`, when the turn into the present stage is among the first page of turns. */
function cameFrom({ stage, history }: MemberDetail): string {
  const turns = history.items.flatMap((row) => row.turns)
  const turn = turns.find((one) => one.kind === 'stage' && one.to === stage)
  return turn?.kind === 'stage' && turn.from !== null
    ? `由「${STAGE_WORDS[turn.from]}」进入`
    : `起就是「${STAGE_WORDS[stage]}」`
}

/**
 * The reason counts its days as of the last look at the customer. Until the next look is due they
 * can be counted on to today; after that they stand as they were found.
 */
function broughtUpTo(today: Day, reason: ActivityReason, reviewOn: Day | null): ActivityReason {
  const isDue = reviewOn !== null && reviewOn <= today
  return isDue ? reason : { ...reason, days: daysBetween(reason.on, today) }
}
