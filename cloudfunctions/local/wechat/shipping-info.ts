import type { DevcloudRecords } from '@local/records'
import type { PayContext } from './pay/transactions'

/** How many shipping infos are listed, the latest. */
const ORDERS_MAX = 1000
const PARCELS_MAX = 15
const ITEM_CHARS_MAX = 120
/** Bytes of a tracking number, and of the code of a carrier. */
const CODE_BYTES_MAX = 128
/** `logistics_type`: by a carrier, within the city, without anything to carry, picked up. */
const BY_EXPRESS = 1
const LOGISTICS_TYPES = [BY_EXPRESS, 2, 3, 4]
/** RFC 3339, as WeChat asks for it. */
const UPLOAD_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/
const MASKED = /^\D*\d{0,4}\*{2,}\d{2,4}$/

/** A parcel as uploaded to WeChat. */
export type ShippedParcel = { trackingNo: string; expressCompany: string; itemDesc: string }

/** The shipping info of an order at WeChat. */
export type ShippingRecord = {
  transactionId: string
  openid: string
  /** 1: by a carrier; 2: within the city; 3: nothing to carry; 4: picked up. */
  logisticsType: number
  /** 1: all in one parcel; 2: split. */
  deliveryMode: 1 | 2
  isComplete: boolean
  parcels: ShippedParcel[]
  uploadedAt: string
  /** The one chance to send again is used. */
  isResent: boolean
}

type Fields = Record<string, unknown>

/** WeChat's shipping info service of one mini program. */
export interface ShippingInfos {
  /** `wxa.sec.order.uploadShippingInfo`; answers WeChat's JSON. */
  upload(args: Fields): Fields
  list(): ShippingRecord[]
}

const refuse = (errcode: number, errmsg: string) => ({ errcode, errmsg })
const done = { errcode: 0, errmsg: 'ok' }

const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const errorIn = (args: Fields, parcels: readonly Fields[]): Fields | null => {
  const { logistics_type: by, delivery_mode: mode, upload_time: time } = args
  if (!LOGISTICS_TYPES.includes(by as number)) return refuse(10060005, '物流类型有误')
  if (mode !== 1 && mode !== 2) return refuse(268485224, '发货模式非法')
  if (mode === 2 && by !== BY_EXPRESS) return refuse(10060006, '非快递发货时不允许分拆发货')
  if (mode === 2 && typeof args.is_all_delivered !== 'boolean') {
    return refuse(10060007, '分拆发货模式下必须填写 is_all_delivered 字段')
  }
  if (typeof time !== 'string' || !UPLOAD_TIME.test(time)) {
    return refuse(268485216, '上传时间非法，请按照 RFC 3339 格式填写')
  }
  if (parcels.length === 0 || parcels.length > (mode === 1 ? 1 : PARCELS_MAX)) {
    return refuse(10060024, '物流信息列表太长')
  }
  const check = by === BY_EXPRESS ? parcelError : goodsError
  return parcels.map(check).find(Boolean) ?? null
}

const itemError = ({ item_desc: item }: Fields): Fields | null => {
  if (typeof item !== 'string' || item === '') return refuse(10060008, 'item_desc 字段不能为空')
  return [...item].length > ITEM_CHARS_MAX ? refuse(10060009, 'item_desc 字段太长') : null
}

/** What no carrier brings has neither a number nor a company: the local cloud is strict here. */
const goodsError = (goods: Fields): Fields | null => {
  const isParcel = goods.tracking_no !== undefined || goods.express_company !== undefined
  return isParcel ? refuse(10060005, '物流类型有误：非快递发货没有物流单号') : itemError(goods)
}

const isCode = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= CODE_BYTES_MAX

const parcelError = (parcel: Fields): Fields | null => {
  const { tracking_no: no, express_company: company } = parcel
  const wrong = itemError(parcel)
  if (wrong) return wrong
  if (!isCode(company)) return refuse(10060025, '物流公司编码有误')
  if (!isCode(no)) return refuse(10060026, '物流单号有误')
  const { receiver_contact: phone } = fieldsIn(parcel.contact)
  const isNeeded = company === 'SF'
  const isMasked = typeof phone === 'string' && MASKED.test(phone)
  if (phone === undefined ? isNeeded : !isMasked) {
    return refuse(10060014, '联系方式有误：采用掩码传输，最后4位数字不能打掩码')
  }
  return null
}

/** What WeChat knows an order's shipment by. */
const shipmentOf = ({ parcels, isComplete, logisticsType }: ShippingRecord): string =>
  JSON.stringify([parcels, isComplete, logisticsType])

/**
 * Whether an update counts as shipping again: of an order that was complete, or in another mode or
 * by another kind of delivery.
 */
const isResending = (known: ShippingRecord, next: ShippingRecord): boolean =>
  known.isComplete ||
  known.deliveryMode !== next.deliveryMode ||
  known.logisticsType !== next.logisticsType

/** Why an update is not taken: it is no newer, changes nothing, or the one chance is used. */
const updateError = (known: ShippingRecord, next: ShippingRecord): Fields | null => {
  if (shipmentOf(known) === shipmentOf(next)) return refuse(10060023, '发货信息未更新')
  if (Date.parse(next.uploadedAt) < Date.parse(known.uploadedAt)) {
    return refuse(268485216, '上传时间非法：早于上一次上传')
  }
  const isUsed = isResending(known, next) && known.isResent
  return isUsed ? refuse(10060003, '支付单已使用重新发货机会') : null
}

/** The shipping infos of one local cloud, durable with it. */
export const createShippingInfos = (
  records: DevcloudRecords,
  { ledger }: PayContext,
): ShippingInfos => {
  const save = (args: Fields, parcels: readonly Fields[], openid: string): Fields => {
    const transactionId = String(fieldsIn(args.order_key).transaction_id)
    const known = records.get<ShippingRecord>('shipping-info', transactionId)
    const isComplete = args.delivery_mode === 1 || args.is_all_delivered === true
    const next: ShippingRecord = {
      transactionId,
      openid,
      logisticsType: args.logistics_type as number,
      deliveryMode: args.delivery_mode as 1 | 2,
      isComplete,
      parcels: parcels.map((one) => ({
        trackingNo: textOf(one.tracking_no),
        expressCompany: textOf(one.express_company),
        itemDesc: String(one.item_desc),
      })),
      uploadedAt: String(args.upload_time),
      isResent: known?.isResent ?? false,
    }
    if (known) {
      const refusal = updateError(known, next)
      if (refusal) return refusal
      next.isResent = known.isResent || isResending(known, next)
    }
    records.put('shipping-info', transactionId, next)
    return done
  }
  return {
    upload: (args) => {
      const { order_number_type: type, transaction_id: number } = fieldsIn(args.order_key)
      if (type !== 2) return refuse(268485194, '订单单号类型非法')
      const order = ledger.all().transactions.find((one) => one.transactionId === number)
      if (!order) return refuse(10060001, '支付单不存在')
      const { openid } = fieldsIn(args.payer)
      if (openid !== order.openid) return refuse(268485226, '支付者openid非法')
      if (order.refundedFen >= order.totalFen) return refuse(10060004, '支付单处于不可发货的状态')
      const parcels = Array.isArray(args.shipping_list) ? args.shipping_list.map(fieldsIn) : []
      return errorIn(args, parcels) ?? save(args, parcels, order.openid)
    },
    list: () => records.list<ShippingRecord>('shipping-info', ORDERS_MAX),
  }
}
