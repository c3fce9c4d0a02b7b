import { useRouter } from '@tarojs/taro'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { decodeQuery, go } from '@/services/route'
import { RequestForm } from './request-form'
import './index.scss'

/** Something is asked back: which pieces, how, and why. */
export default function RequestPage() {
  const { orderId: asked = '', line = '' } = useRouter().params
  const orderId = decodeQuery(asked)
  const loaded = useLoad(() => callShop('afterSales.options', { orderId }), orderId)
  const options = loaded.value
  const canAsk = options?.lines.some(({ askable }) => askable > 0) === true
  if (options && canAsk) {
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
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}
