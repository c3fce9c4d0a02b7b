import type { DifferenceView } from '@core/contract/reconciliation'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Tag } from '@/components/tag'
import { formatMoment } from '@/copy/dates'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { differenceCopy } from './difference-copy'

type Props = {
  difference: DifferenceView
  isBusy: boolean
  onSettle(): void
  onResolve(): void
}

/** A difference with its actions and its result. */
export function DifferenceRow({ difference, isBusy, onSettle, onResolve }: Props) {
  const { title, note } = differenceCopy(difference)
  const isOpen = difference.state === 'open'
  return (
    <View className="difference">
      <View className="difference__head">
        <Text className="difference__title">{title}</Text>
        {difference.state === 'settled' && <Tag tone="leaf">已记上</Tag>}
        {difference.state === 'resolved' && <Tag>已处理</Tag>}
      </View>
      <Text className="difference__note">{isOpen ? note : difference.note}</Text>
      <Text className="difference__note">
        {`${formatMoment(difference.at, today())} · 单号 ${difference.number}`}
      </Text>
      {isOpen && (
        <View className="difference__actions">
          <Button kind="quiet" size="small" onTap={() => go.staffOrder(difference.orderId)}>
            看订单
          </Button>
          <Button kind="quiet" size="small" onTap={onResolve}>
            已处理
          </Button>
          {difference.canSettle && (
            <Button kind="soft" size="small" busy={isBusy} onTap={onSettle}>
              查一查，记上
            </Button>
          )}
        </View>
      )}
    </View>
  )
}
