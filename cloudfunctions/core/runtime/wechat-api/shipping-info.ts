import { carrierCode } from '@core/domain/orders/carriers'
import { maskPhone } from '@core/kernel/masking'
import { fail, ok, type Result } from '@core/kernel/result'
import type { DeclaredParcel, ShippingInfo, WeChatFailure } from '../../operations/ports'
import type { Refusal } from './sdk'

/**
 * `wxa.sec.order.uploadShippingInfo`: what WeChat must be told before it settles the money of an
 * order (WeChat docs, order-shipping). A parcel more is told by all parcels so far in the split
 * mode; telling a whole order anew counts as sending it again, which WeChat allows once.
 */

/** Parcels of one order that WeChat takes. */
const PARCELS_MAX = 15
/** Characters of what a parcel holds. */
const CONTENTS_MAX = 120
/** Parcels go by a carrier, not by hand or by wire. */
const BY_EXPRESS = 1
const UNIFIED = 1
const SPLIT = 2
/** The order is named by WeChat Pay's own number. */
const BY_TRANSACTION = 2
const CHINA_MS = 8 * 3_600_000

/** What is sent; or why it need not be tried. */
export function shippingRequest(info: ShippingInfo): Result<object, WeChatFailure> {
  const { transactionId, openid, parcels, isComplete, at } = info
  if (parcels.length === 0 || parcels.length > PARCELS_MAX) {
    return never(`${parcels.length} parcels; WeChat takes 1 to ${PARCELS_MAX}`)
  }
  const told = parcels.map(parcelOf)
  const stranger = parcels.find((parcel) => carrierCode(parcel.carrier) === null)
  if (stranger) return never(`WeChat has no code for the carrier ${stranger.carrier}`)
  const isSplit = parcels.length > 1 || !isComplete
  return ok({
    orderKey: { orderNumberType: BY_TRANSACTION, transactionId },
    logisticsType: BY_EXPRESS,
    deliveryMode: isSplit ? SPLIT : UNIFIED,
    ...(isSplit ? { isAllDelivered: isComplete } : {}),
    shippingList: told,
    uploadTime: new Date(at + CHINA_MS).toISOString().replace('Z', '+08:00'),
    payer: { openid },
  })
}

/** The phone number helps some carriers to know the parcel; WeChat wants it masked. */
const parcelOf = ({ carrier, trackingNumber, contents, phone }: DeclaredParcel) => ({
  trackingNo: trackingNumber,
  expressCompany: carrierCode(carrier) ?? '',
  itemDesc: [...contents].slice(0, CONTENTS_MAX).join(''),
  contact: { receiverContact: maskPhone(phone) },
})

const never = (reason: string) =>
  fail<WeChatFailure>({ code: 'WECHAT_FAILED', reason, isFinal: true })

/** WeChat has exactly this already. */
const UNCHANGED = 10_060_023
/** The payment has not reached that part of WeChat yet, or WeChat is busy. */
const PASSING = [10_060_001, 10_060_012, 10_060_019]
/** The numbers of this API: what is refused for its content is refused for ever. */
const isAboutContent = (code: number) =>
  (code >= 10_060_000 && code < 10_061_000) || (code >= 268_485_000 && code < 268_486_000)

/** What a refusal means. */
export function shippingVerdict({ code, reason }: Refusal): Result<null, WeChatFailure> {
  if (code === UNCHANGED) return ok(null)
  const isFinal = isAboutContent(code) && !PASSING.includes(code)
  return fail({ code: 'WECHAT_FAILED', reason, isFinal })
}
