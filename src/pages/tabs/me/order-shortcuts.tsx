import type { MeView } from '@core/contract/account'
import { Text, View } from '@tarojs/components'
import { Card } from '@/components/card'
import { tappable } from '@/components/tappable'
import { ORDER_STATE_COPY } from '@/copy/orders'
import { go } from '@/services/route'

type Props = { counts: MeView['orders'] }

const STATES = ['awaitingPayment', 'paid', 'shipped'] as const

/** Links to orders that need attention, with counts. */
export function OrderShortcuts({ counts }: Props) {
  return (
    <Card title="我的订单" aside="全部" onAside={() => go.orders()}>
      <View className="shortcuts">
        {STATES.map((state) => (
          <View
            key={state}
            className="shortcuts__item"
            {...tappable(undefined, 'link')}
            onClick={() => go.orders(state)}
          >
            <Text className={counts[state] > 0 ? 'shortcuts__count' : 'shortcuts__none'}>
              {String(counts[state])}
            </Text>
            <Text className="shortcuts__name">{ORDER_STATE_COPY[state]}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}
