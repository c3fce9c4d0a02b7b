import { PROMOTION_KINDS, type PromotionKind } from '@core/domain/promotions/promotion'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { tappable } from '@/components/tappable'
import { PROMOTION_KIND_COPY } from '@/copy/promotion-kinds'

/** The kinds of promotion, each with what it can be used for. */
export function KindSheet({ onChoose }: { onChoose(kind: PromotionKind): void }) {
  return (
    <>
      {PROMOTION_KINDS.map((kind) => {
        const { name, note } = PROMOTION_KIND_COPY[kind]
        return (
          <View key={kind} className="kind-row" {...tappable(name)} onClick={() => onChoose(kind)}>
            <View className="kind-row__words">
              <Text className="kind-row__name">{name}</Text>
              <Text className="kind-row__note">{note}</Text>
            </View>
            <Icon name="next" />
          </View>
        )
      })}
    </>
  )
}
