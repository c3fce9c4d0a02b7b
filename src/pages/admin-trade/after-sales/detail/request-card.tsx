import type { AfterSaleRow } from '@core/contract/staff-after-sales'
import { Text } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { ItemRow } from '@/components/item-row'
import { Photos } from '@/components/photos'
import { AFTER_SALE_KIND_COPY, AFTER_SALE_REASON_COPY } from '@/copy/after-sales'
import { formatMoment } from '@/copy/dates'
import { today } from '@/services/clock'
import { showPictures } from '@/services/picture'
import { go } from '@/services/route'
import { RefundMoney } from './refund-money'

type Props = { afterSale: AfterSaleRow }

/** The request of the customer: goods, reason, photos and amount. */
export function RequestCard({ afterSale }: Props) {
  const { kind, lines, reason, words, pictures, memberName, memberId, orderId } = afterSale
  const { changedAt } = afterSale
  return (
    <Card
      title={AFTER_SALE_KIND_COPY[kind]}
      {...(changedAt && { aside: `${formatMoment(changedAt, today())} 改过` })}
    >
      {lines.map((line) => (
        <ItemRow
          key={line.key}
          line={{ ...line, title: line.name || line.title }}
          prices={line.prices}
        />
      ))}
      {kind !== 'exchange' && <Money afterSale={afterSale} />}
      <Row label="原因" value={AFTER_SALE_REASON_COPY[reason]} />
      {words !== '' && (
        <Text className="deciding__said" selectable>
          {words}
        </Text>
      )}
      <Photos names={pictures} label="凭证" onOpen={(first) => showPictures(pictures, first)} />
      <Row label="顾客" value={memberName} onTap={() => go.staffMember(memberId)} />
      <Row label="订单" value="看订单" onTap={() => go.staffOrder(orderId)} />
    </Card>
  )
}

/** The amount of the refund, unless the card of the next action shows it. */
function Money({ afterSale: { estimate, refundFen, deductionFen, state } }: Props) {
  if (state === 'requested' || state === 'returning') return null
  if (estimate) return <RefundMoney label="退给顾客" {...estimate} />
  const label = state === 'done' ? '已退' : '退给顾客'
  return <RefundMoney label={label} totalFen={refundFen} deductionFen={deductionFen} />
}
