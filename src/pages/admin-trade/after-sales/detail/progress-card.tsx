import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import type { ReturnParcel } from '@core/domain/after-sales/after-sale'
import { Text } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { formatMoment } from '@/copy/dates'
import { today } from '@/services/clock'

/** The dates and parcels of an after-sale. */
export function ProgressCard({ afterSale }: { afterSale: AfterSaleRow }) {
  const { id, returnParcel, exchangeParcel } = afterSale
  return (
    <Card title="进度">
      {timesOf(afterSale).map(([name, at]) => (
        <Row key={name} label={name} value={formatMoment(at, today())} />
      ))}
      <ParcelRow name="顾客寄回" parcel={returnParcel} />
      <ParcelRow name="换发" parcel={exchangeParcel} />
      <Row label="售后单号" value={<Text selectable>{id}</Text>} />
    </Card>
  )
}

const ParcelRow = ({ name, parcel }: { name: string; parcel: ReturnParcel | null }) =>
  parcel && (
    <Row
      label={`${name} ${parcel.carrier}`}
      value={<Text selectable>{parcel.trackingNumber}</Text>}
    />
  )

function timesOf(afterSale: AfterSaleRow): [string, number][] {
  const times: [string, number | null][] = [
    ['申请', afterSale.requestedAt],
    ['顾客改了申请', afterSale.changedAt ?? null],
    ['处理', afterSale.decidedAt],
    ['收到退货', afterSale.receivedAt],
    ['结束', afterSale.finishedAt],
  ]
  return times.flatMap(([name, at]): [string, number][] => (at === null ? [] : [[name, at]]))
}
