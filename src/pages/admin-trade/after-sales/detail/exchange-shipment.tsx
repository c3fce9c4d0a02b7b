import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { normalizeParcel, type ParcelErrors, parcelErrors } from '@/pages/admin/parcel'
import { ParcelForm } from '@/pages/admin/parcel-form'
import { callAdmin } from '@/services/call'
import type { ActionProps } from './action-props'
import { ErrorLine } from './error-line'
import { useAfterSaleAction } from './use-after-sale-action'

/** Ships the replacement, or refunds instead. */
export function ExchangeShipment(props: ActionProps) {
  const { id: afterSaleId } = props.afterSale
  const [draft, setDraft] = useState({ carrier: '', trackingNumber: '' })
  const [errors, setErrors] = useState<ParcelErrors>({})
  const { isBusy, error, act } = useAfterSaleAction(props)

  const send = async () => {
    const ready = normalizeParcel(draft)
    const wrong = parcelErrors(ready)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    await act(
      () => callAdmin('afterSales.sendAgain', { afterSaleId, ...ready }),
      () => '已换发',
    )
  }

  return (
    <Card title="换发新的">
      <ParcelForm
        draft={draft}
        errors={errors}
        onChange={(part) => {
          setDraft((before) => ({ ...before, ...part }))
          setErrors({})
        }}
        onDone={() => void send()}
      />
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
