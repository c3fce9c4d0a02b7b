import type { Greeting } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { formatCount } from '@/copy/numbers'
import { missingCopy } from '@/copy/tiers'
import { useJoin } from '@/hooks/use-join'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'

type Props = { greeting: Greeting | null }

/** A member's points and next tier, or the invitation to join. */
export function GreetingCard({ greeting }: Props) {
  const join = useJoin(() => void shop.getState().loadHome())
  if (greeting?.isMember) return <MemberGreeting greeting={greeting} />
  return (
    <View className="greeting">
      <View className="greeting__words">
        <Text className="greeting__title">第一次来？先认识一下</Text>
        <Text className="greeting__note">加入会员，每花 1 元得 1 积分</Text>
      </View>
      <Button kind="soft" size="small" onTap={join.open}>
        加入会员
      </Button>
      {join.sheet}
    </View>
  )
}

function MemberGreeting({ greeting }: { greeting: Greeting }) {
  const { nickname, points, ahead } = greeting
  return (
    <View className="greeting">
      <View className="greeting__words">
        <Text className="greeting__title">{`欢迎回来，${nickname}`}</Text>
        <Text className="greeting__note">
          {`${formatCount(points)} 积分 · ${ahead ? missingCopy(ahead) : '已是最高等级'}`}
        </Text>
      </View>
      <Button kind="soft" size="small" onTap={go.memberCenter}>
        会员中心
      </Button>
    </View>
  )
}
