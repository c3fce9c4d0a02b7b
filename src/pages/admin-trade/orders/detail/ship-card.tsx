import { type OrderLine, type OtherWay, piecesToShip } from '@core/domain/orders/order'
import { WAY_NOTE_MAX } from '@core/kernel/limits'
import { Input, Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { ParcelForm } from '@/components/parcel-form'
import { Stepper } from '@/components/stepper'
import { WAY_COPY } from '@/copy/parcels'
import type { Shipping, Way } from './use-shipping'
import './ship-card.scss'

type Props = { lines: readonly OrderLine[]; shipping: Shipping; isFirst: boolean }

/** The next parcel, or the whole order by another way. */
export function ShipCard({ lines, shipping, isFirst }: Props) {
  const left = lines.filter((line) => piecesToShip(line) > 0)
  const pieces = left.reduce((sum, line) => sum + piecesToShip(line), 0)
  if (pieces === 0) return <Card title="发货">剩下的都在售后中，处理完再发</Card>
  const isParcel = shipping.way === 'express'
  return (
    <Card title="发货">
      {isFirst && <WayChoices shipping={shipping} />}
      {isParcel &&
        pieces > 1 &&
        left.map((line) => <PackedLine key={line.key} line={line} shipping={shipping} />)}
      {shipping.way === 'express' ? (
        <ParcelForm parcel={shipping.parcel} onDone={() => void shipping.send()} />
      ) : (
        <OtherWayForm way={shipping.way} shipping={shipping} />
      )}
    </Card>
  )
}

const WAYS = Object.keys(WAY_COPY) as Way[]

const WayChoices = ({ shipping }: Pick<Props, 'shipping'>) => (
  <View className="ways">
    {WAYS.map((way) => (
      <Choice
        key={way}
        isOnCard
        isSelected={way === shipping.way}
        onTap={() => shipping.setWay(way)}
      >
        {WAY_COPY[way]}
      </Choice>
    ))}
  </View>
)

const NOTES: Record<OtherWay, { label: string; placeholder: string }> = {
  city: { label: '谁来送', placeholder: '比如 店里小林 138…，或 闪送' },
  pickup: { label: '取货地点和时间', placeholder: '比如 文三路 478 号，9:00–21:00' },
  virtual: { label: '怎么用', placeholder: '比如 券码已发到手机' },
}

function OtherWayForm({ way, shipping }: { way: OtherWay; shipping: Shipping }) {
  const { label, placeholder } = NOTES[way]
  const error = shipping.parcel.errors.whole
  return (
    <>
      <Text className="ways__label">{`${label}，顾客看得到`}</Text>
      <Input
        className="ways__input"
        value={shipping.note}
        maxlength={WAY_NOTE_MAX}
        placeholder={placeholder}
        placeholderClass="placeholder"
        aria-label={label}
        onInput={(event) => shipping.setNote(event.detail.value)}
      />
      {error !== undefined && (
        <View className="ways__error" role="alert">
          {error}
        </View>
      )}
    </>
  )
}

/** How many pieces of a line are in this parcel. */
function PackedLine({ line, shipping }: { line: OrderLine; shipping: Shipping }) {
  const most = piecesToShip(line)
  return (
    <View className="packed">
      <View className="packed__words">
        <Text>{[line.title, line.spec].filter(Boolean).join(' ')}</Text>
        <Text className="packed__note">{`还要发 ${most} 件`}</Text>
      </View>
      <Stepper
        value={shipping.pieces[line.key] ?? most}
        min={0}
        max={most}
        label={`${line.title} 装几件`}
        onChange={(quantity) => shipping.choose(line.key, quantity)}
      />
    </View>
  )
}
