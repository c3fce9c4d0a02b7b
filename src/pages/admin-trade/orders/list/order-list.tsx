import type { StaffOrderRow } from '@core/contract/orders'
import type { OrderState } from '@core/domain/orders/order'
import type { Day } from '@core/kernel/calendar'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { RowsSkeleton } from '@/components/skeleton'
import { ORDER_STATE_COPY } from '@/copy/orders'
import type { Pages } from '@/hooks/use-pages'
import { ListFoot } from '@/pages/admin/list-foot'
import { OrderCard } from '@/pages/admin/order-card'
import { go } from '@/services/route'

type OrderListProps = {
  pages: Pages<StaffOrderRow>
  state: OrderState | undefined
  today: Day
  onAll: () => void
}

/** The orders in a state, or an empty state. */
export function OrderList({ pages, state, today, onAll }: OrderListProps) {
  const { status, items, error } = pages
  if (status === 'failed' && items.length === 0) {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) return <NoOrders state={state} onAll={onAll} />
  return (
    <>
      <LongList items={items} keyOf={({ id }) => id}>
        {(order) => (
          <OrderCard order={order} who={order.memberName} today={today} onOpen={go.staffOrder} />
        )}
      </LongList>
      <ListFoot pages={pages} unit="单" />
    </>
  )
}

function NoOrders({ state, onAll }: Pick<OrderListProps, 'state' | 'onAll'>) {
  if (state === undefined) {
    return (
      <Empty
        picture="gift"
        title="还没有订单"
        note="有人下单后，会出现在这里"
        action="去小铺看看"
        onAction={() => go.tab('home')}
      />
    )
  }
  return (
    <Empty
      picture="gift"
      title={state === 'paid' ? '都发出去了' : `没有${ORDER_STATE_COPY[state]}的订单`}
      note={state === 'paid' ? '新付款的订单会出现在这里' : '换个状态看看'}
      action="看全部订单"
      onAction={onAll}
    />
  )
}
