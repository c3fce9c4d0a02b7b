import type { Estimate } from '@core/contract/after-sales'
import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { Confirm } from '@/components/confirm'
import { formatAmount } from '@/copy/numbers'

type Props = {
  afterSale: Pick<AfterSaleRow, 'isOutside'>
  isOpen: boolean
  estimate: Estimate | null
  onConfirm(): Promise<void>
  onClose(): void
}

const OUTSIDE = '这一单不是在这里付的：请在店外退给顾客，这里记下。'

/** Asks before money is given back, with the amount: it cannot be taken back. */
export function RefundConfirm({ afterSale, isOpen, estimate, onConfirm, onClose }: Props) {
  if (!estimate) return null
  const amount = formatAmount(estimate.totalFen)
  return (
    <Confirm
      isOpen={isOpen}
      title={`退 ${amount} 给顾客`}
      note={afterSale.isOutside ? OUTSIDE : '钱马上原路退回，退了不能收回。'}
      action={`退 ${amount}`}
      onConfirm={async () => {
        onClose()
        await onConfirm()
      }}
      onClose={onClose}
    />
  )
}
