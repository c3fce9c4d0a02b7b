import type { OrderState } from '@core/domain/orders/order'
import { Tabs } from '@nutui/nutui-react-taro'
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { useOrderActions } from '../use-order-actions'
import { OrderCard } from './order-card'
import './index.scss'

const ALL = 'all'

/** The states shown under each tab. */
const STATES = {
  all: undefined,
  awaitingPayment: ['awaitingPayment'],
  paid: ['paid', 'refunding', 'partlyShipped'],
  shipped: ['shipped', 'partlyShipped'],
  received: ['received', 'completed'],
} as const satisfies Record<string, readonly OrderState[] | undefined>

type Tab = keyof typeof STATES
const TABS = Object.keys(STATES) as Tab[]

/** The customer's orders by state, latest first. */
export default function Orders() {
  const { state: initialState } = useRouter().params
  const [tab, setTab] = useState<Tab>(TABS.find((known) => known === initialState) ?? ALL)
  return (
    <PageShell title="我的订单">
      <Tabs
        className="order-tabs"
        value={tab}
        align="left"
        onChange={(value) => setTab(TABS.find((known) => known === value) ?? ALL)}
      >
        {TABS.map((value) => (
          <Tabs.TabPane
            key={value}
            value={value}
            title={value === ALL ? '全部' : ORDER_STATE_COPY[value]}
          />
        ))}
      </Tabs>
      <OrderList key={tab} tab={tab} />
    </PageShell>
  )
}

function OrderList({ tab }: { tab: Tab }) {
  const states = STATES[tab]
  const [wasHidden, setHidden] = useState(false)
  const pages = usePages(
    (cursor) =>
      callShop('orders.list', { ...(states && { state: [...states] }), ...(cursor && { cursor }) }),
    tab,
  )
  const { items, status, error, ended, more, reload, patch } = pages
  const actions = useOrderActions((order) => patch(({ id }) => id === order.id, order))
  useReachBottom(() => void more())
  useDidShow(() => {
    // Its state may have changed on the order page.
    if (wasHidden) void reload()
    setHidden(true)
  })

  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) {
    return (
      <Empty
        picture="gift"
        title={tab === ALL ? '还没有订单' : `没有${ORDER_STATE_COPY[tab]}的订单`}
        note="第一单从一杯茶开始也好"
        action="去逛逛"
        onAction={() => go.tab('home')}
      />
    )
  }
  return (
    <>
      <LongList items={items} keyOf={({ id }) => id}>
        {(order) => <OrderCard order={order} actions={actions} />}
      </LongList>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
      {actions.dialogs}
    </>
  )
}
