import type { TicketView } from '@core/contract/service'
import { TICKET_PICTURES_MAX } from '@core/kernel/limits'
import { useRef, useState } from 'react'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { requestSubscriptions } from '@/services/subscribe'
import { ticketErrorCopy } from './ticket-errors'

/** A reply being written; the text is kept until it was sent. */
export function useReply(ticketId: string, onSent: (ticket: TicketView) => void) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const photos = usePhotos(TICKET_PICTURES_MAX, 'evidence')
  useLeaveQuestion(text.trim() !== '' || photos.names.length > 0)
  // One id per message: a retry after a lost response is the same message.
  const messageId = useRef(mintId())

  const send = async () => {
    setBusy(true)
    await requestSubscriptions(['ticketAnswered'])
    const message = { ticketId, messageId: messageId.current, text: text.trim() }
    const answer = await callShop('tickets.write', { ...message, pictures: photos.names })
    setBusy(false)
    if (!answer.ok) return setError(ticketErrorCopy(answer.error))
    messageId.current = mintId()
    setText('')
    photos.clear()
    setError(undefined)
    onSent(answer.value)
  }

  return { text, setText, error, isBusy, photos, send }
}
