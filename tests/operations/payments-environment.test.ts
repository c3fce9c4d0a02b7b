import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
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
import { devcloudCertificate } from '../builders/payment'

/** A missing secret is named at start; only those of the chosen provider are required. */

const pem = (type: 'pkcs8' | 'pkcs1' = 'pkcs8') =>
  generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type, format: 'pem' },
  })
const { privateKey: PRIVATE, publicKey: PUBLIC } = pem()
const KEY = randomBytes(32).toString('base64')
const SERIAL = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
const API_KEY = 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF'
const BASE = { DATA_KEY: KEY, DATA_HASH_KEY: KEY }
const WECHAT_PAY = {
  ...BASE,
  WECHAT_PAY_APPID: 'wxd678ef0567006787',
  WECHAT_PAY_MCHID: '1900000109',
  WECHAT_PAY_SERIAL: SERIAL,
  WECHAT_PAY_PRIVATE_KEY: PRIVATE.replaceAll('\n', '\\n'),
  WECHAT_PAY_API_V3_KEY: API_KEY,
  WECHAT_PAY_NOTIFY_URL: 'https://example.com/notify',
  WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_1',
  WECHAT_PAY_PUBLIC_KEY: PUBLIC,
}
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

/** Every way in which a value is pasted that is still plainly meant. */
const PASTED: readonly (readonly [how: string, variable: string, text: string, meant: unknown])[] =
  [
    ['with a line end', 'WECHAT_PAY_API_V3_KEY', `${API_KEY}\r\n`, API_KEY],
    ['with a byte order mark', 'WECHAT_PAY_API_V3_KEY', `\uFEFF${API_KEY}`, API_KEY],
    ['with zero-width characters', 'WECHAT_PAY_API_V3_KEY', `\u200B${API_KEY}\u2060`, API_KEY],
    ['in quotes', 'WECHAT_PAY_API_V3_KEY', `“${API_KEY}”`, API_KEY],
    ['in quotes in quotes', 'WECHAT_PAY_API_V3_KEY', `'"${API_KEY}"'`, API_KEY],
    ['full-width', 'WECHAT_PAY_API_V3_KEY', fullWidth(API_KEY), API_KEY],
    ['with its own name', 'WECHAT_PAY_API_V3_KEY', `WECHAT_PAY_API_V3_KEY="${API_KEY}"`, API_KEY],
    ['with blanks', 'WECHAT_PAY_APPID', ' wxd678ef 0567006787\u3000', WECHAT_PAY.WECHAT_PAY_APPID],
    ['in upper case', 'WECHAT_PAY_APPID', 'WXD678EF0567006787', WECHAT_PAY.WECHAT_PAY_APPID],
    ['with blanks', 'WECHAT_PAY_MCHID', '1900 0001\u00A009', '1900000109'],
    ['full-width', 'WECHAT_PAY_MCHID', '１９０００００１０９', '1900000109'],
    ['in lower case', 'WECHAT_PAY_SERIAL', SERIAL.toLowerCase(), SERIAL],
    ['as openssl prints it', 'WECHAT_PAY_SERIAL', `serial=${SERIAL}\n`, SERIAL],
    ['with colons', 'WECHAT_PAY_SERIAL', SERIAL.match(/../g)!.join(':'), SERIAL],
    ['in quotes', 'WECHAT_PAY_NOTIFY_URL', '"https://a.cn/pay" ', 'https://a.cn/pay'],
    ['full-width', 'WECHAT_PAY_NOTIFY_URL', 'https：／／a.cn/pay', 'https://a.cn/pay'],
    ['as it is', 'WECHAT_PAY_PRIVATE_KEY', PRIVATE, PRIVATE.trim()],
    ['with \\n', 'WECHAT_PAY_PRIVATE_KEY', PRIVATE.replaceAll('\n', '\\n'), PRIVATE.trim()],
    [
      'with \\\\r\\\\n',
      'WECHAT_PAY_PRIVATE_KEY',
      PRIVATE.replaceAll('\n', '\\\\r\\\\n'),
      PRIVATE.trim(),
    ],
    ['with CRLF', 'WECHAT_PAY_PRIVATE_KEY', PRIVATE.replaceAll('\n', '\r\n'), PRIVATE.trim()],
    ['in one line', 'WECHAT_PAY_PRIVATE_KEY', PRIVATE.replaceAll('\n', ' '), PRIVATE.trim()],
    ['without blanks', 'WECHAT_PAY_PRIVATE_KEY', PRIVATE.replace(/\s/g, ''), PRIVATE.trim()],
    ['as its body', 'WECHAT_PAY_PRIVATE_KEY', bodyOf(PRIVATE), PRIVATE.trim()],
    ['without its first line', 'WECHAT_PAY_PRIVATE_KEY', withoutFirst(PRIVATE), PRIVATE.trim()],
    ['in quotes', 'WECHAT_PAY_PRIVATE_KEY', JSON.stringify(PRIVATE), PRIVATE.trim()],
    [
      'with joined dashes',
      'WECHAT_PAY_PRIVATE_KEY',
      PRIVATE.replaceAll('-----', '——-'),
      PRIVATE.trim(),
    ],
    ['as its body', 'WECHAT_PAY_PUBLIC_KEY', bodyOf(PUBLIC), PUBLIC],
    ['in one line', 'WECHAT_PAY_PUBLIC_KEY', PUBLIC.replaceAll('\n', ' '), PUBLIC],
    ['with a line end', 'DATA_KEY', `${KEY}\n`, KEY],
    ['in lines', 'DATA_KEY', `${KEY.slice(0, 20)}\n${KEY.slice(20)}`, KEY],
    ['with blanks', 'OWNER_OPENIDS', ' oAlpha1, oBeta22 ', ['oAlpha1', 'oBeta22']],
    ['with commas of China', 'OWNER_OPENIDS', 'oAlpha1，oBeta22、oAlpha1', ['oAlpha1', 'oBeta22']],
    ['as JSON', 'OWNER_OPENIDS', '["oAlpha1","oBeta22"]', ['oAlpha1', 'oBeta22']],
    ['in lines', 'OWNER_OPENIDS', 'oAlpha1\r\noBeta22\n', ['oAlpha1', 'oBeta22']],
    [
      'with blanks',
      'DATA_KEYS_FORMER',
      ` ${KEY} , ${KEY.replace('=', '')}`,
      [KEY, KEY.replace('=', '')],
    ],
    ['in capitals', 'PAYMENT_PROVIDER', ' WeChat-Pay\n', 'wechat-pay'],
  ]

function fullWidth(text: string): string {
  return [...text].map((one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0)).join('')
}

function bodyOf(text: string): string {
  return text.replace(/-----[A-Z ]+-----/g, '')
}

function withoutFirst(text: string): string {
  return text.slice(text.indexOf('\n') + 1)
}

it.each(PASTED)('%s, %s is read as it is meant', (_how, variable, text, meant) => {
  const { payment, ...rest } = read({ ...WECHAT_PAY, [variable]: text })
  const values: unknown[] = [...Object.values(rest), ...Object.values(payment ?? {})]
  const keys = values.flatMap((value) => Object.values(value ?? {}) as unknown[])
  expect([...values, ...keys]).toContainEqual(meant)
})

it('a private key in the older encoding is the same key', () => {
  const pkcs1 = pem('pkcs1').privateKey
  expect(pkcs1).toContain('BEGIN RSA PRIVATE KEY')
  for (const text of [pkcs1, bodyOf(pkcs1)]) {
    const { payment } = read({ ...WECHAT_PAY, WECHAT_PAY_PRIVATE_KEY: text })
    const given = payment?.provider === 'wechat-pay' ? payment.privateKey : ''
    expect(createPrivateKey(given).equals(createPrivateKey(pkcs1))).toBe(true)
  }
})

const hex = randomBytes(32).toString('hex')

it.each([
  ['WECHAT_PAY_API_V3_KEY', API_KEY.slice(1), 'has 31 characters'],
  ['WECHAT_PAY_API_V3_KEY', `${API_KEY}x`, 'has 33 characters'],
  ['WECHAT_PAY_API_V3_KEY', `${API_KEY.slice(1)}é`, 'must be the APIv3 key'],
  ['WECHAT_PAY_APPID', 'wxd678ef056700678', 'has 17 characters'],
  ['WECHAT_PAY_APPID', '1900000109', 'must be a mini program’s id'],
  ['WECHAT_PAY_MCHID', '19000', 'has 5 characters'],
  ['WECHAT_PAY_MCHID', 'wxd678ef0567006787', 'must be a merchant’s number'],
  ['WECHAT_PAY_SERIAL', SERIAL.slice(2), 'has 38 characters'],
  ['WECHAT_PAY_NOTIFY_URL', 'http://example.com/notify', 'begins with https://'],
  ['WECHAT_PAY_NOTIFY_URL', 'example.com/notify', 'begins with https://'],
  ['WECHAT_PAY_NOTIFY_URL', 'https://example.com/notify?a=1', 'no ? or #'],
  ['WECHAT_PAY_PRIVATE_KEY', PUBLIC, 'is a public key'],
  ['WECHAT_PAY_PRIVATE_KEY', PRIVATE.slice(0, 800), 'not whole'],
  [
    'WECHAT_PAY_PRIVATE_KEY',
    PRIVATE.replace('PRIVATE', 'ENCRYPTED PRIVATE').slice(0, 400),
    'password',
  ],
  ['WECHAT_PAY_PRIVATE_KEY', 'apiclient_key.pem', 'not whole'],
  ['WECHAT_PAY_PUBLIC_KEY', PRIVATE, 'is a private key'],
  ['WECHAT_PAY_PUBLIC_KEY', bodyOf(PRIVATE), 'is a private key'],
  ['WECHAT_PAY_PUBLIC_KEY_ID', SERIAL, 'PUB_KEY_ID_'],
  ['DATA_KEY', randomBytes(31).toString('base64'), 'has 31 bytes'],
  ['DATA_KEY', randomBytes(33).toString('base64'), 'has 33 bytes'],
  ['DATA_KEY', hex, 'looks hexadecimal'],
  ['DATA_KEY', '请填写密钥', 'is not base64'],
  ['DATA_HASH_KEY', randomBytes(15).toString('base64'), 'has 15 bytes'],
  ['DATA_KEYS_FORMER', `${KEY},${hex}`, 'one of them looks hexadecimal'],
  [
    'DATA_KEYS_FORMER',
    Array.from({ length: 4 }, () => randomBytes(32).toString('base64')).join(),
    'has 4',
  ],
  ['DATA_HASH_KEYS_FORMER', 'a', 'one of them has 0 bytes'],
  ['OWNER_OPENIDS', 'oAlpha1, 13800138000', 'number 2 of them is none'],
  ['OWNER_OPENIDS', 'wxd678ef0567006787', 'number 1 of them is none'],
])(
  '%s "%s" is refused in one sentence that names it and does not quote it',
  (name, value, said) => {
    const start = () => read({ ...WECHAT_PAY, [name]: value })
    expect(start).toThrow(`the environment variable ${name} must be`)
    expect(start).toThrow(said)
    if (value.length > 20) expect(start).not.toThrow(value)
  },
)

it('a certificate in place of the private key is told as one', async () => {
  const certificate = await devcloudCertificate()
  const start = () => read({ ...WECHAT_PAY, WECHAT_PAY_PRIVATE_KEY: certificate })
  expect(start).toThrow('is a certificate')
  const inOneLine = bodyOf(certificate).replace(/\s/g, '')
  const { payment } = read({ ...WECHAT_PAY, WECHAT_PAY_PLATFORM_CERTIFICATES: inOneLine })
  expect(payment).toMatchObject({ certificates: [certificate.trim()] })
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
