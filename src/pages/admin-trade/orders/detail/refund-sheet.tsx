import type { StaffOrderView } from '@core/contract/orders'
import type { GoodwillPreview } from '@core/contract/staff-after-sales'
import { AFTER_SALE_WORDS_MAX } from '@core/kernel/limits'
import { View } from '@tarojs/components'
import { Field } from '@/components/field'
import { SumRow } from '@/components/sum-row'
import { formatAmount } from '@/copy/numbers'
import { TextSheet } from '@/pages/admin/text-sheet'
import { RefundChoice, RefundLines, refundablePieces } from './refund-choices'
import { useStaffRefund } from './use-staff-refund'

type Props = { order: StaffOrderView; onGiven(): void; onClose(): void }

const AMOUNT_MAX = 10

/**
 * A refund by the staff: pieces, or an amount, and why. The first tap shows what it comes to, as
 * the cloud computes it; the second one gives it.
 */
export function RefundSheet({ order, onGiven, onClose }: Props) {
  const refund = useStaffRefund(order, onGiven)
  const { chosen, preview, change } = refund
  const lines = order.lines.filter((line) => line.kind !== 'gift' && refundablePieces(line) > 0)
  const hasGift = order.lines.some((line) => line.kind === 'gift')
  return (
    <TextSheet
      title="主动退款"
      lead="不用顾客申请，也不用寄回；按件退，或者写一个金额"
      action={preview ? `确认退 ${formatAmount(preview.totalFen)}` : '看看退多少'}
      placeholder="写一句为什么退，顾客能看到"
      max={AFTER_SALE_WORDS_MAX}
      onSend={refund.send}
      onClose={onClose}
    >
      <RefundLines lines={lines} pieces={chosen.pieces} onChange={(pieces) => change({ pieces })} />
      <Field
        name="金额"
        value={chosen.amount}
        max={AMOUNT_MAX}
        unit="元"
        placeholder={`不填就按件算，最多 ${formatAmount(order.totalFen - order.refundedFen)}`}
        onChange={(amount) => change({ amount })}
      />
      {order.freightFen > 0 && (
        <RefundChoice
          label="运费也退"
          isChosen={chosen.withFreight}
          onChange={(withFreight) => change({ withFreight })}
        />
      )}
      {hasGift && (
        <RefundChoice
          label="赠品送给顾客，不扣钱"
          isChosen={chosen.isGiftWaived}
          onChange={(isGiftWaived) => change({ isGiftWaived })}
        />
      )}
      {preview && <PreviewRows preview={preview} />}
    </TextSheet>
  )
}

/** What the refund comes to before it is given. */
const PreviewRows = ({ preview }: { preview: GoodwillPreview }) => (
  <View>
    {preview.freightFen > 0 && <SumRow label="其中运费" fen={preview.freightFen} />}
    {preview.deductionFen > 0 && (
      <SumRow label="赠品留在顾客手里，按价扣除" fen={-preview.deductionFen} />
    )}
    <SumRow
      label={preview.isOutside ? '请在店外退给顾客，这里记下' : '原路退给顾客'}
      fen={preview.totalFen}
      isTotal
    />
  </View>
)
