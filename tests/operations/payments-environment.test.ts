import { readEnvironment } from '@core/runtime/environment'
import { devcloudCertificate } from '../builders/payment'

/** A missing secret is named at start; only those of the chosen provider are required. */

const BASE = { DATA_KEY: 'a', DATA_HASH_KEY: 'b' }
const WECHAT_PAY = {
  ...BASE,
  WECHAT_PAY_APPID: 'wx1',
  WECHAT_PAY_MCHID: '19',
  WECHAT_PAY_SERIAL: 'AB',
  WECHAT_PAY_PRIVATE_KEY: 'line one\\nline two',
  WECHAT_PAY_API_V3_KEY: 'k',
  WECHAT_PAY_NOTIFY_URL: 'https://example.com',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_1',
  WECHAT_PAY_PUBLIC_KEY: 'key',
}
const CLOUD_PAY = {
  ...BASE,
  PAYMENT_PROVIDER: 'cloud-pay',
  CLOUD_PAY_SUB_MCHID: '19',
  TCB_ENV: 'shop-1',
}

const before = process.env
afterEach(() => {
  process.env = before
})

const read = (variables: Record<string, string | undefined>) => {
  process.env = { ...variables }
  return readEnvironment('shop')
}

it.each(Object.keys(WECHAT_PAY))('WeChat Pay does not start without %s', (name) => {
  const message = `the environment variable ${name} is missing`
  expect(() => read({ ...WECHAT_PAY, [name]: '' })).toThrow(message)
})

it.each(['DATA_KEY', 'DATA_HASH_KEY', 'CLOUD_PAY_SUB_MCHID'])(
  'cloudPay does not start without %s, and needs no settings of WeChat Pay',
  (name) => {
    expect(read(CLOUD_PAY).payment).toEqual({
      provider: 'cloud-pay',
      subMchid: '19',
      envId: 'shop-1',
    })
    const message = `the environment variable ${name} is missing`
    expect(() => read({ ...CLOUD_PAY, [name]: undefined })).toThrow(message)
  },
)

it('certificates replace the public key, or complement it', async () => {
  const certificates = (await devcloudCertificate()).replaceAll('\n', '\\n')
  const none = { WECHAT_PAY_PUBLIC_KEY_ID: '', WECHAT_PAY_PUBLIC_KEY: '' }
  const given = { ...WECHAT_PAY, WECHAT_PAY_PLATFORM_CERTIFICATES: certificates }
  expect(read({ ...given, ...none }).payment).toMatchObject({
    publicKey: null,
    certificates: [expect.stringContaining('BEGIN CERTIFICATE') as string],
  })
  expect(read(given).payment).toMatchObject({ publicKey: { id: 'PUB_KEY_ID_1' } })
  const fetched = { ...WECHAT_PAY, ...none, WECHAT_PAY_PLATFORM_CERTIFICATES: 'fetch' }
  expect(read(fetched).payment).toMatchObject({ publicKey: null, certificates: 'FETCHED' })
  const half = { ...fetched, WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_1' }
  expect(() => read(half)).toThrow('WECHAT_PAY_PUBLIC_KEY is missing')
})

it.each([
  ['PAYMENT_PROVIDER', 'cash'],
  ['WECHAT_PAY_PLATFORM_CERTIFICATES', 'nothing of the kind'],
  ['MESSAGE_TEMPLATES', '{'],
  ['MESSAGE_TEMPLATES', '{"shipped":"T-1"}'],
  ['MESSAGE_TEMPLATES', '{"nothing":{"id":"T-1","keys":{}}}'],
  ['MESSAGE_TEMPLATES', '{"shipped":{"id":"T-1","keys":{"goods":"Thing 1"}}}'],
])('%s "%s" is refused and named', (name, value) => {
  expect(() => read({ ...WECHAT_PAY, [name]: value })).toThrow(
    `the environment variable ${name} must be`,
  )
})

it('keys get their line breaks back, and notifications their templates', () => {
  const templates = { shipped: { id: 'T-1', keys: { goods: 'thing1' } } }
  const environment = read({ ...WECHAT_PAY, MESSAGE_TEMPLATES: JSON.stringify(templates) })
  expect(environment.payment).toMatchObject({ privateKey: 'line one\nline two' })
  expect(environment.messageTemplates).toEqual(templates)
  expect(read(WECHAT_PAY).messageTemplates).toEqual({})
})
