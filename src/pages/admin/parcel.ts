import type { ShipInput } from '@core/contract/orders'

/** Characters of a carrier's name, as the contract has it. */
export const CARRIER_MAX = 20
/** Characters of a tracking number, as the contract has it. */
export const TRACKING_MAX = 32

const TRACKING = /^[0-9A-Za-z-]{6,32}$/

/** What is typed before a parcel is sent. */
export type ParcelDraft = Pick<ShipInput, 'carrier' | 'trackingNumber'>

/** What is wrong, per field and as a whole; empty when nothing is. */
export type ParcelErrors = Partial<Record<keyof ParcelDraft | 'whole', string>>

const FIELD_WORDS = {
  carrier: '选一家快递，或写上名字',
  trackingNumber: '单号是 6 到 32 位数字、字母或短横线，看看有没有抄错',
} as const satisfies Record<keyof ParcelDraft, string>

/** The draft as it is sent: blanks, which labels are printed with, are dropped. */
export const tidied = ({ carrier, trackingNumber }: ParcelDraft): ParcelDraft => ({
  carrier: carrier.trim(),
  trackingNumber: trackingNumber.replace(/\s/g, ''),
})

/** What is wrong with a tidied draft. */
export function parcelErrors({ carrier, trackingNumber }: ParcelDraft): ParcelErrors {
  const faults: ParcelErrors = {}
  if (carrier === '' || carrier.length > CARRIER_MAX) faults.carrier = FIELD_WORDS.carrier
  if (!TRACKING.test(trackingNumber)) faults.trackingNumber = FIELD_WORDS.trackingNumber
  return faults
}

/** The field an answer complains about; `null` when it is not about a field of the draft. */
export function refusedField(error: { code: string; field?: string }): ParcelErrors | null {
  if (error.code !== 'INVALID_INPUT') return null
  if (error.field === 'carrier') return { carrier: FIELD_WORDS.carrier }
  if (error.field === 'trackingNumber') return { trackingNumber: FIELD_WORDS.trackingNumber }
  return null
}
