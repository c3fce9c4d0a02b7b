import type { StaffTicketView } from '@core/contract/service'
import { TICKET_PICTURES_MAX, TICKET_TEXT_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Composer } from '@/components/composer'
import { Conversation } from '@/components/conversation'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { useLoad } from '@/hooks/use-load'
import { usePhotos } from '@/hooks/use-photos'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { mintId } from '@/services/ids'
import { showPictures } from '@/services/picture'
import { toast } from '@/services/toast'
import { QuickReplies } from './quick-replies'
import { TicketFactsCard } from './ticket-facts-card'
import './index.scss'

/** A ticket with its conversation and the answer of the staff. */
export default function TicketPage() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callAdmin('tickets.show', { ticketId: id }), id)
  if (isForbidden(loaded.error)) return <StaffOnly />
  if (loaded.value) return <Answering ticket={loaded.value} onChange={loaded.replace} />
  return (
    <PageShell title="留言">
      {loaded.error ? (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      ) : (
        <RowsSkeleton count={3} />
      )}
    </PageShell>
  )
}

type Props = { ticket: StaffTicketView; onChange(ticket: StaffTicketView): void }

function Answering({ ticket, onChange }: Props) {
  const reply = useReply(ticket.id, onChange)
  const [isChoosing, setChoosing] = useState(false)
  const isClosed = ticket.state === 'closed'
  // WeChat's customer service takes texts; a picture would be seen in the shop alone.
  const takesPictures = ticket.channel !== 'wechat'
  const foot = !isClosed && (
    <Composer
      value={reply.text}
      max={TICKET_TEXT_MAX}
      placeholder="回复顾客"
      isBusy={reply.isBusy}
      pictures={reply.photos.names.length}
      onChange={reply.setText}
      onPick={takesPictures ? reply.photos.add : undefined}
      onSend={() => void reply.send()}
    />
  )
  const close = async () => {
    const answer = await callAdmin('tickets.close', { ticketId: ticket.id })
    if (!answer.ok) return toast(failureLine(answer.error))
    onChange(answer.value)
    toast('已结束')
  }
  return (
    <PageShell title={ticket.memberName} foot={foot || undefined}>
      <TicketFactsCard ticket={ticket} />
      <Conversation
        messages={ticket.messages}
        viewer="staff"
        otherName={ticket.memberName}
        today={today()}
        onOpen={showPictures}
      />
      {reply.error !== undefined && <Text className="answering__error">{reply.error}</Text>}
      <View className="answering__end">
        {isClosed ? (
          <Text>已结束，顾客再写就会重新打开</Text>
        ) : (
          <>
            <Button kind="quiet" size="small" onTap={() => setChoosing(true)}>
              用常见问题的回答
            </Button>
            <Button kind="quiet" size="small" onTap={() => void close()}>
              结束这次留言
            </Button>
          </>
        )}
      </View>
      {isChoosing && <QuickReplies onPick={reply.insert} onClose={() => setChoosing(false)} />}
    </PageShell>
  )
}

/** An answer that is being written; the text is kept until it is sent. */
function useReply(ticketId: string, onSent: (ticket: StaffTicketView) => void) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const photos = usePhotos(TICKET_PICTURES_MAX, 'evidence')
  const messageId = useRef(mintId())
  useLeaveQuestion(text.trim() !== '' || photos.names.length > 0)
  /** Puts a text behind what is written already. */
  const insert = (more: string) => {
    const joined = text.trim() === '' ? more : `${text}\n${more}`
    if (joined.length > TICKET_TEXT_MAX) return setError('放不下了，先删掉一些')
    setError(undefined)
    setText(joined)
  }
  const send = async () => {
    setBusy(true)
    const written = { text: text.trim(), pictures: photos.names }
    const message = { ticketId, messageId: messageId.current, ...written }
    const answer = await callAdmin('tickets.reply', message)
    setBusy(false)
    if (!answer.ok) return setError(refusalCopy(answer.error))
    messageId.current = mintId()
    setText('')
    photos.clear()
    setError(undefined)
    onSent(answer.value)
  }
  return { text, setText, error, isBusy, photos, insert, send }
}

function refusalCopy(error: { code: string; requestId?: string }): string {
  if (error.code === 'TICKET_CLOSED') return '顾客已经结束了这次留言'
  if (error.code === 'TICKET_FULL') return '这次聊得太长了，请顾客另写一条'
  if (error.code === 'INVALID_INPUT') return '请用普通文字写，不要带代码'
  return failureLine(error)
}
