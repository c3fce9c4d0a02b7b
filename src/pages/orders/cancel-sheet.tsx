import { CANCEL_REASONS, type CancelReason } from '@core/domain/orders/cancel-reason'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'
import { CANCEL_REASON_COPY } from '@/copy/orders'
import './cancel-sheet.scss'

type Props = {
  isOpen: boolean
  onCancel(reason: CancelReason): Promise<void>
  onClose(): void
}

/** Cancelling an unpaid order: why, and what becomes of it. Nothing is chosen beforehand. */
export function CancelSheet({ isOpen, onCancel, onClose }: Props) {
  const [reason, setReason] = useState<CancelReason | null>(null)
  const [isBusy, setBusy] = useState(false)
  const cancel = async () => {
    if (reason === null) return
    setBusy(true)
    await onCancel(reason)
    setBusy(false)
    setReason(null)
  }
  return (
    <Sheet
      isOpen={isOpen}
      title="取消这笔订单"
      onClose={onClose}
      foot={
        <Button wide busy={isBusy} disabled={reason === null} onTap={() => void cancel()}>
          {reason === null ? '先选一个原因' : '确定取消'}
        </Button>
      }
    >
      <View className="cancel-sheet">
        <Text className="cancel-sheet__note">货会放回架上，券和积分退还给你，之后可以再下单</Text>
        {CANCEL_REASONS.map((one) => (
          <Choice key={one} isSelected={one === reason} isOnCard onTap={() => setReason(one)}>
            {CANCEL_REASON_COPY[one]}
          </Choice>
        ))}
      </View>
    </Sheet>
  )
}
