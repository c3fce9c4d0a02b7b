import { messageTemplates } from '@core/contract/platform'
import { certificatesIn, pemText } from '@core/data/platform/pem'
import { NOTIFICATION_KINDS } from '@core/domain/notifications/notification'
import type { MessageTemplates, VerificationKeys } from '@core/domain/platform/platform-settings'
import { dutiesOf } from '@core/kernel/deployment'
import * as v from 'valibot'
import type { CloudPaySettings } from './cloud-pay/settings'
import { type VariableName } from './variables'
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
  /** `null` in a function that does not pay: it has none of the merchant's keys. */
  payment: PaymentSettings | null
  /** The merchant's templates of subscription messages, for as long as none are saved. */
  messageTemplates: MessageTemplates
}

/** A variable without the blanks and line ends that come along when it is pasted. */
const given = (name: VariableName): string => process.env[name]?.trim() ?? ''

function required(name: VariableName): string {
  const value = given(name)
  if (!value) throw missing(name)
  return value
}

const missing = (name: string): Error =>
  new Error(`the environment variable ${name} is missing; set it in the function's configuration`)

/** The items of a variable, separated by commas. */
const listed = (name: VariableName): string[] =>
  given(name)
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** WeChat Pay's production address; the local cloud overrides it. */
const WECHAT_PAY_API = 'https://api.mch.weixin.qq.com'

/**
 * Reads the environment of a function: those that do not pay need nothing of the provider's.
 * Throws with the variable's name when it is missing or invalid.
 */
export const readEnvironment = (functionName: string): Environment => ({
  dataKey: required('DATA_KEY'),
  dataHashKey: required('DATA_HASH_KEY'),
  formerDataKeys: listed('DATA_KEYS_FORMER'),
  formerHashKeys: listed('DATA_HASH_KEYS_FORMER'),
  owners: listed('OWNER_OPENIDS'),
  isMeasured: given('MEASURE_ROUNDS') === '1',
  payment: dutiesOf(functionName).pays ? paymentSettings() : null,
  messageTemplates: givenTemplates(),
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
        envId: cloudEnvironment(),
      }
    default:
      throw invalid('PAYMENT_PROVIDER', 'wechat-pay or cloud-pay')
  }
}

function cloudEnvironment(): string {
  const id = process.env['TCB_ENV']?.trim() || process.env['SCF_NAMESPACE']?.trim()
  if (!id) throw missing('SCF_NAMESPACE')
  return id
}

const wechatPaySettings = (): WechatPaySettings => ({
  apiUrl: given('WECHAT_PAY_API_URL') || WECHAT_PAY_API,
  appid: required('WECHAT_PAY_APPID'),
  mchid: required('WECHAT_PAY_MCHID'),
  serial: required('WECHAT_PAY_SERIAL'),
  privateKey: pemText(required('WECHAT_PAY_PRIVATE_KEY')),
  apiV3Key: required('WECHAT_PAY_API_V3_KEY'),
  notifyUrl: required('WECHAT_PAY_NOTIFY_URL'),
  ...givenKeys(),
})

/** WeChat Pay's keys, for as long as none are saved: a part that is given is given as a whole. */
function givenKeys(): VerificationKeys {
  const certificates = givenCertificates()
  const hasKey = given('WECHAT_PAY_PUBLIC_KEY_ID') || given('WECHAT_PAY_PUBLIC_KEY')
  if (!hasKey) return { publicKey: null, certificates }
  const id = required('WECHAT_PAY_PUBLIC_KEY_ID')
  return { publicKey: { id, pem: pemText(required('WECHAT_PAY_PUBLIC_KEY')) }, certificates }
}

function givenCertificates(): VerificationKeys['certificates'] {
  const name = 'WECHAT_PAY_PLATFORM_CERTIFICATES'
  const value = given(name)
  if (!value) return null
  const certificates = certificatesIn(value)
  if (!certificates) throw invalid(name, 'PEM certificates, or `fetch`')
  return certificates
}

function givenTemplates(): MessageTemplates {
  const text = given('MESSAGE_TEMPLATES')
  if (!text) return {}
  try {
    return v.parse(messageTemplates, JSON.parse(text))
  } catch {
    const kinds = NOTIFICATION_KINDS.join(', ')
    throw invalid('MESSAGE_TEMPLATES', `JSON of {"id", "keys"} by message: ${kinds}`)
  }
}
