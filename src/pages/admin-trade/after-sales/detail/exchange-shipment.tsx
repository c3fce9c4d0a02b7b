import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ParcelForm } from '@/components/parcel-form'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { useParcel } from '@/hooks/use-parcel'
import { callAdmin } from '@/services/call'
import { rememberCarrier } from '@/services/last-shipping'
import type { ActionProps } from './action-props'
import { ErrorLine } from './error-line'
import { useAfterSaleAction } from './use-after-sale-action'

/** Ships the replacement, or refunds instead. */
export function ExchangeShipment(props: ActionProps) {
  const { id: afterSaleId } = props.afterSale
  const parcel = useParcel()
  useLeaveQuestion(parcel.draft.trackingNumber !== '')
  const { isBusy, error, act } = useAfterSaleAction(props)

  const send = async () => {
    const ready = parcel.checked()
    if (!ready) return
    rememberCarrier(ready.carrier)
    await act(
      () => callAdmin('afterSales.sendAgain', { afterSaleId, ...ready }),
      () => '已换发',
    )
  }

  return (
    <Card title="换发新的">
      <ParcelForm parcel={parcel} onDone={() => void send()} />
      <ErrorLine words={error} />
      <Button wide busy={isBusy} onTap={() => void send()}>
        换发
      </Button>
      <Button
        kind="quiet"
        onTap={() =>
          void act(
            () => callAdmin('afterSales.refundInstead', { afterSaleId }),
            () => '改为退款，钱正在退',
          )
        }
      >
        没有货了，改为退款
      </Button>
    </Card>
  )
}
