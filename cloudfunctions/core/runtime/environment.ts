import {
  NOTIFICATION_KINDS,
  type NotificationTemplate,
  TEMPLATE_KEY,
} from '@core/domain/notifications/notification'
import * as v from 'valibot'
import type { CloudPaySettings } from './cloud-pay/settings'
import type { WechatPaySettings } from './wechat-pay/settings'

/** How the shop is paid, and what that takes. */
export type PaymentSettings =
  | ({ provider: 'wechat-pay' } & WechatPaySettings)
  | ({ provider: 'cloud-pay' } & CloudPaySettings)

/** What a function is told by its environment; secrets come from nowhere else. */
export type Environment = {
  dataKey: string
  dataHashKey: string
  owners: string[]
  /** Whether database calls are kept in step so that rounds can be counted (`data/meter.ts`). */
  isMeasured: boolean
  payment: PaymentSettings
  /** The templates of subscription messages that the merchant has. */
  messageTemplates: Partial<Record<string, NotificationTemplate>>
}

/** A variable that must be there; a missing one is named. */
function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`the environment variable ${name} is missing`)
  return value
}

const wrong = (name: string, should: string) =>
  new Error(`the environment variable ${name} must be ${should}`)

/** WeChat Pay's own address; the devcloud names another. */
const WECHAT_PAY_API = 'https://api.mch.weixin.qq.com'

/** Reads the environment. Throws, naming it, when a variable is missing or makes no sense. */
export const readEnvironment = (): Environment => ({
  dataKey: needed('DATA_KEY'),
  dataHashKey: needed('DATA_HASH_KEY'),
  owners: (process.env['OWNER_OPENIDS'] ?? '').split(',').filter(Boolean),
  isMeasured: process.env['MEASURE_ROUNDS'] === '1',
  payment: paymentSettings(),
  messageTemplates: messageTemplates(),
})

/** Only what the chosen provider needs must be there. */
function paymentSettings(): PaymentSettings {
  const provider = process.env['PAYMENT_PROVIDER'] || 'wechat-pay'
  switch (provider) {
    case 'wechat-pay':
      return { provider, ...wechatPaySettings() }
    case 'cloud-pay':
      return {
        provider,
        subMchid: needed('CLOUD_PAY_SUB_MCHID'),
        // The cloud sets it by itself; it is the environment that the function runs in.
        envId: process.env['TCB_ENV'] || needed('SCF_NAMESPACE'),
      }
    default:
      throw wrong('PAYMENT_PROVIDER', 'wechat-pay or cloud-pay')
  }
}

const wechatPaySettings = (): WechatPaySettings => ({
  apiUrl: process.env['WECHAT_PAY_API_URL'] || WECHAT_PAY_API,
  appid: needed('WECHAT_PAY_APPID'),
  mchid: needed('WECHAT_PAY_MCHID'),
  serial: needed('WECHAT_PAY_SERIAL'),
  privateKey: pem(needed('WECHAT_PAY_PRIVATE_KEY')),
  apiV3Key: needed('WECHAT_PAY_API_V3_KEY'),
  notifyUrl: needed('WECHAT_PAY_NOTIFY_URL'),
  ...verificationSettings(),
})

/** An account is verified by a public key, by platform certificates, or by both while it moves. */
function verificationSettings(): Pick<WechatPaySettings, 'publicKey' | 'certificates'> {
  const certificates = platformCertificates()
  const hasKey = process.env['WECHAT_PAY_PUBLIC_KEY_ID'] || process.env['WECHAT_PAY_PUBLIC_KEY']
  if (certificates !== null && !hasKey) return { publicKey: null, certificates }
  const id = needed('WECHAT_PAY_PUBLIC_KEY_ID')
  return { publicKey: { id, pem: pem(needed('WECHAT_PAY_PUBLIC_KEY')) }, certificates }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

function platformCertificates(): WechatPaySettings['certificates'] {
  const name = 'WECHAT_PAY_PLATFORM_CERTIFICATES'
  const value = process.env[name]
  if (!value) return null
  if (value === 'fetch') return 'FETCHED'
  const certificates = pem(value).match(CERTIFICATE)
  if (!certificates) throw wrong(name, 'certificates in PEM, or the word fetch')
  return certificates
}

/** A console that takes one line only is given `\n` for the line ends of a key. */
const pem = (text: string): string => text.replace(/\\n/g, '\n')

const templates = v.record(
  v.picklist(NOTIFICATION_KINDS),
  v.strictObject({
    id: v.pipe(v.string(), v.nonEmpty()),
    keys: v.record(v.string(), v.pipe(v.string(), v.regex(TEMPLATE_KEY))),
  }),
)

function messageTemplates(): Environment['messageTemplates'] {
  const text = process.env['MESSAGE_TEMPLATES']
  if (!text) return {}
  try {
    return v.parse(templates, JSON.parse(text))
  } catch {
    const kinds = NOTIFICATION_KINDS.join(', ')
    throw wrong('MESSAGE_TEMPLATES', `JSON of {"id", "keys"} by message: ${kinds}`)
  }
}
