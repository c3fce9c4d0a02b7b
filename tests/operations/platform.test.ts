import { generateKeyPairSync } from 'node:crypto'
import type { SavePlatformInput } from '@core/contract/platform'
import { PLATFORM_FRESH_MS } from '@core/runtime/platform'
import { memorySecrets } from '@local/secrets'
import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { devcloudCertificate } from '../builders/payment'
import { must, openShop, refused, type TestShop } from '../builders/shop'

/** Templates and WeChat Pay's public keys are settings that an owner saves on a page. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop({ poolSize: 2 })
}, 60_000)
afterAll(() => shop.close())

const shown = async () => must(await shop.admin('platform.show', {}))

/** Saves the settings in force with a change. */
const save = async (change: Partial<SavePlatformInput>) => {
  const { version, templates, publicKey, certificates } = await shown()
  return shop.admin('platform.save', { version, templates, publicKey, certificates, ...change })
}

const strangeKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).publicKey

const STRANGE = { id: 'PUB_KEY_ID_0000000000000000000001', pem: strangeKey() }

/** Valid on 28 and 29 November 2026 alone; the test's clock is at March. */
const EARLY = [
  '-----BEGIN CERTIFICATE-----',
  ...[
    'MIIB9DCCAV2gAwIBAgIUXhXIX+2+q3C+jxthEWE1Owd77P0wDQYJKoZIhvcNAQELBQAwDDEKMAgGA1UE',
    'AwwBdDAeFw0yNjExMjgxNTE5MDlaFw0yNjExMjkxNTE5MDlaMAwxCjAIBgNVBAMMAXQwgZ8wDQYJKoZI',
    'hvcNAQEBBQADgY0AMIGJAoGBAPMYjiqj0h/PRwtr8dvSCqg2T5oNSTfPGAYzxWmWyu6rUIHRwIoRCo87',
    'aLa51188txfD8WvZ7a1qeTmSQIHlgohvxSwyeGrvW+8H37B8LF+Ur/Sb+/1Gk4oMHxdRrdBQGQrqLTsO',
    'ZbDe6Y9Yos38ijYfiNA+VyXiB2jdaiyRF1iFAgMBAAGjUzBRMB0GA1UdDgQWBBSFjaaeSB1FVSimaxxl',
    'RfqNoIP1MjAfBgNVHSMEGDAWgBSFjaaeSB1FVSimaxxlRfqNoIP1MjAPBgNVHRMBAf8EBTADAQH/MA0G',
    'CSqGSIb3DQEBCwUAA4GBANY+sfWhrMGi8l6cmX/JUm25VuUuX1YnWc4RXddWhIwYVNVBHVI6S5Dia6rr',
    'Hjwopq0f4TfKZD27AjN8OitKSrBI0qKwBPtShohwST7eT37ye15cuAtt5XB5EkU0XHWPMS75BL6OapwF',
    'SwgpXLHZ69qDlg/alFwCz76KBYQbsCoy',
  ],
  '-----END CERTIFICATE-----',
].join('\n')

const pastCache = () => shop.devcloud.clock.advance({ minutes: PLATFORM_FRESH_MS / 60_000 })

/** Begins a payment of a new order. */
const pay = async (name: string) => {
  const buyer = shop.customer(name)
  const { id: orderId } = await buyer.places('tea:1', 1)
  return buyer.call('orders.pay', { orderId })
}

describe('platform settings', () => {
  it('of a local cloud are there from the start, and again after a reset', async () => {
    const { platform } = await memorySecrets()
    const first = {
      version: 1,
      by: null,
      provider: 'wechat-pay',
      templates: DEVCLOUD_TEMPLATES,
      publicKey: { id: platform.publicKeyId, pem: platform.publicKey },
      certificates: '',
    }
    expect(await shown()).toMatchObject(first)
    const other = await openShop()
    try {
      const { version, templates, publicKey, certificates } = first
      const cleared = { version, templates: {}, publicKey, certificates }
      must(await other.admin('platform.save', cleared))
      await other.devcloud.reset()
      expect(must(await other.admin('platform.show', {}))).toMatchObject({
        version: 1,
        templates,
      })
    } finally {
      await other.close()
    }
  })

  it('say who saved them and when, and are not saved over another save', async () => {
    const before = await shown()
    const saved = must(await save({ templates: { shipped: DEVCLOUD_TEMPLATES.shipped } }))
    expect(saved).toMatchObject({
      version: before.version + 1,
      by: 'oTest-owner',
      at: shop.devcloud.clock.now(),
      templates: { shipped: DEVCLOUD_TEMPLATES.shipped },
    })
    const again = must(await save({ version: before.version }))
    expect(again.version).toBe(saved.version)
    const late = await save({ version: before.version, templates: {} })
    expect(refused(late)).toEqual({ code: 'VERSION_CONFLICT', version: saved.version })
    must(await save({ templates: DEVCLOUD_TEMPLATES }))
  })

  it('keep keys in their usual spelling, however they were pasted', async () => {
    const { publicKey } = await shown()
    const pasted = { ...publicKey!, pem: publicKey!.pem.trim().replaceAll('\n', '\\n') }
    expect(must(await save({ publicKey: pasted })).publicKey).toEqual(publicKey)
    const certificate = (await devcloudCertificate()).trim()
    const both = `${certificate}\r\n${certificate.replaceAll('\n', '\r\n')}\n`
    expect(must(await save({ certificates: both })).certificates).toBe(
      `${certificate}\n${certificate}`,
    )
    expect(must(await save({ certificates: 'fetch' })).certificates).toBe('fetch')
    must(await save({ certificates: '' }))
  })

  const { shipped } = DEVCLOUD_TEMPLATES
  const keys = (of: Record<string, string>) => ({
    templates: { shipped: { ...shipped, keys: of } },
  })
  const pem = (text: string) => ({ publicKey: { id: 'PUB_KEY_ID_1', pem: text } })
  const ODD: [string, Partial<SavePlatformInput>, string, string][] = [
    ['a key that is none', keys({ goods: 'Thing 1' }), 'templates.shipped.keys.goods', 'INVALID'],
    [
      'a key twice',
      keys({ goods: 'thing1', carrier: 'thing1' }),
      'templates.shipped.keys.carrier',
      'SAME_KEY',
    ],
    ['no key', keys({}), 'templates.shipped.keys', 'NO_KEYS'],
    [
      'a field of another kind',
      keys({ answer: 'thing1' }),
      'templates.shipped.keys.answer',
      'UNKNOWN_FIELD',
    ],
    [
      'a template without an id',
      { templates: { shipped: { ...shipped, id: ' ' } } },
      'templates.shipped.id',
      'INVALID',
    ],
    [
      'a key id of another form',
      { publicKey: { id: 'KEY_1', pem: STRANGE.pem } },
      'publicKey.id',
      'INVALID',
    ],
    ['a text that is no key', pem('nothing of the kind'), 'publicKey.pem', 'NOT_A_KEY'],
    ['a broken key', pem(STRANGE.pem.replace(/MII\w/, 'AAAA')), 'publicKey.pem', 'NOT_A_KEY'],
    ['no certificates', { certificates: 'fetched' }, 'certificates', 'NOT_CERTIFICATES'],
  ]
  it.each(ODD)('with %s are refused at the field', async (_, change, field, reason) => {
    const before = await shown()
    const error = refused(await save(change))
    if (reason === 'INVALID') expect(error).toMatchObject({ code: 'INVALID_INPUT', field })
    else expect(error).toEqual({ code: 'PLATFORM_WRONG', errors: [{ field, reason }] })
    expect(await shown()).toEqual(before)
  })

  it('never hold a private key, and not only certificates that are not valid', async () => {
    const { merchant } = await memorySecrets()
    expect(refused(await save(pem(merchant.privateKey)))).toMatchObject({
      errors: [{ field: 'publicKey.pem', reason: 'PRIVATE' }],
    })
    expect(refused(await save({ certificates: EARLY }))).toMatchObject({
      errors: [{ field: 'certificates', reason: 'EXPIRED' }],
    })
    const certificates = `${await devcloudCertificate()}\n${merchant.privateKey}`
    expect(refused(await save({ certificates }))).toMatchObject({
      errors: [{ field: 'certificates', reason: 'PRIVATE' }],
    })
  })

  it('are for the owner alone', async () => {
    const { devcloud } = shop
    for (const operation of ['platform.show', 'platform.save']) {
      const answer = await devcloud.invoke('admin', { operation, input: {} }, 'oTest-nosy')
      expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
    }
  })
})

describe('saved settings', () => {
  it('are used by each function within minutes', async () => {
    const someone = shop.customer('reader')
    const ids = async () => (await someone.does('messages.templates', {})).shipped
    expect(await ids()).toBe(DEVCLOUD_TEMPLATES.shipped.id)
    must(await save({ templates: { shipped: { ...DEVCLOUD_TEMPLATES.shipped, id: 'T-2' } } }))
    await pastCache()
    expect(await ids()).toBe('T-2')
    must(await save({ templates: {} }))
    await pastCache()
    expect(await someone.does('messages.templates', {})).toEqual({})
    must(await save({ templates: DEVCLOUD_TEMPLATES }))
    await pastCache()
  })

  it('cost a warm worker no call: only the first of some minutes reads them', async () => {
    const measured = await openShop({ poolSize: 1, environment: { MEASURE_ROUNDS: '1' } })
    try {
      const someone = measured.customer('reader')
      await someone.does('messages.templates', {})
      measured.devcloud.metrics.clear()
      await someone.does('messages.templates', {})
      const cost = measured.devcloud.metrics
        .report()
        .operations.find(({ operation }) => operation === 'messages.templates')
      expect(cost?.databaseCalls.max).toBe(0)
    } finally {
      await measured.close()
    }
  })

  it('verify payments: a strange key none, and its successor as soon as it is saved', async () => {
    const { publicKey } = await shown()
    expect((await pay('before')).ok).toBe(true)
    must(await save({ publicKey: STRANGE }))
    await pastCache()
    expect(refused(await pay('strange'))).toMatchObject({ code: 'PAYMENT_UNAVAILABLE' })
    // The workers of the shop have just read the strange key, and no time passes.
    must(await save({ publicKey }))
    expect((await pay('after')).ok).toBe(true)
  })

  it('verify notices the same way, and platform certificates beside a public key', async () => {
    const { publicKey } = await shown()
    const buyer = shop.customer('notified')
    const { id: orderId } = await buyer.places()
    await buyer.does('orders.pay', { orderId })
    must(await save({ publicKey: STRANGE }))
    await pastCache()
    const first = await shop.devcloud.pay({ outTradeNo: orderId })
    expect(JSON.stringify(first.notices)).toContain('UNKNOWN_CERTIFICATE')
    must(await save({ certificates: await devcloudCertificate() }))
    const second = await shop.devcloud.pay({ outTradeNo: orderId, signedBy: 'certificate' })
    expect(second.notices).toMatchObject([{ status: 200 }])
    must(await save({ publicKey, certificates: '' }))
  })
})

it('an environment that has them still is used until some are saved', async () => {
  const { publicKeyId, publicKey } = (await memorySecrets()).platform
  const given = { shipped: { id: 'T-ENV', keys: { goods: 'thing1' } } }
  const old = await openShop({
    environment: { MESSAGE_TEMPLATES: JSON.stringify(given) },
    storesPlatform: false,
  })
  try {
    const before = must(await old.admin('platform.show', {}))
    expect(before).toMatchObject({ version: 0, at: null, templates: given, certificates: '' })
    expect(before.publicKey).toMatchObject({ id: publicKeyId })
    expect(before.publicKey?.pem.trim()).toBe(publicKey.trim())
    expect(await old.customer('reader').does('messages.templates', {})).toEqual({
      shipped: 'T-ENV',
    })
    expect((await old.customer('buyer').buys()).state).toBe('paid')
    const { templates: _given, at: _at, by: _by, provider: _provider, ...rest } = before
    must(await old.admin('platform.save', { ...rest, templates: {}, publicKey: null }))
    await old.devcloud.clock.advance({ minutes: 5 })
    expect(await old.customer('reader').does('messages.templates', {})).toEqual({})
    // No key was saved: the environment's stays in force.
    expect((await old.customer('later').buys()).state).toBe('paid')
  } finally {
    await old.close()
  }
})
