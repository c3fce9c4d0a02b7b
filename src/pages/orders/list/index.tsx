import type { OwnOrderListInput } from '@core/contract/orders'
import { ORDER_GROUPS } from '@core/domain/orders/order-groups'
import { Tabs } from '@nutui/nutui-react-taro'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { SearchField } from '@/components/search-field'
import { RowsSkeleton } from '@/components/skeleton'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { useMoments } from '@/hooks/use-moments'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { useOrderActions } from '../use-order-actions'
import { OrderCard } from './order-card'
import './index.scss'

const ALL = 'all'

/** The tabs, and what each asks for. */
const FILTERS = {
  all: {},
  awaitingPayment: { state: [...ORDER_GROUPS.awaitingPayment] },
  paid: { state: [...ORDER_GROUPS.paid] },
  shipped: { state: [...ORDER_GROUPS.shipped] },
  toReview: { isReviewDue: true },
} as const satisfies Record<string, Omit<OwnOrderListInput, 'cursor' | 'word'>>

type Tab = keyof typeof FILTERS
const TABS = Object.keys(FILTERS) as Tab[]

const TAB_COPY = {
  all: '全部',
  awaitingPayment: ORDER_STATE_COPY.awaitingPayment,
  paid: ORDER_STATE_COPY.paid,
  shipped: ORDER_STATE_COPY.shipped,
  toReview: '待评价',
} as const satisfies Record<Tab, string>

/** The customer's orders by what they wait for, latest first; a search goes through all. */
export default function Orders() {
  const { state: initialState } = useRouter().params
  const [tab, setTab] = useState<Tab>(TABS.find((known) => known === initialState) ?? ALL)
  const [word, setWord] = useState('')
  return (
    <PageShell title="我的订单">
      <SearchField
        word={word}
        placeholder="商品名或订单号"
        label="搜索我的订单"
        onSearch={(typed) => {
          setWord(typed.trim())
          // What is looked for may be in any state.
          if (typed.trim() !== '') setTab(ALL)
        }}
      />
      <Tabs
        className="order-tabs"
        value={tab}
        align="left"
        onChange={(value) => setTab(TABS.find((known) => known === value) ?? ALL)}
      >
        {TABS.map((value) => (
          <Tabs.TabPane key={value} value={value} title={TAB_COPY[value]} />
        ))}
      </Tabs>
      <OrderList key={`${tab} ${word}`} tab={tab} word={word} />
    </PageShell>
  )
}

function OrderList({ tab, word }: { tab: Tab; word: string }) {
  const pages = usePages(
    (cursor) =>
      callShop('orders.list', {
        ...FILTERS[tab],
        ...(word && { word }),
        ...(cursor && { cursor }),
      }),
    '',
  )
  const { items, status, error, ended, more, reload, patch } = pages
  const actions = useOrderActions((order) => patch(({ id }) => id === order.id, order))
  useMoments(
    items.map(({ state, dueAt }) => (state === 'awaitingPayment' ? dueAt : null)),
    reload,
  )
  useReachBottom(() => void more())
  // Its state may have changed on the order page.
  useShownAgain(() => void reload())

  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0 && word !== '') return <NothingFound word={word} />
  if (items.length === 0) {
    return (
      <Empty
        picture="gift"
        title={tab === ALL ? '还没有订单' : `没有${TAB_COPY[tab]}的订单`}
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

const NothingFound = ({ word }: { word: string }) => (
  <Empty
    picture="gift"
    title={`没有找到「${word}」`}
    note="可以搜买过的商品名，或订单号里的几位"
    action="去店里搜"
    onAction={() => go.search(word)}
  />
)
