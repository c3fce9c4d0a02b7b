import { useState } from 'react'
import type { StaffOrderView } from '@core/contract/admin'
import { callAdmin } from '@/services/call'
import { notice } from '@/services/notice'
import { failureLine } from '@/words/failures'
import {
  refusedField,
  shipmentFaults,
  tidied,
  type ShipmentDraft,
  type ShipmentFaults,
} from './shipment'

/** A parcel about to be sent; what was typed stays until the shop has it. */
export type Shipping = {
  draft: ShipmentDraft
  faults: ShipmentFaults
  isBusy: boolean
  change: (part: Partial<ShipmentDraft>) => void
  send: () => Promise<void>
}

type Sender = {
  orderId: string
  onShipped: (order: StaffOrderView) => void
  /** The order is not what this page shows: somebody else was faster, or an answer was lost. */
  onStale: () => void
}

/** Keeps a parcel's draft and sends it. */
export function useShipping({ orderId, onShipped, onStale }: Sender): Shipping {
  const [draft, setDraft] = useState<ShipmentDraft>({ carrier: '', trackingNumber: '' })
  const [faults, setFaults] = useState<ShipmentFaults>({})
  const [isBusy, setBusy] = useState(false)

  const change = (part: Partial<ShipmentDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults({})
  }

  const send = async () => {
    const ready = tidied(draft)
    const wrong = shipmentFaults(ready)
    setFaults(wrong)
    if (isBusy || Object.keys(wrong).length > 0) return
    setBusy(true)
    const answer = await callAdmin('orders.ship', { orderId, ...ready })
    setBusy(false)
    if (answer.ok) {
      notice('已发货')
      return onShipped(answer.value)
    }
    if (answer.error.code === 'WRONG_STATE') {
      notice('这单的状态已经变了')
      return onStale()
    }
    setFaults(refusedField(answer.error) ?? { whole: failureLine(answer.error) })
  }

  return { draft, faults, isBusy, change, send }
}
