import type { StaffTicketRow } from '@core/contract/service'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatMoment, formatWhen } from '@/copy/dates'
import { TICKET_KIND_COPY } from '@/copy/service'

type Props = { ticket: StaffTicketRow; today: Day; onOpen(id: string): void }

/** A ticket in the list of the staff. */
export const StaffTicketCard = memo(function StaffTicketCard({ ticket, today, onOpen }: Props) {
  const { id, kind, channel, title, excerpt, memberName, isLate, updatedAt } = ticket
  return (
    <View
      className="staff-ticket"
      {...tappable(`${memberName} ${title}`, 'link')}
      onClick={() => onOpen(id)}
    >
      <View className="staff-ticket__head">
        <Text className="staff-ticket__who">{memberName}</Text>
        {kind === 'complaint' && <Tag tone="price">{TICKET_KIND_COPY[kind]}</Tag>}
        {channel === 'wechat' && <Tag>微信</Tag>}
        {isLate && <Tag tone="price">超时</Tag>}
        <Text className="staff-ticket__when">{formatWhen(updatedAt, today)}</Text>
      </View>
      <Text className="staff-ticket__title">{title}</Text>
      <View className="staff-ticket__foot">
        <Text className="staff-ticket__excerpt">{excerpt.startsWith(title) ? '' : excerpt}</Text>
        <Text>{dueCopy(ticket, today)}</Text>
      </View>
    </View>
  )
})

const dueCopy = ({ dueAt, isLate }: StaffTicketRow, today: Day): string =>
  dueAt === null ? '' : `${formatMoment(dueAt, today)} ${isLate ? '已到期' : '前回复'}`
