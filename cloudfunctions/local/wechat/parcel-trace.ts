import type { Clock } from '@local/ports'
import type { DevcloudRecords } from '@local/records'
import { HOUR_MS } from '@local/time'
import type { ShippingRecord } from './shipping-info'

/** A step of every parcel in the local cloud: the time after it was sent, and the text. */
const STEPS: readonly { afterMs: number; type: number; text: string }[] = [
  { afterMs: 0, type: 100001, text: '快递员已揽收' },
  { afterMs: 5 * HOUR_MS, type: 200001, text: '快件已到达始发地转运中心' },
  { afterMs: 18 * HOUR_MS, type: 200001, text: '快件已发往目的地转运中心' },
  { afterMs: 38 * HOUR_MS, type: 200001, text: '快件已到达目的地营业部' },
  { afterMs: 42 * HOUR_MS, type: 300002, text: '快递员正在派送，请保持电话畅通' },
  { afterMs: 46 * HOUR_MS, type: 300003, text: '快件已签收' },
]

const NUMBER = /^[0-9A-Za-z-]{6,32}$/

/** Orders whose shipping infos are searched for a parcel. */
const ORDERS_MAX = 10_000

/** When the shop reported a parcel as sent, else now. */
const sentAt = (records: DevcloudRecords, clock: Clock, number: string): number => {
  const infos = records.list<ShippingRecord>('shipping-info', ORDERS_MAX)
  const info = infos.find(({ parcels }) => parcels.some(({ trackingNo }) => trackingNo === number))
  return info ? Date.parse(info.uploadedAt) : clock.now()
}

/**
 * `logistics.getPath`: a parcel's journey starts when the shop reported it as sent, else at the
 * first query, and follows the local cloud's clock. A number that contains 000000 is unknown.
 */
export const createParcelTrace =
  (records: DevcloudRecords, clock: Clock) =>
  (args: Record<string, unknown>): Record<string, unknown> => {
    const { order_id: orderId, openid, delivery_id: company, waybill_id: number } = args
    const isAsked = [orderId, openid, company].every((one) => typeof one === 'string' && one !== '')
    if (!isAsked || typeof number !== 'string' || !NUMBER.test(number)) {
      return { errcode: 40097, errmsg: 'invalid args' }
    }
    if (number.includes('000000')) return { errcode: 9300507, errmsg: 'waybill not found' }
    const id = `${String(company)} ${number}`
    const since = records.get<number>('waybill', id) ?? sentAt(records, clock, number)
    records.put('waybill', id, since)
    const passed = STEPS.filter(({ afterMs }) => since + afterMs <= clock.now())
    return {
      errcode: 0,
      errmsg: 'ok',
      openid,
      delivery_id: company,
      waybill_id: number,
      path_item_num: passed.length,
      path_item_list: passed.map(({ afterMs, type, text }) => ({
        action_time: Math.floor((since + afterMs) / 1000),
        action_type: type,
        action_msg: text,
      })),
    }
  }
