import { type OrderLine, piecesToShip } from '@core/domain/orders/order'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Stepper } from '@/components/stepper'
import { ParcelForm } from '@/pages/admin/parcel-form'
import type { Shipping } from './use-shipping'
import './ship-card.scss'

type Props = { lines: readonly OrderLine[]; shipping: Shipping }

/** The next parcel: its pieces, carrier and tracking number. */
export function ShipCard({ lines, shipping }: Props) {
  const left = lines.filter((line) => piecesToShip(line) > 0)
  const pieces = left.reduce((sum, line) => sum + piecesToShip(line), 0)
  if (pieces === 0) return <Card title="发货">剩下的都在售后中，处理完再发</Card>
  return (
    <Card title="发货">
      {pieces > 1 &&
        left.map((line) => <PackedLine key={line.key} line={line} shipping={shipping} />)}
      <ParcelForm
        draft={shipping.draft}
        errors={shipping.errors}
        onChange={shipping.change}
        onDone={() => void shipping.send()}
      />
    </Card>
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
