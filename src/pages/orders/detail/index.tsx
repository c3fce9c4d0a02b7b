import type { OrderView } from '@core/contract/orders'
import { useRouter } from '@tarojs/taro'
import { Card } from '@/components/card'
import { ContactEntry } from '@/components/contact-entry'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { PriceBreakdown } from '@/components/price-breakdown'
import { RowsSkeleton } from '@/components/skeleton'
import { SumRow } from '@/components/sum-row'
import { useContactHours } from '@/hooks/use-contact-hours'
import { useLoad } from '@/hooks/use-load'
import { useMoments } from '@/hooks/use-moments'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { hasButtons, OrderButtons } from '../order-buttons'
import { useOrderActions } from '../use-order-actions'
import { OrderGoods, UsageGuides } from './order-goods'
import { DeliveryAddress, OrderRecords } from './order-records'
import { Parcels } from './parcels'
import { StatusCard } from './status-card'
import './index.scss'

/** The order page. */
export default function Order() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callShop('orders.show', { orderId: id }), id)
  const actions = useOrderActions(loaded.replace)
  useShownAgain(() => void loaded.reload())

  const order = loaded.value
  useMoments([order?.dueAt ?? null], loaded.reload)
  return (
    <PageShell
      title="订单详情"
      foot={
        order && hasButtons(order) && <OrderButtons order={order} actions={actions} size="normal" />
      }
    >
      {order && <OrderBody order={order} />}
      {!order && loaded.status === 'loading' && <RowsSkeleton count={4} />}
      {!order && loaded.status === 'failed' && (
        <Failure of="个订单" error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {actions.dialogs}
    </PageShell>
  )
}

function totalLabel({ paidAt, state }: OrderView): string {
  if (paidAt !== null) return '实付'
  return state === 'closed' ? '合计' : '应付'
}

function OrderBody({ order }: { order: OrderView }) {
  const first = order.lines[0]?.title ?? ''
  const hours = useContactHours()
  return (
    <>
      <StatusCard order={order} />
      <Parcels order={order} />
      <DeliveryAddress order={order} />
      <OrderGoods order={order} />
      <Card>
        <PriceBreakdown amounts={order} />
        <SumRow label={totalLabel(order)} fen={order.totalFen} isTotal />
        {order.refundedFen > 0 && <SumRow label="已退" fen={-order.refundedFen} />}
      </Card>
      <UsageGuides order={order} />
      <OrderRecords order={order} />
      <ContactEntry
        hours={hours}
        title={`订单 ${first}`}
        path={`pages/orders/detail/index?id=${order.id}`}
        onWrite={() => go.writeTicket({ kind: 'order', id: order.id, title: first })}
      />
    </>
  )
}
