import type { OutboxRow } from '@core/contract/outbox'
import { Text, View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { formatMoment } from '@/copy/dates'
import { failureLine } from '@/copy/failures'
import { usePages } from '@/hooks/use-pages'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { messageCopy, reasonCopy } from './message-copy'
import { SetAsideList } from './set-aside-list'
import './index.scss'

type Part = 'failed' | 'due' | 'setAside'

const PARTS = [
  ['failed', '送不到'],
  ['due', '正在送'],
  ['setAside', '没做成'],
] as const satisfies readonly (readonly [part: Part, copy: string])[]

/** 未送达: messages that could not be delivered, and what the shop could not do by itself. */
export default function OutboxPage() {
  const { part: first } = useRouter().params
  const [part, setPart] = useState<Part>(first === 'setAside' ? first : 'failed')
  return (
    <PageShell title="未送达">
      <View className="outbox__states">
        {PARTS.map(([one, copy]) => (
          <Choice key={one} isSelected={part === one} onTap={() => setPart(one)}>
            {copy}
          </Choice>
        ))}
      </View>
      {part === 'setAside' ? <SetAsideList /> : <Messages state={part} />}
    </PageShell>
  )
}

function Messages({ state }: { state: 'failed' | 'due' }) {
  const pages = usePages((cursor) => callAdmin('outbox.list', { state, cursor }), state)
  useReachBottom(() => loadMore(pages))
  const retry = async (id: string) => {
    const answer = await callAdmin('outbox.retry', { id })
    toast(answer.ok ? '一分钟内再送一次' : failureLine(answer.error))
    await pages.reload()
  }
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <>
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(row) => <Message row={row} onRetry={() => void retry(row.id)} />}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty
          picture="teapot"
          title={state === 'failed' ? '都送到了' : '没有在送的'}
          note="退款、发货信息和提醒，送不到时会列在这里"
        />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={3} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="条" />}
    </>
  )
}

function Message({ row, onRetry }: { row: OutboxRow; onRetry(): void }) {
  const { orderId } = row
  return (
    <View className="outbox-row">
      <View className="outbox-row__words">
        <Text className="outbox-row__title">{messageCopy(row.kind)}</Text>
        <Text className="outbox-row__note">
          {`${formatMoment(row.postedAt, today())} 起，试了 ${row.tries} 次`}
        </Text>
        {row.reason !== '' && <Text className="outbox-row__note">{reasonCopy(row.reason)}</Text>}
      </View>
      {orderId !== null && (
        <Button kind="quiet" size="small" onTap={() => go.staffOrder(orderId)}>
          看订单
        </Button>
      )}
      {row.state === 'failed' && (
        <Button kind="soft" size="small" onTap={onRetry}>
          再送
        </Button>
      )}
    </View>
  )
}
