import type { StaffOrderPage, StaffOrderRow } from '@core/contract/orders'
import { Empty, Failure } from '@/components/empty'
import { LongList } from '@/components/long-list'
import { RowsSkeleton } from '@/components/skeleton'
import { ORDER_STATE_COPY } from '@/copy/orders'
import type { Pages } from '@/hooks/use-pages'
import { ListFoot } from '@/pages/admin/list-foot'
import { OrderCard } from '@/pages/admin/order-card'
import { now, today } from '@/services/clock'
import { go } from '@/services/route'
import type { OrderPart } from './parts'

type OrderListProps = {
  pages: Pages<StaffOrderRow, StaffOrderPage>
  part: OrderPart
  word: string
  onAll: () => void
}

/** The orders of a part or a search, or an empty state. */
export function OrderList({ pages, part, word, onAll }: OrderListProps) {
  const { status, items, error } = pages
  if (status === 'failed' && items.length === 0) {
    return <Failure error={error ?? { code: 'NETWORK' }} onRetry={() => void pages.reload()} />
  }
  if (status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) {
    return word === '' ? (
      <NoOrders part={part} onAll={onAll} />
    ) : (
      <Empty
        picture="fallen-leaf"
        title={`没有找到「${word}」的订单`}
        note="订单号要整个或末尾至少 4 位，收货人要写全名，手机号要整个"
        action="看全部订单"
        onAction={onAll}
      />
    )
  }
  const at = now()
  return (
    <>
      <LongList items={items} keyOf={({ id }) => id}>
        {(order) => (
          <OrderCard
            order={order}
            who={order.memberName}
            work={order}
            isLate={order.shipBy !== null && order.shipBy < at}
            today={today()}
            onOpen={go.staffOrder}
          />
        )}
      </LongList>
      <ListFoot pages={pages} unit="单" />
    </>
  )
}

function NoOrders({ part, onAll }: Pick<OrderListProps, 'part' | 'onAll'>) {
  if (part === 'all') {
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
  const isToShip = part === 'toShip'
  return (
    <Empty
      picture="gift"
      title={isToShip ? '都发出去了' : `没有${ORDER_STATE_COPY[part]}的订单`}
      note={isToShip ? '新付款的订单会出现在这里' : '换个状态看看'}
      action="看全部订单"
      onAction={onAll}
    />
  )
}
