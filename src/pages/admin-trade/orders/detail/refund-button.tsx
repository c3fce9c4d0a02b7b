import type { StaffOrderView } from '@core/contract/orders'
import type { OrderLine } from '@core/domain/orders/order'
import { AFTER_SALE_WORDS_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Checkbox } from '@/components/checkbox'
import { Stepper } from '@/components/stepper'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { failureLine } from '@/copy/failures'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import './ship-card.scss'

type Props = { order: StaffOrderView; onGiven(): void }

/** Pieces of a line that can still be refunded. */
const left = ({ quantity, refunded, asked }: OrderLine): number =>
  quantity - refunded.quantity - asked

/** Refunds without a request of the customer; only the owner may. */
export function RefundButton({ order, onGiven }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [afterSaleId, setId] = useState(mintId)
  const [pieces, setPieces] = useState<Record<string, number>>({})
  const [withFreight, setFreight] = useState(false)
  const lines = order.lines.filter((line) => line.kind !== 'gift' && left(line) > 0)
  if (order.paidAt === null || order.state === 'closed' || lines.length === 0) return null

  const give = async (words: string) => {
    const chosen = lines.flatMap(({ key }) => {
      const quantity = pieces[key] ?? 0
      return quantity > 0 ? [{ key, quantity }] : []
    })
    if (chosen.length === 0) return '先选退哪几件'
    const input = { afterSaleId, orderId: order.id, lines: chosen, withFreight, words }
    const answer = await callAdmin('afterSales.refundByStaff', input)
    if (!answer.ok) {
      const { error } = answer
      if (error.code === 'FORBIDDEN') return '主动退款只有店主能做'
      return error.code === 'AFTER_SALE_ID_TAKEN' ? failureLine(error) : afterSaleErrorCopy(error)
    }
    setOpen(false)
    setId(mintId())
    setPieces({})
    toast('已退，钱原路退回')
    onGiven()
    return undefined
  }

  return (
    <>
      <Button kind="quiet" onTap={() => setOpen(true)}>
        主动退款
      </Button>
      {isOpen && (
        <TextSheet
          title="主动退款"
          lead="不用顾客申请，也不用寄回；钱按件原路退"
          action="退款"
          placeholder="写一句为什么退，顾客能看到"
          max={AFTER_SALE_WORDS_MAX}
          onSend={give}
          onClose={() => setOpen(false)}
        >
          <RefundLines lines={lines} pieces={pieces} onChange={setPieces} />
          {order.freightFen > 0 && (
            <View className="packed" onClick={() => setFreight(!withFreight)}>
              <Text>运费也退</Text>
              <Checkbox
                isChecked={withFreight}
                label="运费也退"
                onTap={() => setFreight(!withFreight)}
              />
            </View>
          )}
        </TextSheet>
      )}
    </>
  )
}

type LinesProps = {
  lines: readonly OrderLine[]
  pieces: Record<string, number>
  onChange(pieces: Record<string, number>): void
}

/** How many pieces of each line are refunded. */
const RefundLines = ({ lines, pieces, onChange }: LinesProps) => (
  <>
    {lines.map((line) => (
      <View key={line.key} className="packed">
        <View className="packed__words">
          <Text>{line.name || line.title}</Text>
          <Text className="packed__note">{`最多 ${left(line)} 件`}</Text>
        </View>
        <Stepper
          value={pieces[line.key] ?? 0}
          min={0}
          max={left(line)}
          label={`${line.name || line.title} 退几件`}
          onChange={(quantity) => onChange({ ...pieces, [line.key]: quantity })}
        />
      </View>
    ))}
  </>
)
