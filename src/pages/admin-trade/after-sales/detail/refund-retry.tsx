import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { callAdmin } from '@/services/call'
import type { ActionProps } from './action-props'
import { ErrorLine } from './error-line'
import { useAfterSaleAction } from './use-after-sale-action'

/** Retries a failed refund under the same number. */
export function RefundRetry(props: ActionProps) {
  const { id: afterSaleId } = props.afterSale
  const { isBusy, error, act } = useAfterSaleAction(props)
  return (
    <Card title="再退一次">
      <ErrorLine words={error} />
      <Button
        wide
        busy={isBusy}
        onTap={() =>
          void act(
            () => callAdmin('afterSales.retryRefund', { afterSaleId }),
            (now) => (now.state === 'done' ? '已退回' : '已重新提交'),
          )
        }
      >
        重试退款
      </Button>
    </Card>
  )
}
