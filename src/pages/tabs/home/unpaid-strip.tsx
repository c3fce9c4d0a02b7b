import type { HomeView } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { formatAmount } from '@/copy/numbers'
import { Countdown } from '@/hooks/countdown'
import { go } from '@/services/route'

type Props = { unpaid: NonNullable<HomeView['unpaid']> }

/** The order that waits for payment, and how long it still does. */
export const UnpaidStrip = ({ unpaid: { orderId, totalFen, dueAt } }: Props) => (
  <View className="strip">
    <View className="strip__words">
      <Text className="strip__title">{`有一笔订单待付款 ${formatAmount(totalFen)}`}</Text>
      <View className="strip__note">
        <Text>还剩</Text>
        <Countdown until={dueAt} />
      </View>
    </View>
    <Button kind="soft" size="small" onTap={() => go.order(orderId)}>
      去付款
    </Button>
  </View>
)
