import type { MessageTemplates, VerificationKeys } from '@core/domain/platform/platform-settings'
import { dutiesOf } from '@core/kernel/deployment'
import { tidied } from '@core/kernel/pasted'
import type { CloudPaySettings } from './cloud-pay/settings'
import * as shapes from './shapes'
import type { VariableName } from './variables'
import type { VaultKeys } from './vault-keys'
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

/** A variable as it was pasted, without its own name before it as in a file of settings. */
function given(name: VariableName): string {
  const text = tidied(process.env[name] ?? '')
  const named = /^(?:export\s+)?(\w+)\s*=\s*([^]*)$/.exec(text)
  return named?.[1] === name ? tidied(named[2] ?? '') : text
}

/** What was read before: reading an RSA key takes longer than a call may, and it stays the same. */
const read = new Map<VariableName, { text: string; shape: object; value: unknown }>()

/** A variable in its shape; `null` when it is not set. Throws with its name for other values. */
function optional<T>(name: VariableName, shape: shapes.Shape<T>): T | null {
  const text = process.env[name] ?? ''
  const before = read.get(name)
  if (before?.text === text && before.shape === shape) return before.value as T
  const pasted = given(name)
  if (pasted === '') return null
  const value = shapes.readShape(`the environment variable ${name}`, shape, pasted)
  read.set(name, { text, shape, value })
  return value
}

function required<T>(name: VariableName, shape: shapes.Shape<T>): T {
  const value = optional(name, shape)
  if (value === null) throw missing(name)
  return value
}

const missing = (name: string): Error =>
  new Error(`the environment variable ${name} is missing; set it in the function's configuration`)

/** WeChat Pay's production address; the local cloud overrides it. */
const WECHAT_PAY_API = 'https://api.mch.weixin.qq.com'

const FORMER_DATA_KEYS = shapes.formerKeys(shapes.DATA_KEY)
const FORMER_HASH_KEYS = shapes.formerKeys(shapes.HASH_KEY)
const PROVIDER = shapes.oneOf('wechat-pay', 'cloud-pay')

/**
 * Reads the environment of a function: those that do not pay need nothing of the provider's.
 * Throws with the variable's name, never its value, when it is missing or has another shape.
 */
export const readEnvironment = (functionName: string): Environment => ({
  dataKey: required('DATA_KEY', shapes.DATA_KEY),
  dataHashKey: required('DATA_HASH_KEY', shapes.HASH_KEY),
  formerDataKeys: optional('DATA_KEYS_FORMER', FORMER_DATA_KEYS) ?? [],
  formerHashKeys: optional('DATA_HASH_KEYS_FORMER', FORMER_HASH_KEYS) ?? [],
  owners: optional('OWNER_OPENIDS', shapes.OPENIDS) ?? [],
  isMeasured: given('MEASURE_ROUNDS') === '1',
  payment: dutiesOf(functionName).pays ? paymentSettings() : null,
  messageTemplates: optional('MESSAGE_TEMPLATES', shapes.TEMPLATES) ?? {},
})

/** Requires only the variables of the chosen provider. */
function paymentSettings(): PaymentSettings {
  const provider = optional('PAYMENT_PROVIDER', PROVIDER) ?? 'wechat-pay'
  if (provider === 'wechat-pay') return { provider, ...wechatPaySettings() }
  return {
    provider,
    subMchid: required('CLOUD_PAY_SUB_MCHID', shapes.MCHID),
    // Set by the cloud: the environment that the function runs in.
    envId: cloudEnvironment(),
  }
}

function cloudEnvironment(): string {
  const id = process.env['TCB_ENV']?.trim() || process.env['SCF_NAMESPACE']?.trim()
  if (!id) throw missing('SCF_NAMESPACE')
  return id
}

const wechatPaySettings = (): WechatPaySettings => ({
  apiUrl: optional('WECHAT_PAY_API_URL', shapes.ADDRESS) ?? WECHAT_PAY_API,
  appid: required('WECHAT_PAY_APPID', shapes.APPID),
  mchid: required('WECHAT_PAY_MCHID', shapes.MCHID),
  serial: required('WECHAT_PAY_SERIAL', shapes.CERTIFICATE_SERIAL),
  privateKey: required('WECHAT_PAY_PRIVATE_KEY', shapes.PRIVATE_KEY),
  apiV3Key: required('WECHAT_PAY_API_V3_KEY', shapes.API_V3_KEY),
  notifyUrl: required('WECHAT_PAY_NOTIFY_URL', shapes.ADDRESS),
  ...givenKeys(),
})

/** WeChat Pay's keys, for as long as none are saved: a part that is given is given as a whole. */
function givenKeys(): VerificationKeys {
  const certificates = optional('WECHAT_PAY_PLATFORM_CERTIFICATES', shapes.CERTIFICATES)
  const hasKey = given('WECHAT_PAY_PUBLIC_KEY_ID') || given('WECHAT_PAY_PUBLIC_KEY')
  if (!hasKey) return { publicKey: null, certificates }
  const id = required('WECHAT_PAY_PUBLIC_KEY_ID', shapes.KEY_ID)
  return {
    publicKey: { id, pem: required('WECHAT_PAY_PUBLIC_KEY', shapes.PUBLIC_KEY) },
    certificates,
  }
}
