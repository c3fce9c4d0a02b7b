import type { ShipInput } from '@core/contract/orders'

/** Characters of a carrier's name (the contract's bound). */
export const CARRIER_MAX = 20
/** Characters of a tracking number (the contract's bound). */
export const TRACKING_MAX = 32

const TRACKING = /^[0-9A-Za-z-]{6,32}$/

/** The form of a parcel. */
export type ParcelDraft = Pick<ShipInput, 'carrier' | 'trackingNumber'>

/** Errors by field, and of the whole form. */
export type ParcelErrors = Partial<Record<keyof ParcelDraft | 'whole', string>>

const FIELD_ERRORS = {
  carrier: '选一家快递，或写上名字',
  trackingNumber: '单号是 6 到 32 位数字、字母或短横线，看看有没有抄错',
} as const satisfies Record<keyof ParcelDraft, string>

/** Removes the spaces with which labels are printed. */
export const normalizeParcel = ({ carrier, trackingNumber }: ParcelDraft): ParcelDraft => ({
  carrier: carrier.trim(),
  trackingNumber: trackingNumber.replace(/\s/g, ''),
})

/** The errors of a normalized parcel. */
export function parcelErrors({ carrier, trackingNumber }: ParcelDraft): ParcelErrors {
  const errors: ParcelErrors = {}
  if (carrier === '' || carrier.length > CARRIER_MAX) errors.carrier = FIELD_ERRORS.carrier
  if (!TRACKING.test(trackingNumber)) errors.trackingNumber = FIELD_ERRORS.trackingNumber
  return errors
}

/** The error of the field that the shop refused; `null` when it is not a field of the form. */
export function refusedFieldErrors(error: { code: string; field?: string }): ParcelErrors | null {
  if (error.code !== 'INVALID_INPUT') return null
  if (error.field === 'carrier') return { carrier: FIELD_ERRORS.carrier }
  if (error.field === 'trackingNumber') return { trackingNumber: FIELD_ERRORS.trackingNumber }
  return null
}
