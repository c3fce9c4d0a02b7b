import { CANCEL_REASONS, type CancelReason } from '@core/domain/orders/cancel-reason'
import { REMARK_MAX } from '@core/kernel/limits'
import type { Fen } from '@core/kernel/money'
import * as v from 'valibot'
import type { NotFound } from './errors'
import {
  type OrderInput,
  type OrderView,
  orderInput,
  type StaffOrderView,
  type WrongState,
} from './orders'
import { address, type NoInput, note } from './primitives'

/** An unpaid order to cancel, and why; phones of earlier releases do not say why. */
export const cancelInput = v.strictObject({
  ...orderInput.entries,
  reason: v.optional(v.picklist(CANCEL_REASONS)),
})
export type CancelInput = v.InferOutput<typeof cancelInput>

/** An order that is to go elsewhere. */
export const changeAddressInput = v.strictObject({ ...orderInput.entries, address })
export type ChangeAddressInput = v.InferOutput<typeof changeAddressInput>

/** Why an order's address was not changed; nothing has changed then. */
export type ChangeAddressError =
  | NotFound
  | WrongState
  | { code: 'NO_DELIVERY'; province: string }
  /** Sending there costs more (or less, if negative) by so much than was charged. */
  | { code: 'FREIGHT_DIFFERS'; moreFen: Fen }

/** Operations of customers on an order that is placed: cancel, remind, send elsewhere. */
export type OrderCareContract = {
  'orders.cancel': {
    input: CancelInput
    output: OrderView
    error: NotFound | WrongState | { code: 'PAYMENT_UNAVAILABLE' }
  }
  /** Asks the shop to send it; counted once a day. */
  'orders.urge': { input: OrderInput; output: OrderView; error: NotFound | WrongState }
  'orders.changeAddress': {
    input: ChangeAddressInput
    output: OrderView
    error: ChangeAddressError
  }
}

/** How many orders customers cancelled in the last days, by the reason they chose. */
export type CancelReport = { days: number; reasons: { reason: CancelReason; orders: number }[] }

/** What the staff note about an order for themselves; an empty note removes it. */
export const orderNoteInput = v.strictObject({
  ...orderInput.entries,
  note: note(REMARK_MAX),
})
export type OrderNoteInput = v.InferOutput<typeof orderNoteInput>

/** What the staff see of it, and what they note. */
export type OrderCareAdminContract = {
  'orders.note': { input: OrderNoteInput; output: StaffOrderView; error: NotFound }
  'orders.cancelReasons': { input: NoInput; output: CancelReport; error: never }
}

declare module '@core/contract' {
  interface ShopOperations extends OrderCareContract {}
  interface AdminOperations extends OrderCareAdminContract {}
}
