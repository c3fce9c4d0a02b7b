import type { TicketView } from '@core/contract/service'
import { useRef, useState } from 'react'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { requestSubscriptions } from '@/services/subscribe'
import { ticketErrorCopy } from './ticket-errors'
import { useTicketPictures } from './use-ticket-pictures'

/** A message about to be sent; what was typed stays until the shop has it. */
export function useReply(ticketId: string, onSent: (ticket: TicketView) => void) {
  const [text, setText] = useState('')
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const { pictures, pick, clear } = useTicketPictures()
  // The same words sent again after a lost answer are the same message.
  const messageId = useRef(mintId())

  const send = async () => {
    setBusy(true)
    await requestSubscriptions(['ticketAnswered'])
    const message = { ticketId, messageId: messageId.current, text: text.trim(), pictures }
    const answer = await callShop('tickets.write', message)
    setBusy(false)
    if (!answer.ok) return setFault(ticketErrorCopy(answer.error))
    messageId.current = mintId()
    setText('')
    clear()
    setFault(undefined)
    onSent(answer.value)
  }

  return { text, setText, fault, isBusy, pictures, pick, send }
}
