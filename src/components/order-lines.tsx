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

/** A line of a placed order or of an order being checked out. */
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
  | 'prices'
>

type Props<L extends DisplayedLine> = {
  lines: readonly L[]
  /** The adjustments from which line prices and their tags follow. */
  adjustments: readonly Adjustment[]
  /** Known during checkout: which pieces of a line a promotion covers. */
  promotions?: readonly Promotion[]
  /** Extra information or actions below a line. */
  note?(line: L): ReactNode
  onOpen?(line: L): void
}

/** Lines of an order: goods with their services below them, then gifts. */
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
      prices={price.prices}
      {...(onOpen && { onTap: () => onOpen(line) })}
    >
      <LinePriceTags price={price} />
    </ItemRow>
  )
}

/** Tags for the adjustments that change a line's unit price. */
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

/** A paid service that belongs to the goods line above. */
export function ServiceRow({
  line,
}: {
  line: Pick<DisplayedLine, 'name' | 'unitFen' | 'quantity'>
}) {
  return (
    <View className="service-row">
      <Text className="service-row__name">{line.name}</Text>
      <Text className="service-row__fen">{`${formatAmount(line.unitFen)} ×${line.quantity}`}</Text>
    </View>
  )
}
