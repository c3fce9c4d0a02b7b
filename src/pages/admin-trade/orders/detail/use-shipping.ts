import type { StaffOrderView } from '@core/contract/orders'
import { type OrderLine, piecesToShip } from '@core/domain/orders/order'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import {
  normalizeParcel,
  type ParcelDraft,
  type ParcelErrors,
  parcelErrors,
  refusedFieldErrors,
} from '@/pages/admin/parcel'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'

/** A parcel that is being prepared; the form is kept until it is sent. */
export type Shipping = {
  draft: ParcelDraft
  errors: ParcelErrors
  /** Pieces in this parcel, by line; a line without an entry is sent whole. */
  pieces: Readonly<Record<string, number>>
  isBusy: boolean
  change(part: Partial<ParcelDraft>): void
  choose(key: string, quantity: number): void
  send(): Promise<void>
}

type Sender = {
  order: StaffOrderView
  onShipped(order: StaffOrderView): void
  /** The order has changed: another person was faster, or a response was lost. */
  onStale(): void
}

const EMPTY: ParcelDraft = { carrier: '', trackingNumber: '' }

/** The pieces of an order in a parcel: those selected, else all that are left. */
export const parcelLines = (
  lines: readonly OrderLine[],
  pieces: Readonly<Record<string, number>>,
): { key: string; quantity: number }[] =>
  lines.flatMap((line) => {
    const quantity = pieces[line.key] ?? piecesToShip(line)
    return piecesToShip(line) > 0 && quantity > 0 ? [{ key: line.key, quantity }] : []
  })

export function useShipping({ order, onShipped, onStale }: Sender): Shipping {
  const [draft, setDraft] = useState<ParcelDraft>(EMPTY)
  const [pieces, setPieces] = useState<Record<string, number>>({})
  const [errors, setErrors] = useState<ParcelErrors>({})
  const [isBusy, setBusy] = useState(false)

  const change = (part: Partial<ParcelDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setErrors({})
  }

  const send = async () => {
    const ready = normalizeParcel(draft)
    const lines = parcelLines(order.lines, pieces)
    const wrong = parcelErrors(ready)
    if (lines.length === 0) wrong.whole = '这个包裹里还没有东西'
    setErrors(wrong)
    if (isBusy || Object.keys(wrong).length > 0) return
    setBusy(true)
    const answer = await callAdmin('orders.ship', { orderId: order.id, ...ready, lines })
    setBusy(false)
    if (answer.ok) {
      setDraft({ ...EMPTY, carrier: ready.carrier })
      setPieces({})
      toast('已发货')
      return onShipped(answer.value)
    }
    switch (answer.error.code) {
      case 'WRONG_STATE':
      case 'PARCEL_MISMATCH':
        toast('这单的状态已经变了')
        return onStale()
      case 'TOO_MANY_PARCELS':
        return setErrors({ whole: `一单最多 ${answer.error.max} 个包裹` })
      default:
        setErrors(refusedFieldErrors(answer.error) ?? { whole: failureLine(answer.error) })
    }
  }

  return {
    draft,
    errors,
    pieces,
    isBusy,
    change,
    choose: (key, quantity) => setPieces((before) => ({ ...before, [key]: quantity })),
    send,
  }
}
