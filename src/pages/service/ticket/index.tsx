import type { TicketView } from '@core/contract/service'
import { TICKET_SUBJECTS, type TicketAbout } from '@core/domain/service/ticket'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { decodeQuery } from '@/services/route'
import { NewTicketForm } from './new-ticket-form'
import { TicketConversation } from './ticket-conversation'
import './index.scss'

/** A ticket; without an id, the form for a new one. */
export default function Ticket() {
  const { id = '', about, aboutId = '', title = '' } = useRouter().params
  const [opened, setOpened] = useState<TicketView | null>(null)
  const ticketId = opened?.id ?? id
  if (ticketId !== '') return <TicketConversation ticketId={ticketId} />
  const kind = TICKET_SUBJECTS.find((one) => one === about)
  const subject: TicketAbout | null = kind ? { kind, id: aboutId, title: decodeQuery(title) } : null
  return <NewTicketForm about={subject} onOpened={setOpened} />
}
