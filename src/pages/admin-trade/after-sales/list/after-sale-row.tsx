import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { AfterSaleTag } from '@/components/after-sale-tag'
import { ItemRow } from '@/components/item-row'
import { tappable } from '@/components/tappable'
import { AFTER_SALE_KIND_COPY, AFTER_SALE_REASON_COPY } from '@/copy/after-sales'
import { formatMoment } from '@/copy/dates'
import { formatAmount } from '@/copy/numbers'
import { timeLeftCopy } from '@/copy/orders'
import { now, today } from '@/services/clock'
import { go } from '@/services/route'

/** Lines shown in the list; the page of the after-sale shows all. */
const LINES_SHOWN = 2

/** An after-sale in the list, with its amount and its deadline. */
export const AfterSaleRowCard = memo(function AfterSaleRowCard({
  afterSale,
}: {
  afterSale: AfterSaleRow
}) {
  const { id, kind, state, memberName, requestedAt, lines, reason } = afterSale
  return (
    <View
      className="card staff-after-sale"
      {...tappable(`${memberName} ${AFTER_SALE_KIND_COPY[kind]}`, 'link')}
      onClick={() => go.staffAfterSale(id)}
    >
      <View className="staff-after-sale__head">
        <Text>{`${memberName} · ${formatMoment(requestedAt, today())}`}</Text>
        <AfterSaleTag state={state} forStaff />
      </View>
      {lines.slice(0, LINES_SHOWN).map((line) => (
        <ItemRow
          key={line.key}
          line={{ ...line, title: line.name || line.title }}
          prices={line.prices}
        />
      ))}
      <View className="staff-after-sale__foot">
        <Text>{`${AFTER_SALE_KIND_COPY[kind]} · ${AFTER_SALE_REASON_COPY[reason]}`}</Text>
        <Text className="staff-after-sale__sum">{sumCopy(afterSale)}</Text>
      </View>
      <Due afterSale={afterSale} />
    </View>
  )
})

function sumCopy({ kind, estimate, refundFen }: AfterSaleRow): string {
  return kind === 'exchange' ? '' : `退 ${formatAmount(estimate?.totalFen ?? refundFen)}`
}

function Due({ afterSale: { state, dueAt, isLate } }: { afterSale: AfterSaleRow }) {
  if (dueAt === null || (state !== 'requested' && state !== 'returning')) return null
  if (isLate) return <Text className="staff-after-sale__late">已经超时，先处理它</Text>
  return (
    <Text className="staff-after-sale__head">{`还有 ${timeLeftCopy(dueAt, now())}要处理`}</Text>
  )
}
