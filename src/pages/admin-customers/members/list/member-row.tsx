import type { MemberRow as Row } from '@core/contract/admin'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Avatar } from '@/components/avatar'
import { tappable } from '@/components/tappable'
import { agoWords } from '@/copy/dates'
import { ACTIVITY_WORDS, STAGE_WORDS } from '@/copy/lifecycle'
import { amountWords, grouped } from '@/copy/numbers'
import { ActivityTag, StageTag, TierTag } from '@/pages/admin/tags'
import './member-row.scss'

type MemberRowProps = { member: Row; today: Day; onOpen: (id: string) => void }

/** A customer in the list: who, how far, how alive, and what they are worth. */
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
        <ActivityTag activity={member.activity} />
      </View>
      <View className="member-row__facts">
        <Text>{agoWords(member.lastInteractionAt, today)}来过</Text>
        <Text className="member-row__worth">
          {member.keptOrders === 0
            ? '还没买过'
            : `${grouped(member.keptOrders)} 单 · ${amountWords(member.netFen)}`}
        </Text>
      </View>
    </View>
  </View>
))

const wordsOf = ({ name, stage, activity }: Row) =>
  `${name}，${STAGE_WORDS[stage]}，${ACTIVITY_WORDS[activity]}`
