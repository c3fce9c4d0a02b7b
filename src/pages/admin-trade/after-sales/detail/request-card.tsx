import type { AfterSaleRow } from '@core/contract/after-sales'
import { Text } from '@tarojs/components'
import { Card, Row } from '@/components/card'
import { ItemRow } from '@/components/item-row'
import { Photos } from '@/components/photos'
import { SumRow } from '@/components/sum-row'
import { AFTER_SALE_KIND_COPY, AFTER_SALE_REASON_COPY } from '@/copy/after-sales'
import { showPictures } from '@/services/picture'
import { go } from '@/services/route'

/** The request of the customer: goods, reason, photos and amount. */
export function RequestCard({ afterSale }: { afterSale: AfterSaleRow }) {
  const { kind, lines, reason, words, pictures, memberName, memberId, orderId } = afterSale
  return (
    <Card title={AFTER_SALE_KIND_COPY[kind]}>
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

/** The refund; before a decision, its estimate. */
function Money({
  afterSale: { estimate, refundFen, deductionFen, state },
}: {
  afterSale: AfterSaleRow
}) {
  const total = estimate?.totalFen ?? refundFen
  const deduction = estimate?.deductionFen ?? deductionFen
  return (
    <>
      {estimate !== null && estimate.freightFen > 0 && (
        <SumRow label="其中运费" fen={estimate.freightFen} />
      )}
      {deduction > 0 && <SumRow label="赠品留在顾客手里，按价扣除" fen={-deduction} />}
      <SumRow label={state === 'done' ? '已退' : '退给顾客'} fen={total} isTotal />
      {estimate !== null && estimate.points > 0 && (
        <Row label="退回抵扣的积分" value={String(estimate.points)} />
      )}
      {estimate !== null && estimate.clawPoints > 0 && (
        <Row label="收回所得积分" value={String(estimate.clawPoints)} />
      )}
    </>
  )
}
