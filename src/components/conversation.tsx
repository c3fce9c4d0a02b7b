import type { TicketMessage } from '@core/domain/service/ticket'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { formatMoment } from '@/copy/dates'
import { Photos } from './photos'
import { Tag } from './tag'
import './conversation.scss'

type Props = {
  messages: TicketMessage[]
  /** Whose messages are shown at the right. */
  viewer: 'customer' | 'staff'
  /** Name shown for the other side. */
  otherName: string
  today: Day
  /** Opens a picture full-screen; `names` are all pictures of its message. */
  onOpen(names: readonly string[], first: string): void
}

/** Messages in order: the viewer's own at the right, the others at the left. */
export function Conversation({ messages, viewer, otherName, today, onOpen }: Props) {
  return (
    <View className="conversation">
      {messages.map((message) => (
        <MessageBubble
          key={message.id}
          message={message}
          isMine={message.from === viewer}
          name={message.from === viewer ? '我' : otherName}
          today={today}
          onOpen={(first) => onOpen(message.pictures, first)}
        />
      ))}
    </View>
  )
}

type MessageBubbleProps = {
  message: TicketMessage
  isMine: boolean
  name: string
  today: Day
  onOpen(first: string): void
}

function MessageBubble({ message, isMine, name, today, onOpen }: MessageBubbleProps) {
  const isAuto = message.from === 'auto'
  return (
    <View className={isMine ? 'said said--mine' : 'said'}>
      <View className="said__head">
        {isAuto ? <Tag>自动回复</Tag> : <Text>{name}</Text>}
        <Text>{formatMoment(message.at, today)}</Text>
      </View>
      <View className="said__words">
        <Text selectable>{message.text}</Text>
        <Photos names={message.pictures} label="附图" onOpen={onOpen} />
      </View>
    </View>
  )
}
