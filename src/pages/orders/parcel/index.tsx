import type { ParcelView, TraceStep } from '@core/contract/orders'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty, Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { formatMoment } from '@/copy/dates'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { copyToClipboard } from '@/services/clipboard'
import { today } from '@/services/clock'
import './index.scss'

/** The tracking of a parcel, latest step first. */
export default function Parcel() {
  const { id = '', at = '0' } = useRouter().params
  const index = Number(at)
  const loaded = useLoad(
    () => callShop('orders.parcel', { orderId: id, at: index }),
    `${id}:${index}`,
  )
  const parcel = loaded.value
  const reload = () => void loaded.reload()
  return (
    <PageShell title="包裹到哪了">
      {parcel && <ParcelTrace parcel={parcel} onReload={reload} />}
      {!parcel && loaded.status === 'loading' && <RowsSkeleton count={3} />}
      {!parcel && loaded.status === 'failed' && (
        <Failure of="个包裹" error={loaded.error} onRetry={reload} />
      )}
    </PageShell>
  )
}

function ParcelTrace({ parcel, onReload }: { parcel: ParcelView; onReload(): void }) {
  const { carrier, trackingNumber, at, isKnown, trace } = parcel
  return (
    <>
      <Card>
        <View className="way__head">
          <View className="way__words">
            <Text className="way__carrier">{carrier}</Text>
            <Text className="way__number">{trackingNumber}</Text>
            <Text className="way__note">{`${formatMoment(at, today())} 发出`}</Text>
          </View>
          <Button kind="soft" size="small" onTap={() => void copyToClipboard(trackingNumber)}>
            复制单号
          </Button>
        </View>
      </Card>
      {isKnown ? (
        <Card>
          {trace.map((step, index) => (
            <TraceRow key={`${step.at}:${index}`} step={step} isLatest={index === 0} />
          ))}
        </Card>
      ) : (
        <Empty
          picture="gift"
          title="快递公司还没有消息"
          note="刚发出的包裹要过几小时才查得到"
          action="再看一次"
          onAction={onReload}
        />
      )}
    </>
  )
}

function TraceRow({ step, isLatest }: { step: TraceStep; isLatest: boolean }) {
  return (
    <View className={isLatest ? 'step step--latest' : 'step'}>
      <View className="step__dot" />
      <View className="step__words">
        <Text className="step__what">{step.words}</Text>
        <Text className="step__when">{formatMoment(step.at, today())}</Text>
      </View>
    </View>
  )
}
