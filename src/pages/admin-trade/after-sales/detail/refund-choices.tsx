import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { Text, View } from '@tarojs/components'
import { Checkbox } from '@/components/checkbox'
import { RefundMoney } from './refund-money'
import type { RefundChoice } from './use-refund-choice'

type Props = {
  afterSale: AfterSaleRow
  refund: RefundChoice
  /** Whether the money is given with this decision, or after the goods have come back. */
  isPaidNow: boolean
}

/** What the staff decide about the money of a request, and what it comes to. */
export function RefundChoices({ afterSale, refund, isPaidNow }: Props) {
  const { state, estimate: first } = afterSale
  const { choice, estimate, change } = refund
  const mayAddFreight = state === 'requested' && first?.freightFen === 0
  const mayWaive = isPaidNow && (first?.deductionFen ?? 0) > 0
  return (
    <>
      {mayAddFreight && (
        <ChoiceRow
          label="运费也退：是小店的原因"
          isChosen={choice.withFreight}
          onChange={(withFreight) => void change({ withFreight })}
        />
      )}
      {mayWaive && (
        <ChoiceRow
          label="赠品送给顾客，不扣钱"
          isChosen={choice.isGiftWaived}
          onChange={(isGiftWaived) => void change({ isGiftWaived })}
        />
      )}
      {estimate && <RefundMoney label="退给顾客" {...estimate} />}
    </>
  )
}

type ChoiceRowProps = { label: string; isChosen: boolean; onChange(isChosen: boolean): void }

const ChoiceRow = ({ label, isChosen, onChange }: ChoiceRowProps) => (
  <View className="deciding__choice" onClick={() => onChange(!isChosen)}>
    <Checkbox isChecked={isChosen} label={label} onTap={() => onChange(!isChosen)} />
    <Text>{label}</Text>
  </View>
)
