import type { AfterSaleView } from '@core/contract/after-sales'
import { CARRIERS } from '@core/domain/orders/carriers'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { callShop } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { toast } from '@/services/toast'

type Props = { afterSale: AfterSaleView; onSent(afterSale: AfterSaleView): void }

/** The same rule as the contract's tracking number. */
const TRACKING_NUMBER_MAX = 32
const TRACKING_NUMBER = /^[0-9A-Za-z-]{6,32}$/

/** The return address and the form for the return parcel. */
export function SendBack({ afterSale, onSent }: Props) {
  const [carrier, setCarrier] = useState('')
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const trackingNumber = typed.replace(/\s/g, '')

  const send = async () => {
    if (carrier === '') return setError('选一家快递')
    if (!TRACKING_NUMBER.test(trackingNumber)) return setError('单号是 6 到 32 位的数字和字母')
    setError(undefined)
    setBusy(true)
    const parcel = { afterSaleId: afterSale.id, carrier, trackingNumber }
    const answer = await callShop('afterSales.sendBack', parcel)
    setBusy(false)
    if (!answer.ok) return setError(afterSaleErrorCopy(answer.error))
    toast('已告诉店家，收到就处理')
    onSent(answer.value)
  }

  return (
    <Card title="寄回商品">
      <ReturnAddress address={afterSale.returnAddress} />
      <View className="send-back__choices">
        {CARRIERS.map((one) => (
          <Choice key={one} isOnCard isSelected={one === carrier} onTap={() => setCarrier(one)}>
            {one}
          </Choice>
        ))}
      </View>
      <Field
        name="快递单号"
        value={typed}
        max={TRACKING_NUMBER_MAX}
        placeholder="寄件回执上的单号"
        error={error}
        onChange={setTyped}
      />
      <Button wide busy={isBusy} onTap={() => void send()}>
        已寄出
      </Button>
    </Card>
  )
}

function ReturnAddress({ address }: { address: string | null }) {
  if (address === null) {
    return <Text className="send-back__note">寄到哪里，请先问客服</Text>
  }
  return (
    <View className="send-back__to">
      <Text className="send-back__address">{address}</Text>
      <Button
        kind="soft"
        size="small"
        label="复制退货地址"
        onTap={() => void copyToClipboard(address)}
      >
        复制
      </Button>
    </View>
  )
}
