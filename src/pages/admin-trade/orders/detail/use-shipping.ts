import type { StaffOrderView } from '@core/contract/orders'
import { type OrderLine, unshippedPieces } from '@core/domain/orders/order'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import {
  type ParcelDraft,
  type ParcelErrors,
  parcelErrors,
  refusedField,
  tidied,
} from '@/pages/admin/parcel'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'

/** A parcel about to be sent; what was typed stays until the shop has it. */
export type Shipping = {
  draft: ParcelDraft
  faults: ParcelErrors
  /** Pieces that go into this parcel, by line; a line that is not in it goes whole. */
  pieces: Readonly<Record<string, number>>
  isBusy: boolean
  change(part: Partial<ParcelDraft>): void
  choose(key: string, quantity: number): void
  send(): Promise<void>
}

type Sender = {
  order: StaffOrderView
  onShipped(order: StaffOrderView): void
  /** The order is not what this page shows: somebody else was faster, or an answer was lost. */
  onStale(): void
}

const EMPTY: ParcelDraft = { carrier: '', trackingNumber: '' }

/** The pieces of an order that go into a parcel: what was chosen, else all that is left. */
export const parcelLines = (
  lines: readonly OrderLine[],
  pieces: Readonly<Record<string, number>>,
): { key: string; quantity: number }[] =>
  lines.flatMap((line) => {
    const quantity = pieces[line.key] ?? unshippedPieces(line)
    return unshippedPieces(line) > 0 && quantity > 0 ? [{ key: line.key, quantity }] : []
  })

/** Keeps a parcel's draft and sends it. */
export function useShipping({ order, onShipped, onStale }: Sender): Shipping {
  const [draft, setDraft] = useState<ParcelDraft>(EMPTY)
  const [pieces, setPieces] = useState<Record<string, number>>({})
  const [faults, setFaults] = useState<ParcelErrors>({})
  const [isBusy, setBusy] = useState(false)

  const change = (part: Partial<ParcelDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setFaults({})
  }

  const send = async () => {
    const ready = tidied(draft)
    const lines = parcelLines(order.lines, pieces)
    const wrong = parcelErrors(ready)
    if (lines.length === 0) wrong.whole = '这个包裹里还没有东西'
    setFaults(wrong)
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
        return setFaults({ whole: `一单最多 ${answer.error.max} 个包裹` })
      default:
        setFaults(refusedField(answer.error) ?? { whole: failureLine(answer.error) })
    }
  }

  return {
    draft,
    faults,
    pieces,
    isBusy,
    change,
    choose: (key, quantity) => setPieces((before) => ({ ...before, [key]: quantity })),
    send,
  }
}
