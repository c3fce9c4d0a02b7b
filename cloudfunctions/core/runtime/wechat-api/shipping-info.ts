import { carrierCode } from '@core/domain/orders/carriers'
import type { OtherWay } from '@core/domain/orders/order'
import { maskPhone } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'
import type { DeclaredParcel, ShippingInfo, WeChatFailure } from '../../operations/ports'
import type { Refusal } from './sdk'

/**
 * `wxa.sec.order.uploadShippingInfo`: WeChat settles the money of an order only after its shipment
 * was reported (WeChat docs, order-shipping). Another parcel is reported with all parcels so far in
 * split mode; reporting a complete order again, or in the other mode, counts as reshipping it,
 * which WeChat allows once.
 */

/** Parcels per order that WeChat accepts. */
const PARCELS_MAX = 15
/** Characters of a parcel's contents. */
const CONTENTS_MAX = 120
/** `logistics_type`: by a carrier, within the city, without anything to carry, picked up. */
const BY_EXPRESS = 1
const WAYS: Record<OtherWay, number> = { city: 2, virtual: 3, pickup: 4 }
const UNIFIED = 1
const SPLIT = 2
/** The order is identified by WeChat Pay's transaction id. */
const BY_TRANSACTION = 2
const CHINA_MS = 8 * 3_600_000

/** The request to send, or the reason why WeChat cannot accept it. */
export function shippingRequest(info: ShippingInfo): Result<object, WeChatFailure> {
  const { parcels, withoutParcel, isComplete, isSplit } = info
  if (info.way !== null) return ok(requestOf(info, WAYS[info.way], parcels.map(itemOf)))
  if (parcels.length === 0 && isComplete && withoutParcel !== '') {
    return ok(requestOf(info, WAYS.virtual, [itemOf({ contents: withoutParcel })]))
  }
  if (parcels.length === 0 || parcels.length > PARCELS_MAX) {
    return permanent(`${parcels.length} parcels; WeChat accepts 1 to ${PARCELS_MAX}`)
  }
  const unknown = parcels.find((parcel) => carrierCode(parcel.carrier) === null)
  if (unknown) return permanent(`WeChat has no code for the carrier ${unknown.carrier}`)
  const split = isSplit ? { deliveryMode: SPLIT, isAllDelivered: isComplete } : {}
  return ok({ ...requestOf(info, BY_EXPRESS, parcels.map(parcelOf)), ...split })
}

/** A request in one piece: only carriers' parcels may be split. */
const requestOf = (
  { transactionId, openid, at }: ShippingInfo,
  logisticsType: number,
  shippingList: readonly object[],
) => ({
  orderKey: { orderNumberType: BY_TRANSACTION, transactionId },
  logisticsType,
  deliveryMode: UNIFIED,
  shippingList,
  uploadTime: new Date(at + CHINA_MS).toISOString().replace('Z', '+08:00'),
  payer: { openid },
})

/** What went without a carrier has neither a number nor a company. */
const itemOf = ({ contents }: Pick<DeclaredParcel, 'contents'>) => ({ itemDesc: cut(contents) })

/** Some carriers need the phone number to find the parcel; WeChat requires it masked. */
const parcelOf = ({ carrier, trackingNumber, contents, phone }: DeclaredParcel) => ({
  trackingNo: trackingNumber,
  expressCompany: carrierCode(carrier) ?? '',
  itemDesc: cut(contents),
  ...(phone === null ? {} : { contact: { receiverContact: maskPhone(phone) } }),
})

const cut = (contents: string): string => [...contents].slice(0, CONTENTS_MAX).join('')

const permanent = (reason: string) =>
  fail<WeChatFailure>({ code: 'WECHAT_FAILED', reason, isFinal: true })

/** WeChat has exactly this report already. */
const UNCHANGED = 10_060_023
/** Temporary: the payment is not known there yet, or WeChat is busy. */
const TEMPORARY = [10_060_001, 10_060_012, 10_060_019]
/** Codes of this API that reject the content; a retry cannot succeed. */
const isAboutContent = (code: number) =>
  (code >= 10_060_000 && code < 10_061_000) || (code >= 268_485_000 && code < 268_486_000)

/** Maps an error to a final or a temporary failure. */
export function shippingResult({ code, reason }: Refusal): Result<null, WeChatFailure> {
  if (code === UNCHANGED) return ok(null)
  const isFinal = isAboutContent(code) && !TEMPORARY.includes(code)
  return fail({ code: 'WECHAT_FAILED', reason, isFinal })
}
