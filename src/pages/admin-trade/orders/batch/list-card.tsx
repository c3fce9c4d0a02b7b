import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { TextArea } from '@/components/text-area'
import { LIST_LINES_MAX, type ListRow, type ShippingList } from './use-shipping-list'

/** Characters of a list: its lines with an order number, a carrier and a tracking number each. */
const TEXT_MAX = LIST_LINES_MAX * 120

/** The pasted list, and what becomes of each line before it is sent and after. */
export function ListCard({ list }: { list: ShippingList }) {
  const { rows } = list
  const ready = rows?.filter((row) => row.state === 'ready').length ?? 0
  return (
    <Card title="贴上单号，一起发">
      <Text className="batch__lead">一行一单：订单号，快递，单号。认得出的快递可以不写</Text>
      <TextArea
        label="订单号，快递，单号"
        value={list.text}
        max={TEXT_MAX}
        placeholder={'订单号，顺丰，SF1234567890123\n订单号，YT1234567890123'}
        error={list.error}
        onChange={list.setText}
      />
      {rows?.map((row) => (
        <ResultRow key={row.line} row={row} />
      ))}
      {ready > 0 ? (
        <Button wide busy={list.isBusy} onTap={() => void list.send()}>
          {`发出 ${ready} 单`}
        </Button>
      ) : (
        <Button kind="soft" wide busy={list.isBusy} onTap={() => void list.check()}>
          核对
        </Button>
      )}
    </Card>
  )
}

const ResultRow = ({ row }: { row: ListRow }) => (
  <View className={`batch__row batch__row--${row.state}`}>
    <Text className="batch__line">{`第 ${row.line} 行 ${summaryOf(row)}`}</Text>
    <Text className="batch__words">{row.words}</Text>
  </View>
)

const summaryOf = ({ parcel, text }: ListRow): string =>
  parcel ? `${parcel.carrier} ${parcel.trackingNumber}` : text
