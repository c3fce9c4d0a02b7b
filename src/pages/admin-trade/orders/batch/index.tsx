import { useReachBottom } from '@tarojs/taro'
import { PageShell } from '@/components/page-shell'
import { usePages } from '@/hooks/use-pages'
import { loadMore } from '@/pages/admin/list-foot'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { ListCard } from './list-card'
import { useShippingList } from './use-shipping-list'
import { WaitingCard } from './waiting-card'
import './index.scss'

/** 批量发货: copies the addresses of waiting orders, and ships a list of tracking numbers. */
export default function ShippingListPage() {
  const pages = usePages((cursor) => callAdmin('orders.list', { state: 'paid', cursor }), 'paid')
  const list = useShippingList(() => void pages.reload())
  useReachBottom(() => loadMore(pages))
  if (isForbidden(pages.error)) return <StaffOnly />
  return (
    <PageShell title="批量发货">
      <ListCard list={list} />
      <WaitingCard pages={pages} />
    </PageShell>
  )
}
