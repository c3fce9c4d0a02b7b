import type { AfterSaleView } from '@core/contract/after-sales'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ParcelForm } from '@/components/parcel-form'
import { afterSaleErrorCopy } from '@/copy/after-sales'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { useParcel } from '@/hooks/use-parcel'
import { callShop } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { toast } from '@/services/toast'

type Props = { afterSale: AfterSaleView; onSent(afterSale: AfterSaleView): void }

/** The return address and the form for the return parcel. */
export function SendBack({ afterSale, onSent }: Props) {
  const parcel = useParcel()
  const [isBusy, setBusy] = useState(false)
  useLeaveQuestion(parcel.draft.trackingNumber !== '')

  const send = async () => {
    const ready = parcel.checked()
    if (!ready || isBusy) return
    setBusy(true)
    const answer = await callShop('afterSales.sendBack', { afterSaleId: afterSale.id, ...ready })
    setBusy(false)
    if (answer.ok) {
      parcel.sent(ready.carrier)
      toast('已告诉店家，收到就处理')
      return onSent(answer.value)
    }
    parcel.setErrors({ whole: refusalCopy(answer.error) })
  }

  return (
    <Card title="寄回商品">
      <ReturnAddress address={afterSale.returnAddress} />
      <ParcelForm parcel={parcel} onDone={() => void send()} />
      <View className="send-back__done">
        <Button wide busy={isBusy} onTap={() => void send()}>
          已寄出
        </Button>
      </View>
    </Card>
  )
}

type Refusal = Extract<
  Awaited<ReturnType<typeof callShop<'afterSales.sendBack'>>>,
  { ok: false }
>['error']

const refusalCopy = (error: Refusal): string =>
  error.code === 'NUMBER_USED'
    ? '这是我们发给你的那个包裹的单号，请抄寄件回执上的'
    : afterSaleErrorCopy(error)

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
