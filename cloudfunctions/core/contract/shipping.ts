import { OTHER_WAYS } from '@core/domain/orders/order'
import type { CorrectionError, ParcelError } from '@core/domain/orders/transitions'
import { PARCELS_MAX, SHIPPING_LIST_MAX, WAY_NOTE_MAX } from '@core/kernel/limits'
import * as v from 'valibot'
import type { NotFound } from './errors'
import type { StaffOrderView, WrongState } from './orders'
import { orderInput, pieces } from './orders'
import { entityId, name, note } from './primitives'

/** A parcel: its carrier and tracking number. */
export const parcelWords = {
  carrier: name(20),
  trackingNumber: v.pipe(v.string(), v.toUpperCase(), v.regex(/^[0-9A-Z-]{6,32}$/)),
}

/** Another parcel has this number: of this order, or of an after-sale of it. */
export type NumberUsed = { code: 'NUMBER_USED'; orderId: string }

/** A parcel to ship: its order, carrier, tracking number and lines. */
export const shipInput = v.strictObject({
  ...orderInput.entries,
  ...parcelWords,
  /** The pieces in this parcel; all unshipped pieces by default. */
  lines: v.optional(pieces),
})
export type ShipInput = v.InferOutput<typeof shipInput>

/** Why a parcel was not shipped. */
export type ShipError =
  | NotFound
  | WrongState
  | ParcelError
  | NumberUsed
  | { code: 'TOO_MANY_PARCELS'; max: number }

/** A whole order that goes without a carrier. */
export const otherWayInput = v.strictObject({
  ...orderInput.entries,
  way: v.picklist(OTHER_WAYS),
  /** Who brings it, or where and when it can be picked up. */
  note: note(WAY_NOTE_MAX),
})
export type OtherWayInput = v.InferOutput<typeof otherWayInput>

/** WeChat takes an order in parts only by a carrier: a part was sent, or waits for a decision. */
export type NotWhole = { code: 'NOT_WHOLE' }

/** The right carrier and number of a parcel, by its index in the order. */
export const correctParcelInput = v.strictObject({
  ...orderInput.entries,
  ...parcelWords,
  at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PARCELS_MAX - 1)),
})
export type CorrectParcelInput = v.InferOutput<typeof correctParcelInput>

/** Parcels that each ship all that is left of an order. */
export const shippingListInput = v.strictObject({
  parcels: v.pipe(
    v.array(v.strictObject({ ...orderInput.entries, ...parcelWords })),
    v.minLength(1),
    v.maxLength(SHIPPING_LIST_MAX),
  ),
})
export type ShippingListInput = v.InferOutput<typeof shippingListInput>

/**
 * What would become of a parcel of the list, or has become of it: it is shipped, or was shipped
 * with this number before. `FAILED`: the shop could not do it now, and it can be sent again.
 */
export type ListedOutcome = { orderId: string } & (
  | { outcome: 'READY' | 'SHIPPED' | 'SHIPPED_BEFORE'; memberName: string; pieces: number }
  | { outcome: 'REFUSED'; error: ShipError | { code: 'FAILED' } }
)

/** Orders whose addresses are copied. */
export const addressesInput = v.strictObject({
  orderIds: v.pipe(v.array(entityId), v.minLength(1), v.maxLength(SHIPPING_LIST_MAX)),
})
export type AddressesInput = v.InferOutput<typeof addressesInput>

/** Where an order goes, in full, while it waits to be shipped. */
export type ParcelAddress = {
  orderId: string
  name: string
  phone: string
  region: string
  street: string
  remark: string
}

/** Operations of the staff on goods on their way. */
export type ShippingAdminContract = {
  'orders.ship': { input: ShipInput; output: StaffOrderView; error: ShipError }
  'orders.shipOtherWay': {
    input: OtherWayInput
    output: StaffOrderView
    error: NotFound | WrongState | NotWhole
  }
  'orders.correctParcel': {
    input: CorrectParcelInput
    output: StaffOrderView
    error: NotFound | WrongState | CorrectionError | NumberUsed
  }
  /** Says what would become of each parcel; changes nothing. */
  'orders.checkList': {
    input: ShippingListInput
    output: { outcomes: ListedOutcome[] }
    error: never
  }
  /** Ships each parcel by itself; what was shipped stays so when the next one is refused. */
  'orders.shipList': {
    input: ShippingListInput
    output: { outcomes: ListedOutcome[] }
    error: never
  }
  /** Orders that do not wait to be shipped are left out. */
  'orders.addresses': {
    input: AddressesInput
    output: { addresses: ParcelAddress[] }
    error: never
  }
}

declare module '@core/contract' {
  interface AdminOperations extends ShippingAdminContract {}
}
