import type { StaffOrderView } from '@core/contract/orders'
import { type OrderLine, type OtherWay, piecesToShip } from '@core/domain/orders/order'
import { useState } from 'react'
import { failureLine } from '@/copy/failures'
import { refusedFieldErrors } from '@/copy/parcels'
import { type ParcelState, useParcel } from '@/hooks/use-parcel'
import { callAdmin } from '@/services/call'
import { rememberNote, usedNote } from '@/services/last-shipping'
import { toast } from '@/services/toast'

/** How an order is sent: in a parcel, or another way. */
export type Way = 'express' | OtherWay

/** What is being prepared; the form is kept until it is sent. */
export type Shipping = {
  way: Way
  parcel: ParcelState
  /** Of another way: who brings it, or where it can be picked up. */
  note: string
  /** Pieces in this parcel, by line; a line without an entry is sent whole. */
  pieces: Readonly<Record<string, number>>
  isBusy: boolean
  setWay(way: Way): void
  setNote(note: string): void
  choose(key: string, quantity: number): void
  send(): Promise<void>
}

type Sender = {
  order: StaffOrderView
  onShipped(order: StaffOrderView): void
  /** The order has changed: another person was faster, or a response was lost. */
  onStale(): void
}

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
  const parcel = useParcel()
  const [way, setWay] = useState<Way>('express')
  const [note, setNote] = useState('')
  const [pieces, setPieces] = useState<Record<string, number>>({})
  const [isBusy, setBusy] = useState(false)

  const failed = (error: Refusal) => {
    switch (error.code) {
      case 'WRONG_STATE':
      case 'PARCEL_MISMATCH':
        toast('这单的状态已经变了')
        return onStale()
      case 'NOT_WHOLE':
        return parcel.setErrors({ whole: '已经发过一部分，或有东西在售后中，剩下的只能发快递' })
      case 'TOO_MANY_PARCELS':
        return parcel.setErrors({ whole: `一单最多 ${error.max} 个包裹` })
      default:
        parcel.setErrors(refusedFieldErrors(error) ?? { whole: failureLine(error) })
    }
  }

  const sendParcel = async () => {
    const lines = parcelLines(order.lines, pieces)
    const ready = parcel.checked()
    if (lines.length === 0) return parcel.setErrors({ whole: '这个包裹里还没有东西' })
    if (!ready) return
    setBusy(true)
    const answer = await callAdmin('orders.ship', { orderId: order.id, ...ready, lines })
    setBusy(false)
    if (!answer.ok) return failed(answer.error)
    parcel.sent(ready.carrier)
    setPieces({})
    toast('已发货')
    onShipped(answer.value)
  }

  const sendOtherWay = async (other: OtherWay) => {
    setBusy(true)
    const answer = await callAdmin('orders.shipOtherWay', { orderId: order.id, way: other, note })
    setBusy(false)
    if (!answer.ok) return failed(answer.error)
    rememberNote(other, note)
    toast('已告诉顾客')
    onShipped(answer.value)
  }

  return {
    way,
    parcel,
    note,
    pieces,
    isBusy,
    setWay: (next) => {
      setWay(next)
      setNote(next === 'express' ? '' : usedNote(next))
      parcel.setErrors({})
    },
    setNote,
    choose: (key, quantity) => setPieces((before) => ({ ...before, [key]: quantity })),
    send: async () => {
      if (!isBusy) await (way === 'express' ? sendParcel() : sendOtherWay(way))
    },
  }
}

type Failure<K extends 'orders.ship' | 'orders.shipOtherWay'> = Extract<
  Awaited<ReturnType<typeof callAdmin<K>>>,
  { ok: false }
>['error']
type Refusal = Failure<'orders.ship'> | Failure<'orders.shipOtherWay'>
