import { createPrivateKey, randomBytes } from 'node:crypto'
import { readEnvironment } from '@core/runtime/environment'
import { API_KEY, KEY, MERCHANT, PRIVATE, PUBLIC, pem, SERIAL } from '../builders/merchant'
import { devcloudCertificate } from '../builders/payment'

/** Settings as people paste them: what is plainly meant is read, anything else refused by name. */

const before = process.env
afterEach(() => {
  process.env = before
})

const read = (variables: Record<string, string>) => {
  process.env = { ...variables }
  return readEnvironment('shop')
}

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
    ['with blanks', 'WECHAT_PAY_APPID', ' wxd678ef 0567006787\u3000', MERCHANT.WECHAT_PAY_APPID],
    ['in upper case', 'WECHAT_PAY_APPID', 'WXD678EF0567006787', MERCHANT.WECHAT_PAY_APPID],
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
  const { payment, ...rest } = read({ ...MERCHANT, [variable]: text })
  const values: unknown[] = [...Object.values(rest), ...Object.values(payment ?? {})]
  const keys = values.flatMap((value) => Object.values(value ?? {}) as unknown[])
  expect([...values, ...keys]).toContainEqual(meant)
})

it('a private key in the older encoding is the same key', () => {
  const pkcs1 = pem('pkcs1').privateKey
  expect(pkcs1).toContain('BEGIN RSA PRIVATE KEY')
  for (const text of [pkcs1, bodyOf(pkcs1)]) {
    const { payment } = read({ ...MERCHANT, WECHAT_PAY_PRIVATE_KEY: text })
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
    const start = () => read({ ...MERCHANT, [name]: value })
    expect(start).toThrow(`the environment variable ${name} must be`)
    expect(start).toThrow(said)
    if (value.length > 20) expect(start).not.toThrow(value)
  },
)

it('a certificate in place of the private key is told as one', async () => {
  const certificate = await devcloudCertificate()
  const start = () => read({ ...MERCHANT, WECHAT_PAY_PRIVATE_KEY: certificate })
  expect(start).toThrow('is a certificate')
  const inOneLine = bodyOf(certificate).replace(/\s/g, '')
  const { payment } = read({ ...MERCHANT, WECHAT_PAY_PLATFORM_CERTIFICATES: inOneLine })
  expect(payment).toMatchObject({ certificates: [certificate.trim()] })
})
