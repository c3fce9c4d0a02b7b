import { ORDER_STATES, type OrderState } from '@core/domain/orders/order'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { PageShell } from '@/components/page-shell'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { usePages } from '@/hooks/use-pages'
import { ChipRow } from '@/pages/admin/chip-row'
import { loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import { go } from '@/services/route'
import { CancelReasons } from './cancel-reasons'
import { OrderList } from './order-list'

/** Orders to be shipped come first, the other states in the order of their life. */
const STATES: readonly (readonly [OrderState | undefined, string])[] = [
  ['paid', ORDER_STATE_COPY.paid],
  ...ORDER_STATES.filter((state) => state !== 'paid').map(
    (state) => [state, ORDER_STATE_COPY[state]] as const,
  ),
  [undefined, '全部'],
]

/** 订单: orders by their state. */
export default function OrdersPage() {
  const [state, setState] = useState<OrderState | undefined>('paid')
  const pages = usePages((cursor) => callAdmin('orders.list', { state, cursor }), state ?? 'all')
  useReachBottom(() => loadMore(pages))
  const isFirst = useRef(true)
  useDidShow(() => {
    // An order may have been shipped on its own page.
    if (!isFirst.current) void pages.reload()
    isFirst.current = false
  })
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="订单">
      <ChipRow options={STATES} selected={state} overflow="scroll" onSelect={setState} />
      {state === 'paid' && pages.items.length > 1 && (
        <Button kind="soft" wide onTap={go.staffShippingList}>
          批量发货
        </Button>
      )}
      {state === 'closed' && <CancelReasons />}
      <OrderList pages={pages} state={state} today={dayNow()} onAll={() => setState(undefined)} />
    </PageShell>
  )
}
