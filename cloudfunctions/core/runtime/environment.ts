import {
  NOTIFICATION_KINDS,
  type NotificationTemplate,
  TEMPLATE_KEY,
} from '@core/domain/notifications/notification'
import * as v from 'valibot'
import type { CloudPaySettings } from './cloud-pay/settings'
import { invalid, type VaultKeys } from './vault-keys'
import type { WechatPaySettings } from './wechat-pay/settings'

/** The payment provider and its settings. */
export type PaymentSettings =
  | ({ provider: 'wechat-pay' } & WechatPaySettings)
  | ({ provider: 'cloud-pay' } & CloudPaySettings)

/** The configuration from environment variables; all secrets are in it. */
export type Environment = VaultKeys & {
  owners: string[]
  /** Whether database calls are kept in step to count rounds reproducibly (`data/meter.ts`). */
  isMeasured: boolean
  payment: PaymentSettings
  /** The merchant's templates of subscription messages, by kind of notification. */
  messageTemplates: Partial<Record<string, NotificationTemplate>>
}

/** A variable without the blanks and line ends that come along when it is pasted. */
const given = (name: string): string => process.env[name]?.trim() ?? ''

function required(name: string): string {
  const value = given(name)
  if (!value)
    throw new Error(
      `the environment variable ${name} is missing; set it in the function's configuration`,
    )
  return value
}

/** The items of a variable, separated by commas. */
const listed = (name: string): string[] =>
  given(name)
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** WeChat Pay's production address; the local cloud overrides it. */
const WECHAT_PAY_API = 'https://api.mch.weixin.qq.com'

/** Reads the environment. Throws with the variable's name when it is missing or invalid. */
export const readEnvironment = (): Environment => ({
  dataKey: required('DATA_KEY'),
  dataHashKey: required('DATA_HASH_KEY'),
  formerDataKeys: listed('DATA_KEYS_FORMER'),
  formerHashKeys: listed('DATA_HASH_KEYS_FORMER'),
  owners: listed('OWNER_OPENIDS'),
  isMeasured: process.env['MEASURE_ROUNDS'] === '1',
  payment: paymentSettings(),
  messageTemplates: messageTemplates(),
})

/** Requires only the variables of the chosen provider. */
function paymentSettings(): PaymentSettings {
  const provider = given('PAYMENT_PROVIDER') || 'wechat-pay'
  switch (provider) {
    case 'wechat-pay':
      return { provider, ...wechatPaySettings() }
    case 'cloud-pay':
      return {
        provider,
        subMchid: required('CLOUD_PAY_SUB_MCHID'),
        // Set by the cloud: the environment that the function runs in.
        envId: given('TCB_ENV') || required('SCF_NAMESPACE'),
      }
    default:
      throw invalid('PAYMENT_PROVIDER', 'wechat-pay or cloud-pay')
  }
}

const wechatPaySettings = (): WechatPaySettings => ({
  apiUrl: given('WECHAT_PAY_API_URL') || WECHAT_PAY_API,
  appid: required('WECHAT_PAY_APPID'),
  mchid: required('WECHAT_PAY_MCHID'),
  serial: required('WECHAT_PAY_SERIAL'),
  privateKey: pem(required('WECHAT_PAY_PRIVATE_KEY')),
  apiV3Key: required('WECHAT_PAY_API_V3_KEY'),
  notifyUrl: required('WECHAT_PAY_NOTIFY_URL'),
  ...verificationSettings(),
})

/** An account uses a public key, platform certificates, or both during its migration. */
function verificationSettings(): Pick<WechatPaySettings, 'publicKey' | 'certificates'> {
  const certificates = platformCertificates()
  const hasKey = given('WECHAT_PAY_PUBLIC_KEY_ID') || given('WECHAT_PAY_PUBLIC_KEY')
  if (certificates !== null && !hasKey) return { publicKey: null, certificates }
  const id = required('WECHAT_PAY_PUBLIC_KEY_ID')
  return { publicKey: { id, pem: pem(required('WECHAT_PAY_PUBLIC_KEY')) }, certificates }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

function platformCertificates(): WechatPaySettings['certificates'] {
  const name = 'WECHAT_PAY_PLATFORM_CERTIFICATES'
  const value = given(name)
  if (!value) return null
  if (value === 'fetch') return 'FETCHED'
  const certificates = pem(value).match(CERTIFICATE)
  if (!certificates) throw invalid(name, 'PEM certificates, or `fetch`')
  return certificates
}

/** Consoles that accept a single line are given `\n` for the line breaks of a key. */
const pem = (text: string): string => text.replace(/\\n/g, '\n')

const templates = v.record(
  v.picklist(NOTIFICATION_KINDS),
  v.strictObject({
    id: v.pipe(v.string(), v.nonEmpty()),
    keys: v.record(v.string(), v.pipe(v.string(), v.regex(TEMPLATE_KEY))),
  }),
)

function messageTemplates(): Environment['messageTemplates'] {
  const text = given('MESSAGE_TEMPLATES')
  if (!text) return {}
  try {
    return v.parse(templates, JSON.parse(text))
  } catch {
    const kinds = NOTIFICATION_KINDS.join(', ')
    throw invalid('MESSAGE_TEMPLATES', `JSON of {"id", "keys"} by message: ${kinds}`)
  }
}
