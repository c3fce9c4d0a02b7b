import { PROMOTION_KINDS, type Promotion } from '@core/domain/promotions/promotion'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { KIND_COPY } from '@/copy/promotions'

const NOTES = {
  timePrice: '限时折扣、秒杀：这段时间一个价，可限量、限每人几件',
  bundle: '几件一起买，一个价',
  nthPiece: '买一送一、第二件半价',
  tierPrice: '按等级打折，或单独定价',
  spendOff: '满多少减多少，可分几档',
  gift: '满多少送一件，也可以让顾客选体验装',
  freeFreight: '满多少包邮，可只对几个省',
} as const satisfies Record<Promotion['kind'], string>

/** The kinds of activity, each with what it does. */
export function KindSheet({ onChoose }: { onChoose(kind: Promotion['kind']): void }) {
  return (
    <>
      {PROMOTION_KINDS.map((kind) => (
        <View
          key={kind}
          className="kind-row"
          {...tappable(KIND_COPY[kind])}
          onClick={() => onChoose(kind)}
        >
          <View className="kind-row__words">
            <Text className="kind-row__name">{KIND_COPY[kind]}</Text>
            <Text className="kind-row__note">{NOTES[kind]}</Text>
          </View>
          <Icon name="next" />
        </View>
      ))}
    </>
  )
}
