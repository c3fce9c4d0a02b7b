import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import type { OrderLine } from '@core/domain/order'
import { amountWords } from '@/words/numbers'
import { Picture } from './picture'
import './item-row.scss'

type Props = {
  line: Pick<OrderLine, 'title' | 'spec' | 'picture' | 'unitFen' | 'quantity'>
  /** Something to know about the line, such as that too few are left. */
  children?: ReactNode
  onTap?(): void
}

/** A line of an order: what, which, how many, for how much each. */
export function ItemRow({ line, children, onTap }: Props) {
  const { title, spec, picture, unitFen, quantity } = line
  return (
    <View className="item-row" onClick={onTap}>
      <Picture name={picture} alt="" frame="thumb" />
      <View className="item-row__words">
        <Text className="item-row__title">{title}</Text>
        <View className="item-row__note">
          <Text className="item-row__spec">{spec}</Text>
          {children}
        </View>
      </View>
      <View className="item-row__price">
        <Text className="item-row__unit">{amountWords(unitFen)}</Text>
        <Text className="item-row__count">{`×${quantity}`}</Text>
      </View>
    </View>
  )
}
