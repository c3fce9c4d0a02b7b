import type { TodayView } from '@core/contract/workbench'
import { Text, View } from '@tarojs/components'
import { tappable } from '@/components/tappable'
import { formatAmount, formatCount } from '@/copy/numbers'
import { go } from '@/services/route'
import { changeCopy } from './today-copy'
import './today-figures.scss'

/** How the day goes: four figures, each with what it is measured by. */
export function TodayFigures({ today }: { today: TodayView }) {
  const { paid, paidYesterday, customers, refundsUnderWay } = today
  return (
    <View className="today">
      <Figure
        label="今天成交"
        value={formatAmount(paid.fen)}
        note={changeCopy(paid.fen, paidYesterday.fen)}
      />
      <Figure
        label="付款订单"
        value={`${formatCount(paid.orders)} 单`}
        note={`昨天此时 ${formatCount(paidYesterday.orders)} 单`}
      />
      <Figure label="来过的顾客" value={`${formatCount(customers)} 位`} note="只数同意记住的" />
      <Figure
        label="退款在路上"
        value={formatAmount(refundsUnderWay.fen)}
        note={
          refundsUnderWay.refunds > 0
            ? `${formatCount(refundsUnderWay.refunds)} 笔还没到账`
            : '都到账了'
        }
        onOpen={() => go.staffAfterSales('refunding')}
      />
    </View>
  )
}

type FigureProps = { label: string; value: string; note: string; onOpen?: () => void }

function Figure({ label, value, note, onOpen }: FigureProps) {
  const link = onOpen && { ...tappable(`${label} ${value}，${note}`, 'link'), onClick: onOpen }
  return (
    <View className="today__figure" {...link}>
      <Text className="today__label">{label}</Text>
      <Text className="today__value">{value}</Text>
      <Text className="today__note">{note}</Text>
    </View>
  )
}
