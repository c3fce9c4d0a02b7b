import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { FUNCTION_NAMES } from '@core/kernel/deployment'
import { readEnvironment } from '@core/runtime/environment'
import { paymentProvider } from '@core/runtime/payment'
import { fixedKeys } from '@core/runtime/platform'
import { openVault } from '@core/runtime/vault-keys'
import { BUDGETS } from '../../config/budgets'
import {
  bytesOf,
  environmentBytes,
  longestEnvironment,
  SETTINGS_VARIABLES,
} from '../bench/environment'
import { BASE, PRIVATE, MERCHANT as WECHAT_PAY } from '../builders/merchant'
import { devcloudCertificate } from '../builders/payment'

/** A missing secret is named at start; only those of the chosen provider are required. */

const CLOUD_PAY = {
  ...BASE,
  PAYMENT_PROVIDER: 'cloud-pay',
  CLOUD_PAY_SUB_MCHID: '1900000109',
  TCB_ENV: 'shop-1',
}

const before = process.env
afterEach(() => {
  process.env = before
})

const read = (variables: Record<string, string | undefined>, functionName = 'shop') => {
  process.env = { ...variables }
  return readEnvironment(functionName)
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
      subMchid: '1900000109',
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
  [
    'WECHAT_PAY_PLATFORM_CERTIFICATES',
    '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
  ],
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
  expect(environment.payment).toMatchObject({ privateKey: PRIVATE.trim() })
  expect(environment.messageTemplates).toEqual(templates)
  expect(read(WECHAT_PAY).messageTemplates).toEqual({})
})

describe('the environment of each function', () => {
  const PAYING = FUNCTION_NAMES.filter((name) => 'WECHAT_PAY_PRIVATE_KEY' in longest(name))
  const OTHERS = FUNCTION_NAMES.filter((name) => !PAYING.includes(name))
  function longest(name: string) {
    return longestEnvironment(name, 'wechat-pay')
  }

  it('is declared for every function there is', () => {
    const folder = join(__dirname, '../../cloudfunctions/functions')
    const built = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts')))
    expect([...FUNCTION_NAMES].sort()).toEqual(built.sort())
  })

  it('is at most 3 KB at its longest, and enough to start with', () => {
    for (const name of FUNCTION_NAMES) {
      for (const provider of ['wechat-pay', 'cloud-pay'] as const) {
        const environment = longestEnvironment(name, provider)
        expect(bytesOf(environment)).toBeLessThanOrEqual(BUDGETS.functions.environmentBytes)
        const set = { ...environment, TCB_ENV: 'shop-1' }
        expect(openVault(read(set, name)).isRotating).toBe(true)
      }
    }
    expect(environmentBytes()).toBeLessThanOrEqual(3_072)
    expect(environmentBytes()).toBeGreaterThan(2_048)
  })

  it('has no public key, certificate or template in it: they are settings', () => {
    expect(SETTINGS_VARIABLES.sort()).toEqual([
      'MESSAGE_TEMPLATES',
      'WECHAT_PAY_PLATFORM_CERTIFICATES',
      'WECHAT_PAY_PUBLIC_KEY',
      'WECHAT_PAY_PUBLIC_KEY_ID',
    ])
    for (const name of FUNCTION_NAMES) {
      expect(
        Object.keys(longest(name)).filter((one) => SETTINGS_VARIABLES.includes(one as never)),
      ).toEqual([])
    }
  })

  it('has the merchant’s keys only where payments are made', () => {
    expect(OTHERS.sort()).toEqual(['customer-messages', 'sweep-members'])
    for (const name of OTHERS) {
      expect(Object.keys(longest(name)).filter((one) => /PAY/.test(one))).toEqual([])
      expect(read(longest(name), name).payment).toBeNull()
    }
  })

  const REQUIRED = [
    ...['DATA_KEY', 'DATA_HASH_KEY', 'WECHAT_PAY_APPID', 'WECHAT_PAY_MCHID', 'WECHAT_PAY_SERIAL'],
    ...['WECHAT_PAY_PRIVATE_KEY', 'WECHAT_PAY_API_V3_KEY', 'WECHAT_PAY_NOTIFY_URL'],
  ]
  const cases = FUNCTION_NAMES.flatMap((name) =>
    REQUIRED.filter((variable) => variable in longest(name)).map((one) => [name, one] as const),
  )
  it.each(cases)('%s does not start without %s', (name, variable) => {
    const { [variable]: _left, ...rest } = longest(name)
    expect(() => read(rest, name)).toThrow(`the environment variable ${variable} is missing`)
  })

  it('a function that does not pay has no provider: asking for one is a bug, and is named', () => {
    const keys = fixedKeys({ publicKey: null, certificates: null })
    const settings = read(longest('sweep-members'), 'sweep-members').payment
    const payment = paymentProvider({
      functionName: 'sweep-members',
      settings,
      keys,
      now: Date.now,
    })
    expect(() => payment.query('order-1')).toThrow('sweep-members asks for payments')
  })
})
