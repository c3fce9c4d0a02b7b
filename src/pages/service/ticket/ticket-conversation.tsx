import type { TicketView } from '@core/contract/service'
import { TICKET_TEXT_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Composer } from '@/components/composer'
import { Confirm } from '@/components/confirm'
import { Conversation } from '@/components/conversation'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { replyExpectationCopy, TICKET_KIND_COPY, TICKET_SUBJECT_COPY } from '@/copy/service'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { go } from '@/services/route'
import { loadMessageTemplates } from '@/services/subscribe'
import { toast } from '@/services/toast'
import { useReply } from './use-reply'

const TITLE = '留言'

/** An existing ticket; reloads whenever the page is shown. */
export function TicketConversation({ ticketId }: { ticketId: string }) {
  const loaded = useLoad(() => callShop('tickets.show', { ticketId }), ticketId)
  useDidShow(() => void loaded.reload())
  useEffect(() => void loadMessageTemplates(), [])
  const shown = loaded.value
  const upTo = shown?.isUnread ? shown.updatedAt : null
  useEffect(() => {
    // A lost call leaves it unread: the next visit says it again.
    if (upTo !== null) void callShop('tickets.read', { ticketId, upTo })
  }, [ticketId, upTo])
  if (loaded.value) return <ConversationBody ticket={loaded.value} onChange={loaded.replace} />
  return (
    <PageShell title={TITLE}>
      {loaded.error ? (
        <Failure of="条留言" error={loaded.error} onRetry={() => void loaded.reload()} />
      ) : (
        <RowsSkeleton count={3} />
      )}
    </PageShell>
  )
}

type BodyProps = { ticket: TicketView; onChange(ticket: TicketView): void }

function ConversationBody({ ticket, onChange }: BodyProps) {
  const reply = useReply(ticket.id, onChange)
  const foot = ticket.canWrite ? (
    <Composer
      value={reply.text}
      max={TICKET_TEXT_MAX}
      placeholder="接着说"
      isBusy={reply.isBusy}
      pictures={reply.photos.names.length}
      onChange={reply.setText}
      onPick={reply.photos.add}
      onSend={() => void reply.send()}
    />
  ) : (
    <Button kind="soft" wide onTap={() => go.writeTicket()}>
      另写一条
    </Button>
  )
  return (
    <PageShell title={TITLE} foot={foot}>
      <TicketStatus ticket={ticket} onChange={onChange} />
      <Conversation
        messages={ticket.messages}
        viewer="customer"
        otherName="客服"
        today={today()}
        onOpen={showPictures}
      />
      {reply.error !== undefined && <Text className="talk__error">{reply.error}</Text>}
    </PageShell>
  )
}

/** Subject, expected reply, and the button to close the ticket. */
function TicketStatus({ ticket, onChange }: BodyProps) {
  const [isAsking, setAsking] = useState(false)
  const { about, kind, state } = ticket
  const close = async () => {
    const answer = await callShop('tickets.close', { ticketId: ticket.id })
    setAsking(false)
    if (!answer.ok) return toast(failureLine(answer.error))
    onChange(answer.value)
    toast('好的，这次留言结束了')
  }
  return (
    <View className="talk">
      <View className="talk__words">
        <Text className="talk__about">
          {about ? `${TICKET_SUBJECT_COPY[about.kind]} · ${about.title}` : TICKET_KIND_COPY[kind]}
        </Text>
        <Text className="talk__expect">{replyExpectationCopy(ticket, today())}</Text>
      </View>
      {state !== 'closed' && (
        <Button kind="soft" size="small" onTap={() => setAsking(true)}>
          解决了
        </Button>
      )}
      <Confirm
        isOpen={isAsking}
        title="问题解决了吗"
        note="还有问题，过几天也可以接着写"
        action="解决了"
        onConfirm={close}
        onClose={() => setAsking(false)}
      />
    </View>
  )
}
