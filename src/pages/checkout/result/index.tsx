import type { OrderView } from '@core/contract/orders'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { Icon } from '@/components/icon'
import { PageShell } from '@/components/page-shell'
import { Price } from '@/components/price'
import { NEXT_STEP_COPY } from '@/copy/orders'
import { POINTS_ARRIVAL } from '@/copy/points'
import { go } from '@/services/route'
import { useSettledOrder } from './use-settled-order'
import './index.scss'

/** The page after the cashier; the cloud confirms the payment, not the phone. */
export default function Result() {
  const { id = '' } = useRouter().params
  const { status, order, error, retry } = useSettledOrder(id)
  return (
    <PageShell title="付款结果">
      {status === 'waiting' && <Waiting isLate={false} onRetry={retry} id={id} />}
      {status === 'late' && <Waiting isLate onRetry={retry} id={id} />}
      {status === 'failed' && error && <Failure of="个订单" error={error} onRetry={retry} />}
      {status === 'settled' && order && <Settled order={order} />}
    </PageShell>
  )
}

function Waiting({ isLate, id, onRetry }: { isLate: boolean; id: string; onRetry(): void }) {
  return (
    <View className="result" aria-busy={!isLate}>
      <Text className="result__title">{isLate ? '微信还没有告诉我们结果' : '正在确认付款…'}</Text>
      <Text className="result__note">
        {isLate ? '钱若已付出，稍后会自动到账；没有付出就不会扣' : '通常一两秒就好'}
      </Text>
      {isLate && (
        <View className="result__ways">
          <Button kind="soft" onTap={onRetry}>
            再看一次
          </Button>
          <Button kind="quiet" onTap={() => go.replaceWithOrder(id)}>
            去订单页
          </Button>
        </View>
      )}
    </View>
  )
}

function Settled({ order }: { order: OrderView }) {
  const { points, growth } = order.earns
  const isFree = order.totalFen === 0
  return (
    <View className="result">
      <View className="result__sign">
        <Icon name="check" />
      </View>
      <Text className="result__title">{isFree ? '下单成功，无需付款' : '付款成功'}</Text>
      <Price fen={order.totalFen} size="large" />
      <Text className="result__note">{NEXT_STEP_COPY[order.nextStep]}</Text>
      {points > 0 && (
        <Text className="result__note">
          {`得 ${points} 积分，${POINTS_ARRIVAL} · 成长值 +${growth}`}
        </Text>
      )}
      <View className="result__ways">
        <Button onTap={() => go.replaceWithOrder(order.id)}>查看订单</Button>
        <Button kind="quiet" onTap={() => go.tab('home')}>
          回首页
        </Button>
      </View>
    </View>
  )
}
