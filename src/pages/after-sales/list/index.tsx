import { View } from '@tarojs/components'
import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '@/components/choice'
import { Empty, Failure } from '@/components/empty'
import { ListEnd } from '@/components/list-end'
import { LongList } from '@/components/long-list'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { usePages } from '@/hooks/use-pages'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { decodeQuery, go } from '@/services/route'
import { AfterSaleCard } from './after-sale-card'
import './index.scss'

const LISTS = [
  [true, '进行中'],
  [false, '全部'],
] as const

/** After-sales, latest first; of one order, those under way, or all. */
export default function AfterSales() {
  const { orderId: rawOrderId = '' } = useRouter().params
  const orderId = decodeQuery(rawOrderId)
  return (
    <PageShell title="退款/售后">
      <List orderId={orderId} />
    </PageShell>
  )
}

function List({ orderId }: { orderId: string }) {
  // One’s own page counts those that are not over; an order shows all of its own.
  const [isOpen, setOpen] = useState(orderId === '')
  return (
    <>
      {orderId === '' && (
        <View className="after-sale-lists">
          {LISTS.map(([one, name]) => (
            <Choice key={name} isSelected={one === isOpen} onTap={() => setOpen(one)}>
              {name}
            </Choice>
          ))}
        </View>
      )}
      <Rows orderId={orderId} isOpen={isOpen} />
    </>
  )
}

function Rows({ orderId, isOpen }: { orderId: string; isOpen: boolean }) {
  const pages = usePages(
    (cursor) =>
      callShop('afterSales.list', {
        ...(orderId && { orderId }),
        ...(isOpen && { isOpen }),
        ...(cursor && { cursor }),
      }),
    `${orderId} ${isOpen}`,
  )
  const { items, status, error, ended, more, reload } = pages
  useReachBottom(() => void more())
  // Its state may have changed on the detail page.
  useShownAgain(() => void reload())

  if (items.length === 0 && error) return <Failure error={error} onRetry={() => void reload()} />
  if (items.length === 0 && status === 'loading') return <RowsSkeleton count={4} />
  if (items.length === 0) {
    return (
      <Empty
        picture="gift"
        title={isOpen ? '没有正在退换的' : '没有退换过东西'}
        note="收到货不合适，可以在订单里申请售后"
        action="看我的订单"
        onAction={() => go.orders()}
      />
    )
  }
  return (
    <>
      <LongList items={items} keyOf={({ id }) => id}>
        {(afterSale) => <AfterSaleCard afterSale={afterSale} />}
      </LongList>
      <ListEnd status={status} ended={ended} onRetry={() => void more()} />
    </>
  )
}
