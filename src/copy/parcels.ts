import type { ParcelAddress, ShipInput } from '@core/contract/shipping'
import type { OtherWay, Shipment } from '@core/domain/orders/order'
import { plainTrackingNumber, TRACKING_NUMBER } from '@core/domain/orders/tracking-number'

/** Characters of a carrier's name (the contract's bound). */
export const CARRIER_MAX = 20
/** Characters of a tracking number (the contract's bound). */
export const TRACKING_MAX = 32

/** The form of a parcel. */
export type ParcelDraft = Pick<ShipInput, 'carrier' | 'trackingNumber'>

/** Errors by field, and of the whole form. */
export type ParcelErrors = Partial<Record<keyof ParcelDraft | 'whole', string>>

const FIELD_ERRORS = {
  carrier: '选一家快递',
  trackingNumber: '单号是 6 到 32 位数字、字母或短横线，看看有没有抄错',
} as const satisfies Record<keyof ParcelDraft, string>

/** Removes the spaces with which labels are printed, and writes letters as labels do. */
export const normalizeParcel = ({ carrier, trackingNumber }: ParcelDraft): ParcelDraft => ({
  carrier: carrier.trim(),
  trackingNumber: plainTrackingNumber(trackingNumber),
})

/** The errors of a normalized parcel. */
export function parcelErrors({ carrier, trackingNumber }: ParcelDraft): ParcelErrors {
  const errors: ParcelErrors = {}
  if (carrier === '' || carrier.length > CARRIER_MAX) errors.carrier = FIELD_ERRORS.carrier
  if (!TRACKING_NUMBER.test(trackingNumber)) errors.trackingNumber = FIELD_ERRORS.trackingNumber
  return errors
}

/** The error of the field that the shop refused; `null` when it is not a field of the form. */
export function refusedFieldErrors(error: {
  code: string
  field?: string
  orderId?: string
}): ParcelErrors | null {
  if (error.code === 'NUMBER_USED') {
    return { trackingNumber: numberUsedCopy(error.orderId ?? '') }
  }
  if (error.code !== 'INVALID_INPUT') return null
  if (error.field === 'carrier') return { carrier: FIELD_ERRORS.carrier }
  if (error.field === 'trackingNumber') return { trackingNumber: FIELD_ERRORS.trackingNumber }
  return null
}

/** Another parcel has the number: of which order. */
export const numberUsedCopy = (orderId: string): string =>
  `这个单号已经用在订单 ${orderId} 上了，看看是不是拿错了面单`

/** How goods reach the customer. */
export const WAY_COPY = {
  express: '快递',
  city: '同城配送',
  pickup: '到店自提',
  virtual: '无需物流',
} as const satisfies Record<OtherWay | 'express', string>

/** What a customer reads about an order that no carrier brings; `note` comes from the shop. */
export function otherWayCopy({ way, note = '' }: Pick<Shipment, 'way' | 'note'>): string {
  switch (way) {
    case 'city':
      return note === '' ? '店家自己送来，到之前会联系你' : `由 ${note} 送来`
    case 'pickup':
      return note === '' ? '货备好了，什么时候、到哪里取请问客服' : `到这里取：${note}`
    case 'virtual':
      return note === '' ? '不用收快递，直接就能用' : note
    case undefined:
      return ''
  }
}

/** What was said of a parcel before it was corrected; `''` when it never was. */
export const correctedCopy = ({ corrected }: Pick<Shipment, 'corrected'>): string =>
  corrected ? `单号更正过，原来写的是 ${corrected.carrier} ${corrected.trackingNumber}` : ''

/** An address as a carrier's form understands it when it is pasted: who, which phone, where. */
export const addressText = ({
  name,
  phone,
  region,
  street,
  remark,
}: Omit<ParcelAddress, 'orderId'>): string =>
  [`${name} ${phone}`, `${region} ${street}`, remark]
    .filter((line) => line.trim() !== '')
    .join('\n')

/**
 * Addresses as rows of a spreadsheet, with the order's number in front: what comes back with
 * tracking numbers is what a list of parcels begins with.
 */
export const addressRows = (addresses: readonly ParcelAddress[]): string =>
  addresses
    .map(({ orderId, name, phone, region, street, remark }) =>
      [orderId, name, phone, `${region} ${street}`, remark].map(oneLine).join('\t'),
    )
    .join('\n')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
