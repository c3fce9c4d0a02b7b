import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { SHOP_AFTER_SALE_STATE_COPY } from '@/copy/after-sales'
import { useLoad } from '@/hooks/use-load'
import { useMoments } from '@/hooks/use-moments'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { callAdmin } from '@/services/call'
import { NextAction } from './next-action'
import { ProgressCard } from './progress-card'
import { RequestCard } from './request-card'
import { staffStepCopy } from './step-copy'
import './index.scss'

const TITLE = '售后详情'

/** An after-sale: the request, its progress and the next action. */
export default function AfterSalePage() {
  const { id = '' } = useRouter().params
  const loaded = useLoad(() => callAdmin('afterSales.show', { afterSaleId: id }), id)
  const { dueAt = null, isLate = false } = loaded.value ?? {}
  useMoments([isLate ? null : dueAt], loaded.reload)
  if (isForbidden(loaded.error)) return <StaffOnly />
  return (
    <PageShell title={TITLE}>
      {loaded.value && (
        <Deciding
          afterSale={loaded.value}
          onChange={loaded.replace}
          onStale={() => void loaded.reload()}
        />
      )}
      {!loaded.value && loaded.status === 'loading' && <RowsSkeleton count={3} />}
      {!loaded.value && loaded.error && (
        <Failure error={loaded.error} onRetry={() => void loaded.reload()} />
      )}
    </PageShell>
  )
}

type Props = {
  afterSale: AfterSaleRow
  onChange(afterSale: AfterSaleRow): void
  onStale(): void
}

function Deciding({ afterSale, onChange, onStale }: Props) {
  return (
    <>
      <View className="deciding">
        <View className="deciding__state">{SHOP_AFTER_SALE_STATE_COPY[afterSale.state]}</View>
        <View className="deciding__words">{staffStepCopy(afterSale)}</View>
      </View>
      <NextAction afterSale={afterSale} onChange={onChange} onStale={onStale} />
      <RequestCard afterSale={afterSale} />
      <ProgressCard afterSale={afterSale} />
    </>
  )
}
