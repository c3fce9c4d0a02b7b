import type { OrderLine } from '@core/domain/orders/order'
import type { PiecesAtPrice } from '@core/domain/pricing/quote-types'
import type { Fen } from '@core/kernel/money'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { formatAmount, piecesCopy } from '@/copy/numbers'
import { Picture } from './picture'
import './item-row.scss'

type Props = {
  line: Pick<OrderLine, 'title' | 'spec' | 'picture' | 'unitFen' | 'quantity'> &
    Partial<Pick<OrderLine, 'fields'>>
  /** List price, struck through when it is higher. */
  listFen?: Fen
  /** What the pieces cost when that is not the unit price of them all. */
  prices?: readonly PiecesAtPrice[]
  /** Extra information such as tags. */
  children?: ReactNode
  onTap?(): void
}

/** A line of an order: title, specification, quantity, unit price, custom fields. */
export function ItemRow({ line, listFen, prices, children, onTap }: Props) {
  const { title, spec, picture, unitFen, quantity, fields = [] } = line
  const costs = prices ?? [{ quantity, fen: unitFen }]
  const lowest = costs[0]?.fen ?? unitFen
  return (
    <View className="item-row" onClick={onTap}>
      <Picture name={picture} alt="" frame="thumb" />
      <View className="item-row__words">
        <Text className="item-row__title">{title}</Text>
        <View className="item-row__note">
          {spec !== '' && <Text className="item-row__spec">{spec}</Text>}
          {children}
        </View>
        {fields.length > 0 && <Text className="item-row__fields">{fieldsCopy(fields)}</Text>}
      </View>
      <View className="item-row__price">
        <Text className="item-row__unit">{piecesCopy(costs)}</Text>
        {costs.length === 1 && listFen !== undefined && listFen > lowest && (
          <Text className="item-row__list">{formatAmount(listFen)}</Text>
        )}
        <Text className="item-row__count">{`×${quantity}`}</Text>
      </View>
    </View>
  )
}

const fieldsCopy = (fields: OrderLine['fields']): string =>
  fields.map(({ label, value }) => `${label}：${value}`).join('，')
