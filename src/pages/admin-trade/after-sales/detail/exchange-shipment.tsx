import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { type ParcelErrors, parcelErrors, tidied } from '@/pages/admin/parcel'
import { ParcelForm } from '@/pages/admin/parcel-form'
import { callAdmin } from '@/services/call'
import type { ActProps } from './action-props'
import { useAct } from './use-after-sale-action'

/** Another piece goes to the customer: by whom, under what number. */
export function SendAgain(props: ActProps) {
  const { id: afterSaleId } = props.afterSale
  const [draft, setDraft] = useState({ carrier: '', trackingNumber: '' })
  const [faults, setFaults] = useState<ParcelErrors>({})
  const { isBusy, fault, act } = useAct(props)

  const send = async () => {
    const ready = tidied(draft)
    const wrong = parcelErrors(ready)
    setFaults(wrong)
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
        faults={faults}
        onChange={(part) => {
          setDraft((before) => ({ ...before, ...part }))
          setFaults({})
        }}
        onDone={() => void send()}
      />
      {fault !== undefined && <Text className="deciding__fault">{fault}</Text>}
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
