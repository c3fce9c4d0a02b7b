import { useState } from 'react'
import { useDidShow, useReachBottom, useRouter } from '@tarojs/taro'
import { Tabs } from '@nutui/nutui-react-taro'
import { ORDER_STATES, type OrderState } from '@core/domain/order'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { PageShell } from '@/components/page-shell'
import { RowBones } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { ORDER_STATE_WORDS } from '@/words/orders'
import { useOrderActs } from '../use-order-acts'
import { OrderCard } from './order-card'
import './index.scss'

const ALL = 'all'
const TABS = [ALL, 'awaitingPayment', 'paid', 'shipped', 'received'] as const
type Tab = (typeof TABS)[number]

/** The customer's orders, latest first, by their state. */
export default function Orders() {
  const { state: asked } = useRouter().params
  const [tab, setTab] = useState<Tab>(TABS.find((known) => known === asked) ?? ALL)
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
            title={value === ALL ? '全部' : ORDER_STATE_WORDS[value]}
          />
        ))}
      </Tabs>
      <OrderList key={tab} state={ORDER_STATES.find((known) => known === tab)} />
    </PageShell>
  )
}

function OrderList({ state }: { state: OrderState | undefined }) {
  const [wasHidden, setHidden] = useState(false)
  const pages = usePages(
    (cursor) => callShop('orders.list', { ...(state && { state }), ...(cursor && { cursor }) }),
    state ?? ALL,
  )
  const { items, status, error, ended, more, reload, patch } = pages
  const acts = useOrderActs((order) => patch(({ id }) => id === order.id, order))
  useReachBottom(() => void more())
  useDidShow(() => {
    // Back from an order's page it may have moved on.
    if (wasHidden) void reload()
    setHidden(true)
  })

  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowBones count={4} />
  if (items.length === 0) {
    return (
      <Empty
        picture="gift"
        title={state ? `没有${ORDER_STATE_WORDS[state]}的订单` : '还没有订单'}
        note="第一单从一杯茶开始也好"
        action="去逛逛"
        onAction={() => go.tab('home')}
      />
    )
  }
  return (
    <>
      {items.map((order) => (
        <OrderCard key={order.id} order={order} acts={acts} />
      ))}
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
      {acts.asides}
    </>
  )
}
