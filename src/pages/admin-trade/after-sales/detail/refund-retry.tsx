import { Text } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { callAdmin } from '@/services/call'
import type { ActProps } from './action-props'
import { useAct } from './use-after-sale-action'

/** Money that could not be sent is sent once more, under the same number. */
export function RetryRefund(props: ActProps) {
  const { id: afterSaleId } = props.afterSale
  const { isBusy, fault, act } = useAct(props)
  return (
    <Card title="再退一次">
      {fault !== undefined && <Text className="deciding__fault">{fault}</Text>}
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
