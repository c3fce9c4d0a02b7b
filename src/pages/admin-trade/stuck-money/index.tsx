import type { StuckRow } from '@core/contract/reconciliation'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Confirm } from '@/components/confirm'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { formatAmount } from '@/copy/numbers'
import { isForbidden, StaffOnly } from '@/pages/admin/staff-only'
import { TextSheet } from '@/pages/admin/text-sheet'
import { StuckCard } from './stuck-card'
import { SETTLE_NOTES } from './stuck-copy'
import { useStuck } from './use-stuck'
import './index.scss'

/** Characters of a note (the contract's bound). */
const NOTE_MAX = 100

/** 卡住的钱: money that is neither here nor there, and what to do about it. */
export default function StuckMoneyPage() {
  const { loaded, busy, ask, refundAgain, settle } = useStuck()
  const [resending, setResending] = useState<StuckRow | null>(null)
  const [settling, setSettling] = useState<StuckRow | null>(null)
  const { value, error } = loaded
  if (isForbidden(error)) return <StaffOnly />
  return (
    <PageShell title="卡住的钱">
      {value?.rows.map((row) => (
        <StuckCard
          key={row.id}
          row={row}
          isBusy={busy === row.id}
          onAsk={() => void ask(row)}
          onRefundAgain={() => setResending(row)}
          onSettle={() => setSettling(row)}
        />
      ))}
      {value?.hasMore && (
        <Text className="stuck-money__more">这里先列最早的，处理完再列后面的</Text>
      )}
      {value?.rows.length === 0 && (
        <Empty
          picture="teapot"
          title="没有卡住的钱"
          note="没退回的、对不上的收款和退款会列在这里"
        />
      )}
      {!value && error && <Failure error={error} onRetry={() => void loaded.reload()} />}
      {!value && !error && <RowsSkeleton count={3} />}
      {resending && (
        <Confirm
          isOpen
          title={`再退 ${formatAmount(resending.fen)} 给顾客`}
          note="会先问微信退没退成，退成了不会再退"
          action="再退一次"
          onConfirm={async () => {
            setResending(null)
            await refundAgain(resending)
          }}
          onClose={() => setResending(null)}
        />
      )}
      {settling && (
        <TextSheet
          title="怎么处理的"
          action="记下，不再列出"
          placeholder="写一句，以后看得明白"
          max={NOTE_MAX}
          suggestions={SETTLE_NOTES}
          onClose={() => setSettling(null)}
          onSend={async (note) => {
            const failure = await settle(settling, note)
            if (failure === undefined) setSettling(null)
            return failure
          }}
        />
      )}
    </PageShell>
  )
}
