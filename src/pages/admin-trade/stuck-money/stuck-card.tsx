import type { StuckRow } from '@core/contract/reconciliation'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { formatMoment } from '@/copy/dates'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { ACT_COPY, stuckCopy, stuckReason } from './stuck-copy'

type Props = {
  row: StuckRow
  isBusy: boolean
  onAsk(): void
  onRefundAgain(): void
  onSettle(): void
}

/** Stuck money: what it is, why, what to do, and the acts. */
export function StuckCard({ row, isBusy, onAsk, onRefundAgain, onSettle }: Props) {
  const { title, note } = stuckCopy(row)
  const reason = stuckReason(row)
  const { orderId, afterSaleId, acts } = row
  return (
    <View className="stuck-card">
      <Text className="stuck-card__title">{title}</Text>
      <Text className="stuck-card__note">{note}</Text>
      {reason !== '' && <Text className="stuck-card__note">{`原因：${reason}`}</Text>}
      <Text className="stuck-card__note">
        {`${formatMoment(row.at, today())} 起 · 订单 ${orderId}`}
      </Text>
      <View className="stuck-card__acts">
        <Button
          kind="quiet"
          size="small"
          onTap={() =>
            afterSaleId === null ? go.staffOrder(orderId) : go.staffAfterSale(afterSaleId)
          }
        >
          {afterSaleId === null ? '看订单' : '看售后'}
        </Button>
        {acts.includes('settle') && (
          <Button kind="quiet" size="small" onTap={onSettle}>
            {ACT_COPY.settle}
          </Button>
        )}
        {acts.includes('ask') && (
          <Button kind="soft" size="small" busy={isBusy} onTap={onAsk}>
            {ACT_COPY.ask}
          </Button>
        )}
        {acts.includes('refundAgain') && (
          <Button kind="soft" size="small" busy={isBusy} onTap={onRefundAgain}>
            {ACT_COPY.refundAgain}
          </Button>
        )}
      </View>
    </View>
  )
}
