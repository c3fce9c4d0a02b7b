import { TO_SHIP_STATES } from '@core/domain/orders/order-groups'
import type { Day } from '@core/kernel/calendar'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { formatMoment } from '@/copy/dates'
import { useLoad } from '@/hooks/use-load'
import { useShownAgain } from '@/hooks/use-shown-again'
import { callAdmin } from '@/services/call'
import { go } from '@/services/route'
import './ship-reminder.scss'

/** Links to the orders that have to be shipped; nothing when there are none. */
export function ShipReminder({ today }: { today: Day }) {
  const waiting = useLoad(() => callAdmin('orders.list', { state: [...TO_SHIP_STATES] }), '')
  useShownAgain(() => void waiting.reload())
  const page = waiting.value
  if (!page || page.items.length === 0) return null
  const since = Math.min(...page.items.map((order) => order.paidAt ?? order.placedAt))
  return (
    <View className="ship-reminder">
      <View className="ship-reminder__words">
        <Text className="ship-reminder__title">
          {page.items.length}
          {page.next === null ? '' : ' 多'} 单等着发货
        </Text>
        <Text className="ship-reminder__note">
          {page.next === null ? '最早' : '其中最早'}一单 {formatMoment(since, today)} 付款
        </Text>
      </View>
      <Button kind="soft" size="small" onTap={go.staffOrders}>
        去发货
      </Button>
    </View>
  )
}
