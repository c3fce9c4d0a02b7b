import type { OrderLine } from '@core/domain/orders/order'
import { type LinePrice, linePrice } from '@core/domain/pricing/line-price'
import type { Adjustment } from '@core/domain/pricing/quote-types'
import type { Promotion } from '@core/domain/promotions/promotion'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { formatAmount } from '@/copy/numbers'
import { ADJUSTMENT_COPY } from '@/copy/promotions'
import { ItemRow } from './item-row'
import { Tag } from './tag'
import './order-lines.scss'

/** A line with its words: of an order, or of one that is being made. */
export type DisplayedLine = Pick<
  OrderLine,
  | 'key'
  | 'kind'
  | 'parentKey'
  | 'skuId'
  | 'productId'
  | 'title'
  | 'spec'
  | 'picture'
  | 'name'
  | 'fields'
  | 'unitFen'
  | 'quantity'
>

type Props<L extends DisplayedLine> = {
  lines: readonly L[]
  /** Why the prices are what they are. */
  adjustments: readonly Adjustment[]
  /** Known while the order is being made: tells which pieces of a line an activity reaches. */
  promotions?: readonly Promotion[]
  /** Something to know about a line, or to do with it. */
  note?(line: L): ReactNode
  onOpen?(line: L): void
}

/** Lines of an order: goods with their services below them, then what is given along. */
export function OrderLines<L extends DisplayedLine>(props: Props<L>) {
  const { lines, onOpen } = props
  return (
    <>
      {lines
        .filter((line) => line.kind === 'goods')
        .map((line) => (
          <View key={line.key} className="order-line">
            <GoodsLine line={line} {...props} />
            {lines
              .filter(({ kind, parentKey }) => kind === 'service' && parentKey === line.key)
              .map((service) => (
                <ServiceRow key={service.key} line={service} />
              ))}
            {props.note?.(line)}
          </View>
        ))}
      {lines
        .filter((line) => line.kind === 'gift')
        .map((line) => (
          <ItemRow key={line.key} line={line} {...(onOpen && { onTap: () => onOpen(line) })}>
            <Tag tone="leaf">赠品</Tag>
          </ItemRow>
        ))}
    </>
  )
}

function GoodsLine<L extends DisplayedLine>({
  line,
  adjustments,
  promotions: promotions,
  onOpen,
}: Props<L> & { line: L }) {
  const price = linePrice(line, adjustments, promotions)
  return (
    <ItemRow
      line={{ ...line, unitFen: price.unitFen }}
      listFen={price.listFen}
      {...(onOpen && { onTap: () => onOpen(line) })}
    >
      <LinePriceTags price={price} />
    </ItemRow>
  )
}

/** Why a piece does not cost what it is listed at. */
export function LinePriceTags({ price: { codes, some } }: { price: LinePrice }) {
  return (
    <>
      {codes.map((code) => (
        <Tag key={code} tone={code === 'TIER_PRICE' ? 'gold' : 'price'}>
          {code === 'TIME_PRICE' && some
            ? `${some.quantity} 件限时价 ${formatAmount(some.fen)}`
            : ADJUSTMENT_COPY[code]}
        </Tag>
      ))}
    </>
  )
}

/** Something done to the goods above it, for a price of its own. */
export function ServiceRow({ line }: { line: Pick<DisplayedLine, 'name' | 'unitFen' | 'quantity'> }) {
  return (
    <View className="service-row">
      <Text className="service-row__name">{line.name}</Text>
      <Text className="service-row__fen">{`${formatAmount(line.unitFen)} ×${line.quantity}`}</Text>
    </View>
  )
}
