import type { TicketView } from '@core/contract/service'
import { TICKET_KINDS, type TicketAbout, type TicketKind } from '@core/domain/service/ticket'
import { TICKET_PICTURES_MAX, TICKET_TEXT_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Card, Row } from '@/components/card'
import { Choice } from '@/components/choice'
import { PageShell } from '@/components/page-shell'
import { PhotoEditor } from '@/components/photos'
import { TextArea } from '@/components/text-area'
import { TICKET_KIND_COPY, TICKET_SUBJECT_COPY } from '@/copy/service'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { usePhotos } from '@/hooks/use-photos'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { loadMessageTemplates, requestSubscriptions } from '@/services/subscribe'
import { ticketErrorCopy } from './ticket-errors'

type Props = { about: TicketAbout | null; onOpened(ticket: TicketView): void }

const PLACEHOLDERS = {
  contact: '想问什么，写具体一点我们答得更快',
  complaint: '发生了什么，希望我们怎么做',
} as const satisfies Record<TicketKind, string>

/** The form for a new ticket; the text is kept until it was sent. */
export function NewTicketForm({ about, onOpened }: Props) {
  const [kind, setKind] = useState<TicketKind>('contact')
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  // Created once per form: a retry after a lost response makes no second ticket.
  const [ids] = useState(() => ({ ticketId: mintId(), messageId: mintId() }))
  const photos = usePhotos(TICKET_PICTURES_MAX, 'evidence')
  useLeaveQuestion(text.trim() !== '' || photos.names.length > 0)
  useEffect(() => void loadMessageTemplates(), [])

  const send = async () => {
    setBusy(true)
    const subject = about && { kind: about.kind, id: about.id }
    const input = { ...ids, kind, about: subject, text: text.trim() }
    await requestSubscriptions(['ticketAnswered'])
    const answer = await callShop('tickets.open', { ...input, pictures: photos.names })
    setBusy(false)
    if (answer.ok) return onOpened(answer.value)
    setError(ticketErrorCopy(answer.error))
  }

  const foot = (
    <Button wide busy={isBusy} disabled={text.trim() === ''} onTap={() => void send()}>
      发给客服
    </Button>
  )
  return (
    <PageShell title="写留言" foot={foot}>
      <View className="write-form__kinds">
        {TICKET_KINDS.map((one) => (
          <Choice key={one} isSelected={one === kind} onTap={() => setKind(one)}>
            {TICKET_KIND_COPY[one]}
          </Choice>
        ))}
      </View>
      <Card>
        {about && <Row label={TICKET_SUBJECT_COPY[about.kind]} value={about.title} />}
        <View className="write-form__words">
          <TextArea
            label="留言内容"
            value={text}
            max={TICKET_TEXT_MAX}
            placeholder={PLACEHOLDERS[kind]}
            error={error}
            onChange={(value) => {
              setText(value)
              setError(undefined)
            }}
          />
        </View>
        <PhotoEditor
          names={photos.names}
          max={TICKET_PICTURES_MAX}
          isBusy={photos.isBusy}
          onAdd={photos.add}
          onRemove={photos.remove}
        />
      </Card>
      <Text className="write-form__note">常见的问题会马上自动回答，其余由客服回复</Text>
    </PageShell>
  )
}
