import type { ReminderView } from '@core/contract/reminders'
import { useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { type Pages, usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { ReminderRow } from './reminder-row'
import './index.scss'

/** 到货与开售提醒: what the customer waits for, and what they were told of, last set first. */
export default function Reminders() {
  const pages = usePages((cursor) => callShop('reminders.list', { ...(cursor && { cursor }) }), '')
  const { items, reload } = pages
  useReachBottom(() => void pages.more())
  // One may have been cancelled, or set again, on the product's page.
  useShownAgain(() => void reload())
  const hasUnread = items.some(({ isUnread }) => isUnread)
  useEffect(() => {
    if (hasUnread) void callShop('reminders.read', {})
  }, [hasUnread])
  const cancel = async ({ productId, skuId }: ReminderView) => {
    const answer = await callShop('reminders.cancel', { productId, skuId })
    if (!answer.ok) return toast(failureLine(answer.error))
    toast('不再提醒了')
    await reload()
  }
  return (
    <PageShell title="到货与开售提醒">
      <ReminderList pages={pages} onCancel={(reminder) => void cancel(reminder)} />
    </PageShell>
  )
}

type ListProps = { pages: Pages<ReminderView>; onCancel(reminder: ReminderView): void }

function ReminderList({ pages, onCancel }: ListProps) {
  const { items, status, error, ended, more, reload } = pages
  if (items.length > 0) {
    return (
      <>
        <LongList items={items} keyOf={({ productId, skuId }) => `${productId} ${skuId}`}>
          {(reminder) => <ReminderRow reminder={reminder} onCancel={onCancel} />}
        </LongList>
        <ListEnd status={status} ended={ended} onRetry={() => void more()} />
      </>
    )
  }
  if (error) return <Failure error={error} onRetry={() => void reload()} />
  if (status === 'loading') return <RowsSkeleton count={3} />
  return (
    <Empty
      picture="leaf"
      title="还没有要等的"
      note="没开售或卖完的商品，在它的页面点「提醒我」"
      action="去逛逛"
      onAction={() => go.tab('home')}
    />
  )
}
