import type { OrderView } from '@core/contract/orders'
import type { Shipment } from '@core/domain/orders/order'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { tappable } from '@/components/tappable'
import { formatMoment } from '@/copy/dates'
import { correctedCopy, otherWayCopy, WAY_COPY } from '@/copy/parcels'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { today } from '@/services/clock'
import { go } from '@/services/route'

/** The tracking of this many parcels is fetched at once; others show it on their own page. */
const TRACKED_MAX = 3

/** The parcels of an order: carrier, number, contents, latest tracking step; or the other way. */
export function Parcels({ order }: { order: OrderView }) {
  const { id, shipments, lines } = order
  const [first] = shipments
  if (!first) return null
  if (first.way) {
    return (
      <Card title={WAY_COPY[first.way]}>
        <View className="parcel parcel--still">
          <Text className="parcel__step">{otherWayCopy(first)}</Text>
          <Text className="parcel__note">{contentsCopy(first, lines)}</Text>
        </View>
      </Card>
    )
  }
  return (
    <Card title={shipments.length > 1 ? `${shipments.length} 个包裹` : '包裹'}>
      {shipments.map((shipment, at) => (
        <View
          key={`${shipment.trackingNumber}:${at}`}
          className="parcel"
          {...tappable('看包裹到了哪里', 'link')}
          onClick={() => go.parcel(id, at)}
        >
          <View className="parcel__head">
            <Text>{`${shipment.carrier} ${shipment.trackingNumber}`}</Text>
            <CopyButton text={shipment.trackingNumber} label="复制快递单号" />
          </View>
          {shipment.corrected && <Text className="parcel__note">{correctedCopy(shipment)}</Text>}
          <Text className="parcel__note">{contentsCopy(shipment, lines)}</Text>
          {at < TRACKED_MAX ? (
            <LatestStep orderId={id} at={at} number={shipment.trackingNumber} />
          ) : (
            <Text className="parcel__step">看看到了哪里</Text>
          )}
        </View>
      ))}
    </Card>
  )
}

/** The contents of a parcel: `明前龙井 ×2、秦岭土蜂蜜 ×1`. */
function contentsCopy(shipment: Shipment, lines: OrderView['lines']): string {
  return shipment.lines
    .flatMap(({ key, quantity }) => {
      const line = lines.find((one) => one.key === key)
      return line ? [`${line.title} ×${quantity}`] : []
    })
    .join('、')
}

type StepProps = { orderId: string; at: number; number: string }

function LatestStep({ orderId, at, number }: StepProps) {
  const parcel = useLoad(
    () => callShop('orders.parcel', { orderId, at }),
    `${orderId}:${at}:${number}`,
  )
  const [step] = parcel.value?.trace ?? []
  if (step) {
    return <Text className="parcel__step">{`${formatMoment(step.at, today())} ${step.words}`}</Text>
  }
  if (parcel.status === 'loading') return <Text className="parcel__note">正在问快递公司…</Text>
  return <Text className="parcel__note">快递公司还没有消息，稍后再看</Text>
}

/** Copies a text without triggering the tap of its container. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  return (
    <View
      className="parcel__copy"
      {...tappable(label)}
      onClick={(event) => {
        event.stopPropagation()
        void copyToClipboard(text)
      }}
    >
      复制
    </View>
  )
}
