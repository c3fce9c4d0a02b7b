import type { WeChat } from '@core/operations/ports'
import type { Devcloud } from '@local/devcloud-types'
import { openMerchant } from './merchant'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

const MEMBER = 'oDemo-linwan'

let devcloud: Devcloud
beforeAll(async () => {
  const clock = { frozen: true, start: '2026-03-14T02:00:00.000Z' } as const
  devcloud = await startTestDevcloud({ clock, poolSize: 1 })
})
beforeEach(() => devcloud.reset())
afterAll(() => devcloud.close())

const TEMPLATES = {
  shipped: {
    id: 'T-SHIPPED',
    keys: { goods: 'thing1', carrier: 'thing2', number: 'character_string3' },
  },
}

/** Asks the shop's port of WeChat inside a function, through the real SDK. */
const ask = <K extends keyof WeChat>(what: K, ...about: Parameters<WeChat[K]>) =>
  devcloud.invoke('speaker', { ask: what, about, templates: TEMPLATES }, MEMBER) as ReturnType<
    WeChat[K]
  >

describe('S2-15 a text is checked before others see it', () => {
  test.each([
    ['茶很香，下次还来', 'comment', 'pass'],
    ['加微信返现五元', 'comment', 'risky'],
    ['加微信返现五元', 'forum', 'risky'],
    ['', 'social', 'unchecked'],
    ['茶'.repeat(2_600), 'forum', 'pass'],
  ] as const)('"%.8s" in %s: %s', async (text, scene, verdict) => {
    expect(await ask('checkText', text, MEMBER, scene)).toBe(verdict)
  })

  test('a profile is refused for what is risky alone, not for an outage', async () => {
    expect(await ask('isTextAllowed', '加微信返现', MEMBER)).toBe(false)
    devcloud.faults.add({ kind: 'timeout-before', action: 'wx.openApi' })
    expect(await ask('isTextAllowed', '加微信返现', MEMBER)).toBe(true)
  })
})

describe('a message that a member asked for', () => {
  const message = {
    openid: MEMBER,
    template: 'shipped' as const,
    page: 'pages/orders/detail/index?orderId=1',
    fields: {
      goods: '明前龙井 特级 一百二十五克 手工礼盒装 两件',
      carrier: '中通',
      number: 'ZT01',
    },
  }

  test('is sent once per consent, under the template’s keys, cut to their length', async () => {
    expect(await ask('sendMessage', message)).toBe('NO_GRANT')
    devcloud.subscribe({ openid: MEMBER, templateIds: ['T-SHIPPED'] })
    expect(await ask('sendMessage', message)).toBe('SENT')
    expect(await ask('sendMessage', message)).toBe('NO_GRANT')
    const [sent] = devcloud.messages()
    expect(sent).toMatchObject({ templateId: 'T-SHIPPED', page: message.page })
    expect(sent?.data.character_string3).toEqual({ value: 'ZT01' })
    expect([...(sent?.data.thing1?.value ?? '')]).toHaveLength(20)
  })

  test('has no template when the merchant has named none', async () => {
    expect(await ask('sendMessage', { ...message, template: 'guide' })).toBe('NO_TEMPLATE')
  })
})

describe('S0-13 shipping info is uploaded to WeChat', () => {
  const parcel = (trackingNumber: string, change: object = {}) => ({
    carrier: '顺丰速运',
    trackingNumber,
    contents: '明前龙井 ×2',
    phone: '13800006021',
    ...change,
  })
  const paid = async () => {
    const merchant = await openMerchant(devcloud)
    await merchant.order('ORDER-1')
    const { transactionId = '' } = await devcloud.pay({ outTradeNo: 'ORDER-1', times: 0 })
    const at = devcloud.clock.now()
    const whole = { isComplete: true, isSplit: false, way: null }
    return { transactionId, openid: MEMBER, ...whole, withoutParcel: '', at }
  }

  test('one parcel with its phone number masked; a repeated upload has no effect', async () => {
    const order = await paid()
    const info = { ...order, parcels: [parcel('SF000001')] }
    expect(await ask('uploadShippingInfo', info)).toEqual({ ok: true, value: null })
    expect(await ask('uploadShippingInfo', info)).toEqual({ ok: true, value: null })
    expect(devcloud.shippingInfos()).toMatchObject([
      {
        transactionId: order.transactionId,
        deliveryMode: 1,
        isComplete: true,
        isResent: false,
        parcels: [{ trackingNo: 'SF000001', expressCompany: 'SF', itemDesc: '明前龙井 ×2' }],
      },
    ])
  })

  test('several parcels one after the other, until the last', async () => {
    const order = await paid()
    const first = { ...order, isComplete: false, isSplit: true, parcels: [parcel('SF000001')] }
    expect(await ask('uploadShippingInfo', first)).toMatchObject({ ok: true })
    const both = [parcel('SF000001'), parcel('SF000002')]
    const second = { ...order, isSplit: true, parcels: both }
    expect(await ask('uploadShippingInfo', second)).toMatchObject({ ok: true })
    expect(devcloud.shippingInfos()).toMatchObject([
      { deliveryMode: 2, isComplete: true, isResent: false, parcels: [{}, {}] },
    ])
  })

  test('of which nothing was a parcel: as delivered without one', async () => {
    const info = { ...(await paid()), parcels: [], withoutParcel: '刻字' }
    expect(await ask('uploadShippingInfo', info)).toMatchObject({ ok: true })
    expect(devcloud.shippingInfos()).toMatchObject([
      { isComplete: true, parcels: [{ trackingNo: '', itemDesc: '刻字' }] },
    ])
  })

  test.each([
    ['city', 2],
    ['virtual', 3],
    ['pickup', 4],
  ] as const)(
    'an order that went another way (%s) as such, without a number',
    async (way, type) => {
      const parcels = [parcel('', { carrier: '' })]
      const info = { ...(await paid()), way, parcels }
      expect(await ask('uploadShippingInfo', info)).toMatchObject({ ok: true })
      expect(devcloud.shippingInfos()).toMatchObject([
        { logisticsType: type, deliveryMode: 1, parcels: [{ trackingNo: '', expressCompany: '' }] },
      ])
    },
  )

  test('a complete order is corrected once', async () => {
    const order = await paid()
    const numbers = ['SF000001', 'SF000002', 'SF000003']
    const answers = []
    for (const number of numbers) {
      answers.push(await ask('uploadShippingInfo', { ...order, parcels: [parcel(number)] }))
    }
    expect(answers).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false, error: { isFinal: true } },
    ])
    expect(devcloud.shippingInfos()).toMatchObject([
      { isResent: true, parcels: [{ trackingNo: 'SF000002' }] },
    ])
  })

  test('a carrier that is not in the list goes by the code behind its name', async () => {
    const parcels = [parcel('XX000001', { carrier: '某某快递(MMKD)' })]
    expect(await ask('uploadShippingInfo', { ...(await paid()), parcels })).toMatchObject({
      ok: true,
    })
    expect(devcloud.shippingInfos()).toMatchObject([{ parcels: [{ expressCompany: 'MMKD' }] }])
  })

  test.each([
    ['no parcel', [], true],
    ['16 parcels', Array.from({ length: 16 }, (_, at) => parcel(`SF0000${at}0`)), true],
    ['an unknown carrier', [parcel('XX000001', { carrier: '某某快递' })], true],
  ])('with %s it is refused for good', async (_, parcels, isFinal) => {
    const answer = await ask('uploadShippingInfo', { ...(await paid()), parcels })
    expect(answer).toMatchObject({ ok: false, error: { code: 'WECHAT_FAILED', isFinal } })
    expect(devcloud.shippingInfos()).toEqual([])
  })

  test('a payment WeChat does not know yet is to be tried again', async () => {
    const order = { ...(await paid()), transactionId: '4200000000', parcels: [parcel('SF000001')] }
    const answer = await ask('uploadShippingInfo', order)
    expect(answer).toMatchObject({ ok: false, error: { isFinal: false } })
  })
})

describe('S0-13 the way of a parcel', () => {
  const parcel = {
    orderId: 'ORDER-1',
    openid: MEMBER,
    carrier: '中通快递',
    trackingNumber: 'ZT7310001',
  }

  test('has texts and times, earliest first', async () => {
    await ask('traceParcel', parcel)
    await devcloud.clock.advance({ days: 1 })
    const answer = await ask('traceParcel', parcel)
    expect(answer).toMatchObject({ ok: true, value: [{ words: '快递员已揽收' }, {}, {}] })
    const steps = answer.ok ? answer.value.map(({ at }) => at) : []
    expect(steps).toEqual([...steps].sort((a, b) => a - b))
  })

  test('of a carrier or a number that is not known fails, and says whether for good', async () => {
    const stranger = await ask('traceParcel', { ...parcel, carrier: '某某' })
    expect(stranger).toMatchObject({ ok: false, error: { isFinal: true } })
    const unknown = await ask('traceParcel', { ...parcel, trackingNumber: 'ZT000000' })
    expect(unknown).toMatchObject({ ok: false, error: { isFinal: false } })
  })
})

test('S0-12 an answer in the chat goes out while WeChat lets it', async () => {
  expect(await ask('sendCustomerServiceText', MEMBER, '您好')).toBe('TOO_LATE')
  await devcloud.chat.write({ openid: MEMBER })
  for (let sent = 1; sent <= 5; sent += 1) {
    expect(await ask('sendCustomerServiceText', MEMBER, '茶'.repeat(900))).toBe('SENT')
  }
  expect(await ask('sendCustomerServiceText', MEMBER, '您好')).toBe('TOO_MANY')
  expect(Buffer.byteLength(devcloud.chat.answers()[0]?.text ?? '')).toBeLessThanOrEqual(2_048)
})
