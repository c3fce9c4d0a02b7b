import { useDidShow, useRouter } from '@tarojs/taro'
import { useRef } from 'react'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { AfterSaleActions } from './after-sale-actions'
import { RequestCard, ProgressCard, StatusCard } from './after-sale-cards'
import { SendBack } from './send-back'
import './index.scss'

/** An after-sale: where it stands, what happens next, what was asked and answered. */
export default function AfterSale() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callShop('afterSales.show', { afterSaleId: id }), id)
  const isFirst = useRef(true)
  useDidShow(() => {
    if (!isFirst.current) void loaded.reload()
    isFirst.current = false
  })
  const one = loaded.value
  return (
    <PageShell title="售后详情">
      {one && (
        <>
          <StatusCard afterSale={one} />
          {one.state === 'agreed' && <SendBack afterSale={one} onSent={loaded.replace} />}
          <ProgressCard afterSale={one} />
          <RequestCard afterSale={one} />
          <AfterSaleActions afterSale={one} onChange={loaded.replace} onStale={() => void loaded.reload()} />
        </>
      )}
      {!one && loaded.status === 'loading' && <RowsSkeleton count={4} />}
      {!one && loaded.status === 'failed' && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}
