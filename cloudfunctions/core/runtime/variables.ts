import { dutiesOf } from '@core/kernel/deployment'

/** A way to take payments. */
export type Provider = 'wechat-pay' | 'cloud-pay'

/** An environment variable that the code reads. */
type Variable = {
  /** Which functions have it. */
  of: 'every function' | 'functions that pay'
  /** The provider that needs it; without it, any. */
  provider?: Provider
  /** `settings`: an owner saves it on a page, and the variable counts only until then. */
  kept?: 'settings'
  /** Set by the local cloud alone. */
  isLocal?: boolean
}

const ALL = { of: 'every function' } as const
const PAYING = { of: 'functions that pay' } as const
const WECHAT_PAY = { ...PAYING, provider: 'wechat-pay' } as const

/** Every variable that a function may be given. The code reads no other. */
export const VARIABLES = {
  DATA_KEY: ALL,
  DATA_HASH_KEY: ALL,
  DATA_KEYS_FORMER: ALL,
  DATA_HASH_KEYS_FORMER: ALL,
  OWNER_OPENIDS: ALL,
  PAYMENT_PROVIDER: PAYING,
  WECHAT_PAY_APPID: WECHAT_PAY,
  WECHAT_PAY_MCHID: WECHAT_PAY,
  WECHAT_PAY_SERIAL: WECHAT_PAY,
  WECHAT_PAY_PRIVATE_KEY: WECHAT_PAY,
  WECHAT_PAY_API_V3_KEY: WECHAT_PAY,
  WECHAT_PAY_NOTIFY_URL: WECHAT_PAY,
  CLOUD_PAY_SUB_MCHID: { ...PAYING, provider: 'cloud-pay' },
  WECHAT_PAY_PUBLIC_KEY_ID: { ...WECHAT_PAY, kept: 'settings' },
  WECHAT_PAY_PUBLIC_KEY: { ...WECHAT_PAY, kept: 'settings' },
  WECHAT_PAY_PLATFORM_CERTIFICATES: { ...WECHAT_PAY, kept: 'settings' },
  MESSAGE_TEMPLATES: { ...ALL, kept: 'settings' },
  WECHAT_PAY_API_URL: { ...WECHAT_PAY, isLocal: true },
  MEASURE_ROUNDS: { ...ALL, isLocal: true },
} as const satisfies Record<string, Variable>

/** The name of an environment variable. */
export type VariableName = keyof typeof VARIABLES

/** Whether a function with a provider reads a variable. */
export function isReadBy(functionName: string, name: VariableName, by: Provider): boolean {
  const { of, provider = by }: Variable = VARIABLES[name]
  return provider === by && (of === 'every function' || dutiesOf(functionName).pays)
}

/** The variables that are set for a function with a provider, once an owner has saved settings. */
export const variablesOf = (functionName: string, by: Provider): VariableName[] =>
  (Object.entries(VARIABLES) as [VariableName, Variable][])
    .filter(([name, { kept, isLocal }]) => !kept && !isLocal && isReadBy(functionName, name, by))
    .map(([name]) => name)
