import { createShippingInfos } from '@local/wechat/shipping-info'

/** WeChat's rules on shipping info (WeChat docs, uploadShippingInfo), as the local cloud has. */

const OPENID = 'oTest-payer'
const item = { item_desc: '明前龙井×1' }
const parcel = { ...item, tracking_no: 'YT1234567890123', express_company: 'YTO' }
const contact = { receiver_contact: '138****6021' }

/** The service with one paid order. */
const service = () => {
  const kept = new Map<string, unknown>()
  const records = {
    get: (kind: string, id: string) => kept.get(`${kind} ${id}`) ?? null,
    put: (kind: string, id: string, value: unknown) => kept.set(`${kind} ${id}`, value),
    list: () => [...kept.values()],
  }
  const order = { transactionId: '42', openid: OPENID, refundedFen: 0, totalFen: 100 }
  const ledger = { all: () => ({ transactions: [order] }) }
  return createShippingInfos(records as never, { ledger } as never)
}

/** A report of one parcel in one piece, with changes. */
const report = (change: Record<string, unknown> = {}) => ({
  order_key: { order_number_type: 2, transaction_id: '42' },
  logistics_type: 1,
  delivery_mode: 1,
  shipping_list: [parcel],
  upload_time: '2026-03-04T10:00:00.000+08:00',
  payer: { openid: OPENID },
  ...change,
})

test.each<[what: string, change: Record<string, unknown>, errcode: number]>([
  ['a parcel', {}, 0],
  ['a kind of delivery that is none', { logistics_type: 5 }, 10060005],
  ['a parcel without a number', { shipping_list: [{ ...parcel, tracking_no: '' }] }, 10060026],
  ['a parcel without a company', { shipping_list: [{ ...item, tracking_no: 'YT1' }] }, 10060025],
  ['no goods', { shipping_list: [{ ...parcel, item_desc: '' }] }, 10060008],
  [
    'goods in 121 characters',
    { shipping_list: [{ ...parcel, item_desc: '茶'.repeat(121) }] },
    10060009,
  ],
  ['two parcels in one piece', { shipping_list: [parcel, parcel] }, 10060024],
  ['parts that do not say if they are all', { delivery_mode: 2 }, 10060007],
  ['SF without a phone', { shipping_list: [{ ...parcel, express_company: 'SF' }] }, 10060014],
  ['SF with one', { shipping_list: [{ ...parcel, express_company: 'SF', contact }] }, 0],
  [
    'a phone that is not masked',
    { shipping_list: [{ ...parcel, contact: { receiver_contact: '13800006021' } }] },
    10060014,
  ],
  ...[2, 3, 4].flatMap((type): [string, Record<string, unknown>, number][] => [
    [`delivery ${type} of goods`, { logistics_type: type, shipping_list: [item] }, 0],
    [`delivery ${type} with a tracking number`, { logistics_type: type }, 10060005],
    [
      `delivery ${type} in parts`,
      {
        logistics_type: type,
        delivery_mode: 2,
        is_all_delivered: false,
        shipping_list: [item],
      },
      10060006,
    ],
  ]),
  ['a time without its zone', { upload_time: '2026-03-04 10:00:00' }, 268485216],
  ['another payer', { payer: { openid: 'oTest-other' } }, 268485226],
])('%s', (_, change, errcode) => {
  expect(service().upload(report(change))).toMatchObject({ errcode })
})

test('an order is shipped again once, by a newer report', () => {
  const infos = service()
  const by = (type: number, hour: string) =>
    infos.upload(
      report({
        logistics_type: type,
        shipping_list: [type === 1 ? parcel : item],
        upload_time: `2026-03-04T${hour}:00:00.000+08:00`,
      }),
    ).errcode
  expect([by(1, '10'), by(1, '11'), by(4, '09'), by(4, '12'), by(2, '13')]).toEqual([
    0, 10060023, 268485216, 0, 10060003,
  ])
})
