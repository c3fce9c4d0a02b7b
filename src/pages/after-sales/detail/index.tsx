import { useRouter } from '@tarojs/taro'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { useMoments } from '@/hooks/use-moments'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callShop } from '@/services/call'
import { AfterSaleActions } from './after-sale-actions'
import { ProgressCard, RequestCard, StatusCard } from './after-sale-cards'
import { SendBack } from './send-back'
import './index.scss'

/** The page of an after-sale. */
export default function AfterSale() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callShop('afterSales.show', { afterSaleId: id }), id)
  useShownAgain(() => void loaded.reload())
  const afterSale = loaded.value
  // A parcel that is not sent in time withdraws the request; a late shop changes nothing.
  useMoments([afterSale?.state === 'agreed' ? afterSale.dueAt : null], loaded.reload)
  return (
    <PageShell title="售后详情">
      {afterSale && (
        <>
          <StatusCard afterSale={afterSale} />
          {afterSale.state === 'agreed' && (
            <SendBack afterSale={afterSale} onSent={loaded.replace} />
          )}
          <ProgressCard afterSale={afterSale} />
          <RequestCard afterSale={afterSale} />
          <AfterSaleActions
            afterSale={afterSale}
            onChange={loaded.replace}
            onStale={() => void loaded.reload()}
          />
        </>
      )}
      {!afterSale && loaded.status === 'loading' && <RowsSkeleton count={4} />}
      {!afterSale && loaded.status === 'failed' && (
        <Failure of="次售后" error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}
