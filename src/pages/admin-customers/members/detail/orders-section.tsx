import type { MemberDetail } from '@core/contract/customers'
import type { Day } from '@core/kernel/calendar'
import { ok } from '@core/kernel/result'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { LongList } from '@/components/long-list'
import { formatAmount } from '@/copy/numbers'
import { usePages } from '@/hooks/use-pages'
import { ListFoot, loadMore } from '@/pages/admin/list-foot'
import { OrderCard } from '@/pages/admin/order-card'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import { EmptySection } from './empty-section'
import './sections.scss'

type SectionProps = { member: MemberDetail; today: Day }

/** All orders of a customer, and how the numbers above are computed. */
export function OrdersSection({ member, today }: SectionProps) {
  const { id, orders, paidFen, refundedFen, netFen } = member
  const pages = usePages(
    async (cursor) =>
      cursor === undefined ? ok(orders) : callAdmin('members.orders', { memberId: id, cursor }),
    id,
  )
  useReachBottom(() => loadMore(pages))
  if (orders.items.length === 0) return <EmptySection text="还没有下过单。" />
  return (
    <>
      <View className="section__sum">
        付款 {formatAmount(paidFen)} − 退款 {formatAmount(refundedFen)} = 净消费{' '}
        {formatAmount(netFen)}
      </View>
      <LongList items={pages.items} keyOf={({ id }) => id}>
        {(order) => <OrderCard order={order} today={today} onOpen={go.staffOrder} />}
      </LongList>
      <ListFoot pages={pages} unit="单" />
    </>
  )
}
