import { Card, Row } from '@/components/card'
import { CANCEL_REASON_COPY } from '@/copy/orders'
import { useLoad } from '@/hooks/use-load'
import { callAdmin } from '@/services/call'

/** Why customers cancelled lately, the most frequent reason first; nothing before anybody has. */
export function CancelReasons() {
  const { value } = useLoad(() => callAdmin('orders.cancelReasons', {}), '')
  if (!value || value.reasons.length === 0) return null
  return (
    <Card title="顾客为什么取消" aside={`近 ${value.days} 天`}>
      {value.reasons.map(({ reason, orders }) => (
        <Row key={reason} label={CANCEL_REASON_COPY[reason]} value={`${orders} 单`} />
      ))}
    </Card>
  )
}
