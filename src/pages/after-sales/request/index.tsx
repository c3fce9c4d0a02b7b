import { useRouter } from '@tarojs/taro'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { decodeQuery, go } from '@/services/route'
import { RequestForm } from './request-form'
import './index.scss'

/** The page of a new after-sale request. */
export default function RequestPage() {
  const { orderId: rawOrderId = '', line = '' } = useRouter().params
  const orderId = decodeQuery(rawOrderId)
  const loaded = useLoad(() => callShop('afterSales.options', { orderId }), orderId)
  const options = loaded.value
  const canRequest = options?.lines.some(({ askable }) => askable > 0) === true
  if (options && canRequest) {
    return <RequestForm orderId={orderId} options={options} lineKey={decodeQuery(line) || null} />
  }
  return (
    <PageShell title="申请售后">
      {options && (
        <Empty
          picture="gift"
          title="这一单不能申请售后了"
          note="可能已经申请过，或售后期已过；有话可以跟客服说"
          action="给客服留言"
          onAction={() => go.writeTicket({ kind: 'order', id: orderId, title: '' })}
        />
      )}
      {!options && loaded.status === 'loading' && <RowsSkeleton count={4} />}
      {!options && loaded.status === 'failed' && (
        <Failure of="个订单" error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}
