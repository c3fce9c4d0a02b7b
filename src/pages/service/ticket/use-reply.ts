import type { TicketView } from '@core/contract/service'
import { useRef, useState } from 'react'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { requestSubscriptions } from '@/services/subscribe'
import { ticketErrorCopy } from './ticket-errors'
import { useTicketPictures } from './use-ticket-pictures'

/** A reply being written; the text is kept until it was sent. */
export function useReply(ticketId: string, onSent: (ticket: TicketView) => void) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { pictures, pick, clear } = useTicketPictures()
  // One id per message: a retry after a lost response is the same message.
  const messageId = useRef(mintId())

  const send = async () => {
    setBusy(true)
    await requestSubscriptions(['ticketAnswered'])
    const message = { ticketId, messageId: messageId.current, text: text.trim(), pictures }
    const answer = await callShop('tickets.write', message)
    setBusy(false)
    if (!answer.ok) return setError(ticketErrorCopy(answer.error))
    messageId.current = mintId()
    setText('')
    clear()
    setError(undefined)
    onSent(answer.value)
  }

  return { text, setText, error, isBusy, pictures, pick, send }
}
