import type { OrderCounts } from '@core/contract/account'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon, type IconName } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { go } from '@/services/route'

type Props = { counts: OrderCounts }

type Shortcut = { name: string; icon: IconName; open(): void }

const SHORTCUTS: Readonly<Record<keyof OrderCounts, Shortcut>> = {
  awaitingPayment: { name: '待付款', icon: 'wallet', open: () => go.orders('awaitingPayment') },
  paid: { name: '待发货', icon: 'box', open: () => go.orders('paid') },
  shipped: { name: '待收货', icon: 'truck', open: () => go.orders('shipped') },
  toReview: { name: '待评价', icon: 'comment', open: () => go.orders('toReview') },
  afterSales: { name: '退换/售后', icon: 'return', open: () => go.afterSales() },
}

/** More than this is not counted out: the badge stays round. */
const COUNT_SHOWN_MAX = 99

/** Orders by what they wait for, each with how many there are. */
export function OrderShortcuts({ counts }: Props) {
  return (
    <Card title="我的订单" aside="全部" onAside={() => go.orders()}>
      <View className="shortcuts">
        {(Object.keys(SHORTCUTS) as (keyof OrderCounts)[]).map((which) => {
          const { name, icon, open } = SHORTCUTS[which]
          const count = counts[which]
          return (
            <View
              key={which}
              className="shortcuts__item"
              {...tappable(count > 0 ? `${name} ${count}` : name, 'link')}
              onClick={open}
            >
              <View className="shortcuts__icon">
                <Icon name={icon} />
                {count > 0 && (
                  <Text className="shortcuts__count">
                    {count > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : String(count)}
                  </Text>
                )}
              </View>
              <Text className="shortcuts__name">{name}</Text>
            </View>
          )
        })}
      </View>
    </Card>
  )
}
