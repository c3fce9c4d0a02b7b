import { ORDER_STATES, type OrderState } from '@core/domain/orders/order'
import { ScrollView, View } from '@tarojs/components'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { Choice } from '@/components/choice'
import { PageShell } from '@/components/page-shell'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { usePages } from '@/hooks/use-pages'
import { moreOf } from '@/pages/admin/list-foot'
import { isBarred, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import { OrderList } from './order-list'
import './index.scss'

/** What waits for the shop comes first; the rest in the order a good order passes it. */
const CHOICES: readonly OrderState[] = ['paid', ...ORDER_STATES.filter((state) => state !== 'paid')]

/** 订单: what waits for a parcel, and every other order by its state. */
export default function OrdersPage() {
  const [state, setState] = useState<OrderState | undefined>('paid')
  const pages = usePages((cursor) => callAdmin('orders.list', { state, cursor }), state ?? 'all')
  useReachBottom(() => moreOf(pages))
  const isFirst = useRef(true)
  useDidShow(() => {
    // An order may have been shipped on its own page meanwhile.
    if (!isFirst.current) void pages.reload()
    isFirst.current = false
  })
  if (isBarred(pages.error)) return <StaffOnly />
  return (
    <PageShell title="订单">
      <ScrollView scrollX enhanced showScrollbar={false} className="order-states">
        <View className="order-states__row">
          {CHOICES.map((one) => (
            <Choice key={one} isSelected={state === one} onTap={() => setState(one)}>
              {ORDER_STATE_COPY[one]}
            </Choice>
          ))}
          <Choice isSelected={state === undefined} onTap={() => setState(undefined)}>
            全部
          </Choice>
        </View>
      </ScrollView>
      <OrderList pages={pages} state={state} today={dayNow()} onAll={() => setState(undefined)} />
    </PageShell>
  )
}
