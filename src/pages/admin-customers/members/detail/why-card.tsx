import type { MemberDetail } from '@core/contract/customers'
import type { RecencyReason } from '@core/domain/members/sections'
import { type Day, dayOf, daysBetween } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { formatDay } from '@/copy/dates'
import {
  nextChangeCopy,
  PATH_COPY,
  RECENCY_COPY,
  recencyReasonCopy,
  SIX_STAGE_COPY,
  STAGE_COPY,
  stageReasonCopy,
  statusSentence,
} from '@/copy/lifecycle'
import './why-card.scss'

type WhyCardProps = { member: MemberDetail; today: Day }

/** Why a customer has their lifecycle status, since when, and what happens next. */
export function WhyCard({ member, today }: WhyCardProps) {
  const { stage, recency: recency, lifecycle, reviewOn } = member
  const { stageReason, stageSince, recencySince: recencySince, wonBackOn } = lifecycle
  const reason = broughtUpTo(today, lifecycle.recencyReason, reviewOn)
  return (
    <Card title={`为什么是「${STAGE_COPY[stage]}」`}>
      <Text className="why-card__sentence">{statusSentence(member)}</Text>
      <Text className="why-card__text">
        {stageReasonCopy(stageReason, today)}
        {formatDay(dayOf(stageSince), today)}
        {cameFrom(member)}。
      </Text>
      <Text className="why-card__name">{RECENCY_COPY[recency]}</Text>
      <Text className="why-card__text">
        {recencyReasonCopy(reason, today)}
        {formatDay(dayOf(recencySince), today)}起在{RECENCY_COPY[recency]}。
        {wonBackOn === null ? '' : `${formatDay(wonBackOn, today)}赢回过一次。`}
      </Text>
      <Text className="why-card__name">接下来</Text>
      <Text className="why-card__text">{nextChangeCopy({ recency, reviewOn }, today)}</Text>
      <OtherWords member={member} />
    </Card>
  )
}

/** The status in the words of other models, behind a tap: one sentence above says it all. */
function OtherWords({ member }: { member: MemberDetail }) {
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button kind="quiet" size="small" onTap={() => setOpen(true)}>
        换别的叫法看
      </Button>
    )
  }
  return (
    <View className="why-card__others">
      <Row label="六步里的" value={SIX_STAGE_COPY[member.sixStage]} />
      <Row label="和店里的关系" value={PATH_COPY[member.pathStep]} />
    </View>
  )
}

/** `由「购买」进入`, when the first page of the history has the transition into this stage. */
function cameFrom({ stage, history }: MemberDetail): string {
  const transitions = history.items.flatMap((row) => row.transitions)
  const transition = transitions.find((one) => one.kind === 'stage' && one.to === stage)
  return transition?.kind === 'stage' && transition.from !== null
    ? `由「${STAGE_COPY[transition.from]}」进入`
    : `起就是「${STAGE_COPY[stage]}」`
}

/**
 * The days in the reason were counted at the last review of the customer. Until the next review is
 * due they are advanced to today; after that they are shown as stored.
 */
function broughtUpTo(today: Day, reason: RecencyReason, reviewOn: Day | null): RecencyReason {
  const isDue = reviewOn !== null && reviewOn <= today
  return isDue ? reason : { ...reason, days: daysBetween(reason.on, today) }
}
