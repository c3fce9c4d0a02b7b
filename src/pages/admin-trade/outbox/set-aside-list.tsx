import type { SetAsideRow } from '@core/contract/set-aside'
import { Text, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
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
import { adviceCopy, dutyCopy, failureCopy } from './set-aside-copy'

/** What the shop could not do by itself, with the reason, what to do, and a retry. */
export function SetAsideList() {
  const pages = usePages((cursor) => callAdmin('setAside.list', { cursor }), 'setAside')
  useReachBottom(() => loadMore(pages))
  const retry = async (id: string) => {
    const answer = await callAdmin('setAside.retry', { id })
    toast(answer.ok ? '下一轮就再试一次' : failureLine(answer.error))
    await pages.reload()
  }
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <>
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(row) => <SetAside row={row} onRetry={() => void retry(row.id)} />}
      </LongList>
      {pages.ended && pages.items.length === 0 && (
        <Empty picture="teapot" title="都做成了" note="店里自动做的事，哪一笔做不成会列在这里" />
      )}
      {pages.status === 'loading' && pages.items.length === 0 && <RowsSkeleton count={3} />}
      {pages.error && pages.items.length === 0 && (
        <Failure error={pages.error} onRetry={() => void pages.reload()} />
      )}
      {pages.items.length > 0 && <ListFoot pages={pages} unit="条" />}
    </>
  )
}

function SetAside({ row, onRetry }: { row: SetAsideRow; onRetry(): void }) {
  const { orderId, duty } = row
  const tries = `${formatMoment(row.since, today())} 起，试了 ${row.times} 次`
  return (
    <View className="outbox-row">
      <View className="outbox-row__words">
        <Text className="outbox-row__title">{`没能${dutyCopy(duty)}`}</Text>
        <Text className="outbox-row__note">{tries}</Text>
        <Text className="outbox-row__note">{failureCopy(row.failure)}</Text>
        <Text className="outbox-row__note">{adviceCopy(duty)}</Text>
        <Text className="outbox-row__note">{row.documentId}</Text>
      </View>
      {orderId !== null && (
        <Button kind="quiet" size="small" onTap={() => go.staffOrder(orderId)}>
          看订单
        </Button>
      )}
      <Button kind="soft" size="small" onTap={onRetry}>
        再试
      </Button>
    </View>
  )
}
