import type { ShownProgram } from '@core/contract/program'
import { Text, View } from '@tarojs/components'
import { earnBothCopy, firstStepCopy } from '@/copy/tiers'
import { Button } from './button'
import { Sheet } from './sheet'
import { tappable } from './tappable'
import './join-sheet.scss'

type Props = {
  isOpen: boolean
  isBusy: boolean
  /** `null` until the cloud has answered. */
  program: ShownProgram | null
  /** `withInsight` also consents to recording views and searches for recommendations. */
  onJoin(withInsight: boolean): void
  onPrivacy(): void
  onClose(): void
}

/** Two ways to join, with what each consents to stated above the buttons. */
export function JoinSheet({ isOpen, isBusy, program, onJoin, onPrivacy, onClose }: Props) {
  return (
    <Sheet isOpen={isOpen} title="加入山野会员" onClose={onClose}>
      <View className="join">
        <Benefit title="积分与等级" note={earningNote(program)} />
        <Benefit title="不收会费" note="不加入也能看、能买，一件都不少" />
        <Benefit
          title="两种加入方式"
          note="「同意并加入」会记录你浏览和搜索的商品，用来推荐和关怀；「仅加入会员」只记订单与积分"
        />
        <View className="join__privacy" {...tappable('隐私说明', 'link')} onClick={onPrivacy}>
          加入即同意《会员与隐私说明》
        </View>
        <View className="join__choices">
          <Button busy={isBusy} onTap={() => onJoin(true)}>
            同意并加入
          </Button>
          <Button kind="soft" disabled={isBusy} onTap={() => onJoin(false)}>
            仅加入会员
          </Button>
        </View>
      </View>
    </Sheet>
  )
}

const earningNote = (program: ShownProgram | null): string =>
  program ? earnBothCopy(program) + firstStepCopy(program) : '消费得积分和成长值'

function Benefit({ title, note }: { title: string; note: string }) {
  return (
    <View className="join__gain">
      <Text className="join__title">{title}</Text>
      <Text className="join__note">{note}</Text>
    </View>
  )
}
