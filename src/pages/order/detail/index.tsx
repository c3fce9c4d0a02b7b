import { useRef } from 'react'
import { useDidShow, useRouter } from '@tarojs/taro'
import type { OrderView } from '@core/contract/orders'
import { Card } from '@/components/card'
import { ContactEntry } from '@/components/contact-entry'
import { Failure } from '@/components/empty'
import { ItemRow } from '@/components/item-row'
import { PageShell } from '@/components/page-shell'
import { RowBones } from '@/components/skeleton'
import { SumRow } from '@/components/sum-row'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { OrderButtons } from '../order-buttons'
import { useOrderActs } from '../use-order-acts'
import { Destination, Records, Standing } from './order-facts'
import './index.scss'

/** An order: where it stands, what happens next, where it goes, what it cost. */
export default function Order() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callShop('orders.show', { orderId: id }), id)
  const acts = useOrderActs(loaded.replace)
  const isFirst = useRef(true)
  useDidShow(() => {
    if (!isFirst.current) void loaded.reload()
    isFirst.current = false
  })

  const order = loaded.value
  const hasFoot = order !== null && order.nextStep !== 'WAIT_FOR_SHIPPING'
  return (
    <PageShell
      title="订单详情"
      foot={hasFoot && <OrderButtons order={order} acts={acts} size="normal" />}
    >
      {order && <OrderBody order={order} />}
      {!order && loaded.status === 'loading' && <RowBones count={4} />}
      {!order && loaded.status === 'failed' && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
      {acts.asides}
    </PageShell>
  )
}

function totalName({ paidAt, state }: OrderView): string {
  if (paidAt !== null) return '实付'
  return state === 'closed' ? '合计' : '应付'
}

function OrderBody({ order }: { order: OrderView }) {
  return (
    <>
      <Standing order={order} />
      <Destination order={order} />
      <Card>
        {order.lines.map((line) => (
          <ItemRow key={line.skuId} line={line} onTap={() => go.product(line.productId)} />
        ))}
      </Card>
      <Card>
        <SumRow name="商品" fen={order.goodsFen} />
        <SumRow name="运费" fen={order.freightFen} />
        <SumRow name={totalName(order)} fen={order.totalFen} isTotal />
        {order.refundedFen > 0 && <SumRow name="已退" fen={-order.refundedFen} />}
      </Card>
      <Records order={order} />
      <ContactEntry
        title={`订单 ${order.lines[0]?.title ?? ''}`}
        path={`pages/order/detail/index?id=${order.id}`}
        onWrite={() =>
          go.writeTicket({ kind: 'order', id: order.id, title: order.lines[0]?.title ?? '' })
        }
      />
    </>
  )
}
