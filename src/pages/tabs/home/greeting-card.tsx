import type { ShownProgram } from '@core/contract/program'
import type { Greeting } from '@core/contract/storefront'
import { Text, View } from '@tarojs/components'
import { Button } from '@/components/button'
import { formatCount } from '@/copy/numbers'
import { earnCopy, missingCopy } from '@/copy/tiers'
import { useJoin } from '@/hooks/use-join'
import { go } from '@/services/route'
import { shop } from '@/stores/shop'

type Props = { greeting: Greeting | null; program: ShownProgram }

/** A member's points and next tier, or the invitation to join. */
export function GreetingCard({ greeting, program }: Props) {
  const join = useJoin(() => void shop.getState().loadHome())
  if (greeting?.isMember) return <MemberGreeting greeting={greeting} program={program} />
  return (
    <View className="greeting">
      <View className="greeting__words">
        <Text className="greeting__title">第一次来？先认识一下</Text>
        <Text className="greeting__note">{`加入会员，${earnCopy(program)}`}</Text>
      </View>
      <Button kind="soft" size="small" onTap={join.open}>
        加入会员
      </Button>
      {join.sheet}
    </View>
  )
}

function MemberGreeting({ greeting, program }: { greeting: Greeting; program: ShownProgram }) {
  const { nickname, points, ahead } = greeting
  return (
    <View className="greeting">
      <View className="greeting__words">
        <Text className="greeting__title">{`欢迎回来，${nickname}`}</Text>
        <Text className="greeting__note">
          {`${formatCount(points)} 积分 · ${ahead ? missingCopy(ahead, program) : '已是最高等级'}`}
        </Text>
      </View>
      <Button kind="soft" size="small" onTap={go.memberCenter}>
        会员中心
      </Button>
    </View>
  )
}
