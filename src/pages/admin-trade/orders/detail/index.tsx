import type { StaffOrderView } from '@core/contract/orders'
import { piecesToShip } from '@core/domain/orders/order'
import { waitsForShipping } from '@core/domain/orders/order-groups'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { WAY_COPY } from '@/copy/parcels'
import { useLoad } from '@/hooks/use-load'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { today as dayNow } from '@/services/clock'
import { OrderFacts } from './order-facts'
import { OrderGoods } from './order-goods'
import { ParcelsCard } from './parcels-card'
import { RefundButton } from './refund-button'
import { ShipCard } from './ship-card'
import { staffStateCopy } from './state-copy'
import { useShipping } from './use-shipping'
import './index.scss'

const TITLE = '订单详情'

/** An order for the staff, with the form that ships it. */
export default function OrderPage() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callAdmin('orders.show', { orderId: id }), id)
  if (isForbidden(loaded.error)) return <StaffOnly />
  if (loaded.value) {
    return (
      <Order order={loaded.value} onShipped={loaded.replace} onStale={() => void loaded.reload()} />
    )
  }
  return (
    <PageShell title={TITLE}>
      {loaded.error ? (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      ) : (
        <RowsSkeleton count={3} />
      )}
    </PageShell>
  )
}

type OrderProps = {
  order: StaffOrderView
  onShipped: (order: StaffOrderView) => void
  onStale: () => void
}

function Order({ order, onShipped, onStale }: OrderProps) {
  const shipping = useShipping({ order, onShipped, onStale })
  const today = dayNow()
  const canShip = waitsForShipping(order.state)
  const hasParcel = canShip && order.lines.some((line) => piecesToShip(line) > 0)
  const foot = hasParcel && (
    <Button wide busy={shipping.isBusy} onTap={() => void shipping.send()}>
      {shipping.way === 'express' ? '发货' : `按${WAY_COPY[shipping.way]}处理`}
    </Button>
  )
  return (
    <PageShell title={TITLE} foot={foot || undefined}>
      <View className="staff-order__state">
        <View className="staff-order__name">{ORDER_STATE_COPY[order.state]}</View>
        <View className="staff-order__words">{staffStateCopy(order, today)}</View>
      </View>
      {canShip && (
        <ShipCard lines={order.lines} shipping={shipping} isFirst={order.shipments.length === 0} />
      )}
      <ParcelsCard order={order} today={today} onCorrected={onShipped} />
      <OrderFacts order={order} today={today} onNoted={onShipped} />
      <OrderGoods order={order} />
      <RefundButton order={order} onGiven={onStale} />
    </PageShell>
  )
}
