import type { MemberRow as Row } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Avatar } from '@/components/avatar'
import { tappable } from '@/components/tappable'
import { formatAgo } from '@/copy/dates'
import { RECENCY_COPY, STAGE_COPY } from '@/copy/lifecycle'
import { formatAmount, formatCount } from '@/copy/numbers'
import { RecencyTag, StageTag, TierTag } from '@/pages/admin/tags'
import './member-row.scss'

type MemberRowProps = { member: Row; today: Day; onOpen: (id: string) => void }

/** A customer in the list: name, status and spending. */
export const MemberRow = memo(({ member, today, onOpen }: MemberRowProps) => (
  <View
    className="member-row"
    onClick={() => onOpen(member.id)}
    {...tappable(wordsOf(member), 'link')}
  >
    <Avatar name={member.name} url={member.avatarUrl} size="row" />
    <View className="member-row__body">
      <View className="member-row__who">
        <Text className="member-row__name">{member.name}</Text>
        <TierTag tier={member.tier} isMember={member.isMember} />
        <StageTag stage={member.stage} />
        <RecencyTag recency={member.recency} />
      </View>
      <View className="member-row__facts">
        <Text>{formatAgo(member.lastInteractionAt, today)}来过</Text>
        <Text className="member-row__worth">
          {member.keptOrders === 0
            ? '还没买过'
            : `${formatCount(member.keptOrders)} 单 · ${formatAmount(member.netFen)}`}
        </Text>
      </View>
    </View>
  </View>
))

const wordsOf = ({ name, stage, recency: recency }: Row) =>
  `${name}，${STAGE_COPY[stage]}，${RECENCY_COPY[recency]}`
