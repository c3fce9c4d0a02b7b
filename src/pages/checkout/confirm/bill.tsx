import { Text, View } from '@tarojs/components'
import type { QuoteView } from '@core/contract/orders'
import { Card } from '@/components/card'
import { SumRow } from '@/components/sum-row'
import { Tag } from '@/components/tag'
import { tappable } from '@/components/tappable'
import { useJoin } from '@/hooks/use-join'
import { useShop } from '@/stores/shop'
import { TIER_WORDS } from '@/words/lifecycle'
import { roundAmountWords } from '@/words/numbers'

type Props = { quote: QuoteView; onJoined(): void }

/** Every fen of the total explained, and what paying it brings. */
export function Bill({ quote, onJoined }: Props) {
  return (
    <Card>
      <SumRow name="商品" fen={quote.goodsFen} />
      <SumRow name="运费" why={freightWhy(quote)} fen={quote.freightFen} />
      <View className="bill__line" />
      {quote.isMember ? <Earns quote={quote} /> : <JoinFirst onJoined={onJoined} />}
    </Card>
  )
}

function freightWhy({ adjustments, freeFreightMissingFen }: QuoteView): string {
  const free = adjustments.find((one) => one.code === 'FREE_FREIGHT')
  return free
    ? `满 ${roundAmountWords(free.fromFen)} 包邮`
    : `再买 ${roundAmountWords(freeFreightMissingFen)} 包邮`
}

function Earns({ quote }: { quote: QuoteView }) {
  const { points, growth, tier } = quote.earns
  const tierNow = useShop((state) => state.me.value?.tier)
  const climbs = tierNow !== undefined && tierNow !== tier
  return (
    <View className="bill__earns">
      <Text>{`付款后得 ${points} 积分，成长值 +${growth}${climbs ? '，升至' : ''}`}</Text>
      {climbs && <Tag tone="gold">{TIER_WORDS[tier]}</Tag>}
    </View>
  )
}

function JoinFirst({ onJoined }: { onJoined(): void }) {
  const join = useJoin(onJoined)
  return (
    <View className="bill__earns">
      <Text>加入会员，这一单就得积分</Text>
      <View className="bill__join" {...tappable()} onClick={join.open}>
        加入
      </View>
      {join.sheet}
    </View>
  )
}
