import type { Fen } from '@core/kernel/money'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from './button'
import { Price } from './price'
import { Sheet } from './sheet'
import './cashier.scss'

type Props = {
  /** The amount to pay; `null` keeps the sheet closed. */
  totalFen: Fen | null
  onPay(): Promise<void>
  onCancel(): void
}

/** Replaces WeChat's cashier on the local cloud. */
export function Cashier({ totalFen, onPay, onCancel }: Props) {
  const [isBusy, setBusy] = useState(false)
  const pay = async () => {
    setBusy(true)
    await onPay()
    setBusy(false)
  }
  return (
    <Sheet isOpen={totalFen !== null} title="微信支付" onClose={() => !isBusy && onCancel()}>
      <View className="cashier">
        <Text className="cashier__note">这里是本机的收银台，不会真的扣款</Text>
        <Price fen={totalFen ?? 0} size="large" />
        <View className="cashier__choices">
          <Button busy={isBusy} onTap={() => void pay()}>
            支付
          </Button>
          <Button kind="quiet" disabled={isBusy} onTap={onCancel}>
            取消
          </Button>
        </View>
      </View>
    </Sheet>
  )
}
