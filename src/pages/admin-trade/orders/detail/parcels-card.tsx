import type { StaffOrderView } from '@core/contract/orders'
import type { Shipment } from '@core/domain/orders/order'
import { hasCorrection } from '@core/domain/orders/transitions'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ParcelForm } from '@/components/parcel-form'
import { Sheet } from '@/components/sheet'
import { formatMoment } from '@/copy/dates'
import { failureLine } from '@/copy/failures'
import { correctedCopy, refusedFieldErrors, WAY_COPY } from '@/copy/parcels'
import { useParcel } from '@/hooks/use-parcel'
import { callAdmin } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { toast } from '@/services/toast'
import './parcels-card.scss'

type Props = { order: StaffOrderView; today: Day; onCorrected(order: StaffOrderView): void }

/** The parcels of an order; a wrong carrier or number can be corrected once. */
export function ParcelsCard({ order, today, onCorrected }: Props) {
  const [correcting, setCorrecting] = useState<number | null>(null)
  const { state, shipments } = order
  if (shipments.length === 0) return null
  const isOnItsWay = state === 'shipped' || state === 'partlyShipped'
  const canCorrect = isOnItsWay && !hasCorrection(order)
  const wrong = correcting === null ? undefined : shipments[correcting]
  return (
    <Card title={shipments.length > 1 ? `${shipments.length} 个包裹` : '怎么发的'}>
      {shipments.map((shipment, at) => (
        <View key={`${shipment.trackingNumber}:${at}`} className="sent">
          <View className="sent__words">
            <Text selectable>{sentCopy(shipment)}</Text>
            <Text className="sent__note">{`${formatMoment(shipment.at, today)} 发出`}</Text>
            {shipment.corrected && <Text className="sent__note">{correctedCopy(shipment)}</Text>}
          </View>
          {!shipment.way && (
            <Button
              kind="quiet"
              size="small"
              label="复制快递单号"
              onTap={() => void copyToClipboard(shipment.trackingNumber)}
            >
              复制
            </Button>
          )}
          {canCorrect && !shipment.way && (
            <Button kind="soft" size="small" onTap={() => setCorrecting(at)}>
              改单号
            </Button>
          )}
        </View>
      ))}
      {wrong && correcting !== null && (
        <CorrectionSheet
          orderId={order.id}
          at={correcting}
          wrong={wrong}
          onCorrected={onCorrected}
          onClose={() => setCorrecting(null)}
        />
      )}
    </Card>
  )
}

const sentCopy = ({ way, note, carrier, trackingNumber }: Shipment): string =>
  way ? [WAY_COPY[way], note].filter(Boolean).join('：') : `${carrier} ${trackingNumber}`

type SheetProps = {
  orderId: string
  at: number
  wrong: Shipment
  onCorrected(order: StaffOrderView): void
  onClose(): void
}

function CorrectionSheet({ orderId, at, wrong, onCorrected, onClose }: SheetProps) {
  const parcel = useParcel(wrong)
  const [isBusy, setBusy] = useState(false)

  const send = async () => {
    const ready = parcel.checked()
    if (!ready || isBusy) return
    setBusy(true)
    const answer = await callAdmin('orders.correctParcel', { orderId, at, ...ready })
    setBusy(false)
    if (answer.ok) {
      toast('改好了，已告诉顾客')
      onCorrected(answer.value)
      return onClose()
    }
    const { error } = answer
    if (error.code === 'ALREADY_CORRECTED') {
      return parcel.setErrors({ whole: '这一单已经改过一次，微信不让再改了' })
    }
    if (error.code === 'WRONG_STATE') {
      return parcel.setErrors({ whole: '顾客已经收货，不能再改了' })
    }
    parcel.setErrors(refusedFieldErrors(error) ?? { whole: failureLine(error) })
  }

  return (
    <Sheet
      isOpen
      title="改快递和单号"
      onClose={onClose}
      foot={
        <Button wide busy={isBusy} onTap={() => void send()}>
          改成这个
        </Button>
      }
    >
      <View className="sent__lead">微信只让改一次，改完顾客会看到新的和原来的</View>
      <ParcelForm parcel={parcel} onDone={() => void send()} />
    </Sheet>
  )
}
