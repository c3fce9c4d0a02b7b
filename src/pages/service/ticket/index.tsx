import type { TicketView } from '@core/contract/service'
import { TICKET_SUBJECTS, type TicketAbout } from '@core/domain/service/ticket'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { TicketConversation } from './ticket-conversation'
import { NewTicketForm } from './new-ticket-form'
import './index.scss'

/** A conversation with the shop; without one yet, the form that begins it. */
export default function Ticket() {
  const { id = '', about, aboutId = '', title = '' } = useRouter().params
  const [opened, setOpened] = useState<TicketView | null>(null)
  const ticketId = opened?.id ?? id
  if (ticketId !== '') return <TicketConversation ticketId={ticketId} />
  const kind = TICKET_SUBJECTS.find((one) => one === about)
  const subject: TicketAbout | null = kind ? { kind, id: aboutId, title: decode(title) } : null
  return <NewTicketForm about={subject} onOpened={setOpened} />
}

/** A browser has decoded the title already, WeChat has not. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
