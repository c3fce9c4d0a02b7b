import type { TicketRow } from '@core/contract/service'
import type { TicketState } from '@core/domain/service/ticket'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { formatWhen } from '@/copy/dates'
import { TICKET_KIND_COPY, TICKET_STATE_COPY } from '@/copy/service'
import { go } from '@/services/route'

const TONES = { open: 'gold', answered: 'leaf', closed: 'plain' } as const satisfies Record<
  TicketState,
  string
>

/** A ticket in the list: title, state, last message. */
export function TicketCard({ ticket, today }: { ticket: TicketRow; today: Day }) {
  const { id, kind, state, title, excerpt, updatedAt, isUnread } = ticket
  return (
    <View className="ticket-card" {...tappable(title, 'link')} onClick={() => go.ticket(id)}>
      <View className="ticket-card__head">
        {kind === 'complaint' && <Tag tone="price">{TICKET_KIND_COPY[kind]}</Tag>}
        <Text className="ticket-card__title">{title}</Text>
        {isUnread && <Tag tone="price">新回复</Tag>}
        <Tag tone={TONES[state]}>{TICKET_STATE_COPY[state]}</Tag>
      </View>
      <View className="ticket-card__foot">
        <Text className="ticket-card__excerpt">{excerpt.startsWith(title) ? '' : excerpt}</Text>
        <Text>{formatWhen(updatedAt, today)}</Text>
      </View>
    </View>
  )
}
