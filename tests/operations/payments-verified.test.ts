import type { PaymentProvider } from '@core/operations/ports'
import { wechatPay } from '@core/runtime/wechat-pay/provider'
import type { WechatPaySettings } from '@core/runtime/wechat-pay/settings'
import type { Devcloud } from '@local/devcloud-types'
import { TAMPERS } from '@local/wechat/pay/callback-dispatcher'
import {
  devcloudCertificate,
  type Meddler,
  type Meddling,
  merchantAccount,
  openMeddler,
} from '../builders/payment'
import { openShop, type TestShop } from '../builders/shop'
import { startTestDevcloud } from '../devcloud/test-devcloud'

/** Only messages signed by WeChat Pay are accepted. */

let devcloud: Devcloud
let meddler: Meddler
beforeAll(async () => {
  const clock = { frozen: true, start: '2026-03-04T02:00:00.000Z' } as const
  devcloud = await startTestDevcloud({ clock, poolSize: 1 })
  meddler = await openMeddler(devcloud)
})
beforeEach(() => meddler.meddle({}))
afterAll(async () => {
  meddler.close()
  await devcloud.close()
})

let orders = 0
const begin = async (provider: PaymentProvider, totalFen = 8_800) => {
  orders += 1
  const orderId = `ORDER-${orders}`
  const begun = await provider.begin({
    orderId,
    totalFen,
    description: '明前龙井',
    openid: 'oDemo-linwan',
    expiresAt: devcloud.clock.now() + 600_000,
  })
  return { orderId, begun }
}

const provider = async (change: Partial<WechatPaySettings> = {}) =>
  wechatPay(await merchantAccount(devcloud, { apiUrl: meddler.url, ...change }), () =>
    devcloud.clock.now(),
  )

describe('S2-11 an answer of WeChat Pay', () => {
  const NONE = { publicKey: null } as const
  const ways: [string, () => Promise<Partial<WechatPaySettings>>][] = [
    ['public key', async () => ({})],
    ['certificate', async () => ({ ...NONE, certificates: [await devcloudCertificate()] })],
    ['fetched certificate', async () => ({ ...NONE, certificates: 'FETCHED' as const })],
    ['both', async () => ({ certificates: [await devcloudCertificate()] })],
  ]

  it.each(ways)('is verified by %s', async (_, change) => {
    const shop = await provider(await change())
    const { orderId, begun } = await begin(shop)
    expect(begun).toMatchObject({ ok: true, value: { signType: 'RSA' } })
    const { transactionId } = await devcloud.pay({ outTradeNo: orderId, times: 0 })
    expect(await shop.query(orderId)).toEqual({
      ok: true,
      value: { orderId, transactionId, paidFen: 8_800, paidAt: devcloud.clock.now() },
    })
  })

  const changed: [string, Meddling][] = [
    ['a changed sum', { body: (text) => text.replace('8800', '1') }],
    [
      'a signature that is not there',
      { headers: ({ 'wechatpay-signature': _signature, ...rest }) => rest },
    ],
    ['another signature', { headers: (all) => ({ ...all, 'wechatpay-signature': 'AAAA' }) }],
    ['a strange serial', { headers: (all) => ({ ...all, 'wechatpay-serial': 'DEADBEEF' }) }],
    ['another time', { headers: (all) => ({ ...all, 'wechatpay-timestamp': '1' }) }],
    ['no answer in it', { body: () => '', headers: (all) => all }],
  ]

  it.each(changed)('with %s is refused', async (_, meddling) => {
    const shop = await provider()
    const { orderId } = await begin(shop)
    await devcloud.pay({ outTradeNo: orderId, times: 0 })
    meddler.meddle(meddling)
    const answer = await shop.query(orderId)
    expect(answer).toMatchObject({ ok: false, error: { code: 'PROVIDER_FAILED' } })
    expect(await shop.close(orderId)).toMatchObject({ ok: false })
  })

  it('of an account that has moved to the public key is refused without a key', async () => {
    const shop = await provider({ publicKey: null, certificates: [] })
    expect((await begin(shop)).begun).toMatchObject({
      ok: false,
      error: { reason: expect.stringContaining('UNKNOWN_CERTIFICATE') as string },
    })
  })
})

describe('fetched certificates', () => {
  const FETCHED = { publicKey: null, certificates: 'FETCHED' } as const
  const asked = () => meddler.seen.filter((path) => path === '/v3/certificates').length

  it('are fetched once, and again for an unknown serial only after a while', async () => {
    const change = { ...FETCHED, apiUrl: `${meddler.url}/once/..` }
    const shop = await provider(change)
    const before = asked()
    await begin(shop)
    await begin(await provider(change))
    expect(asked()).toBe(before + 1)
    const stranger = (all: Record<string, string>) => ({ ...all, 'wechatpay-serial': 'DEADBEEF' })
    meddler.meddle({ headers: stranger })
    for (let times = 0; times < 3; times += 1) await begin(await provider(change))
    expect(asked()).toBe(before + 1)
  })

  it('are refused when they are altered or encrypted with another key', async () => {
    const altered = await provider({ ...FETCHED, apiUrl: `${meddler.url}/altered/..` })
    meddler.meddle({ body: (text) => text.replace('"ciphertext":"', '"ciphertext":"AAAA') })
    expect((await begin(altered)).begun).toMatchObject({ ok: false })
    meddler.meddle({})
    const strange = { ...FETCHED, apiV3Key: 'x'.repeat(32), apiUrl: `${meddler.url}/key/..` }
    expect((await begin(await provider(strange))).begun).toMatchObject({ ok: false })
  })
})

describe('S2-11 a callback', () => {
  let shop: TestShop
  beforeAll(async () => {
    shop = await openShop({ environment: { WECHAT_PAY_PLATFORM_CERTIFICATES: 'fetch' } })
  }, 60_000)
  afterAll(() => shop.close())

  const reasons = {
    signature: 'BAD_SIGNATURE',
    serial: 'UNKNOWN_CERTIFICATE',
    time: 'STALE',
    amount: 'WRONG_AMOUNT',
    merchant: 'OTHER_MERCHANT',
    appid: 'OTHER_MERCHANT',
  } as const

  it.each(TAMPERS)('with a wrong %s is refused, and nothing is recorded', async (tamper) => {
    const buyer = shop.customer(`buyer-${tamper}`)
    const { id: orderId } = await buyer.places()
    await buyer.does('orders.pay', { orderId })
    const told = await shop.devcloud.pay({ outTradeNo: orderId, tamper })
    expect(told.notices).toMatchObject([{ status: 400 }])
    expect(JSON.stringify(told.notices[0])).toContain(reasons[tamper])
    expect((await buyer.does('orders.show', { orderId })).state).toBe('awaitingPayment')
  })

  it.each(['publicKey', 'certificate'] as const)('signed by %s is accepted', async (signedBy) => {
    const buyer = shop.customer(`by-${signedBy}`)
    const { id: orderId } = await buyer.places()
    await buyer.does('orders.pay', { orderId })
    const told = await shop.devcloud.pay({ outTradeNo: orderId, signedBy })
    expect(told.notices).toMatchObject([{ status: 200 }])
    expect((await buyer.does('orders.show', { orderId })).state).toBe('paid')
  })
})
