import type { AfterSaleView } from '@core/contract/after-sales'
import { Text, View } from '@tarojs/components'
import { AfterSaleTag } from '@/components/after-sale-tag'
import { ItemRow } from '@/components/item-row'
import { tappable } from '@/components/tappable'
import { AFTER_SALE_KIND_COPY, afterSaleStepCopy } from '@/copy/after-sales'
import { formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { today } from '@/services/clock'
import { go } from '@/services/route'

/** Lines shown per after-sale; the rest are only counted. */
const LINES_SHOWN = 2

/** An after-sale in the list: lines, amount, next step. */
export function AfterSaleCard({ afterSale }: { afterSale: AfterSaleView }) {
  const { id, kind, state, lines, refundFen, requestedAt } = afterSale
  const pieces = lines.reduce((sum, line) => sum + line.quantity, 0)
  const money = kind === 'exchange' ? '' : `，退 ${formatAmount(refundFen)}`
  return (
    <View
      className="card after-sale-card"
      {...tappable(undefined, 'link')}
      onClick={() => go.afterSale(id)}
    >
      <View className="after-sale-card__head">
        <Text>{`${AFTER_SALE_KIND_COPY[kind]} · ${formatMoment(requestedAt, today())}`}</Text>
        <AfterSaleTag state={state} />
      </View>
      {lines.slice(0, LINES_SHOWN).map((line) => (
        <ItemRow
          key={line.key}
          line={{ ...line, title: line.name || line.title }}
          prices={line.prices}
        />
      ))}
      <Text className="after-sale-card__sum">{`共 ${pieces} 件${money}`}</Text>
      <Text className="after-sale-card__next">{afterSaleStepCopy(afterSale)}</Text>
    </View>
  )
}
