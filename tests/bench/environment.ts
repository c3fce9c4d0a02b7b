import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { FUNCTION_NAMES } from '@core/kernel/deployment'
import { type Provider, VARIABLES, type VariableName, variablesOf } from '@core/runtime/variables'

/** Bytes of random data as they are written into a variable. */
const base64 = (bytes: number) => randomBytes(bytes).toString('base64')
const digits = (count: number) => '1234567890'.repeat(Math.ceil(count / 10)).slice(0, count)
const list = (count: number, make: () => string) => Array.from({ length: count }, make).join(',')

/** The longest address that WeChat Pay calls. */
const NOTIFY_URL_MAX = 255

/** A private key as a console of a single line takes it: `\n` is two bytes for each line end. */
const privateKey = (): string => (made ??= makePrivateKey())
let made: string | undefined

const makePrivateKey = (): string => {
  const { privateKey: pem } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return pem.trim().replaceAll('\n', '\\n')
}

/**
 * The longest values of a real shop: two owners, and as many former keys as a rotation may have.
 * Public key, certificate and templates are in use too, but saved as settings.
 */
const LONGEST: Record<Provider, Partial<Record<VariableName, () => string>>> = (() => {
  const shared = {
    DATA_KEY: () => base64(32),
    DATA_HASH_KEY: () => base64(32),
    DATA_KEYS_FORMER: () => list(3, () => base64(32)),
    DATA_HASH_KEYS_FORMER: () => list(3, () => base64(32)),
    OWNER_OPENIDS: () => list(2, () => `o${randomBytes(27).toString('base64url').slice(0, 27)}`),
  }
  return {
    'wechat-pay': {
      ...shared,
      PAYMENT_PROVIDER: () => 'wechat-pay',
      WECHAT_PAY_APPID: () => `wx${digits(16)}`,
      WECHAT_PAY_MCHID: () => digits(10),
      WECHAT_PAY_SERIAL: () => randomBytes(20).toString('hex').toUpperCase(),
      WECHAT_PAY_PRIVATE_KEY: privateKey,
      WECHAT_PAY_API_V3_KEY: () => randomBytes(16).toString('hex'),
      WECHAT_PAY_NOTIFY_URL: () => 'https://'.padEnd(NOTIFY_URL_MAX, 'a'),
    },
    'cloud-pay': {
      ...shared,
      PAYMENT_PROVIDER: () => 'cloud-pay',
      CLOUD_PAY_SUB_MCHID: () => digits(10),
    },
  }
})()

/**
 * The environment of a function at its longest: every variable that it reads, as the code declares
 * them. Throws for a declared variable that no value is known for.
 */
export const longestEnvironment = (
  functionName: string,
  provider: Provider,
): Record<string, string> =>
  Object.fromEntries(
    variablesOf(functionName, provider).map((name) => {
      const value = LONGEST[provider][name]
      if (!value) throw new Error(`tests/bench/environment.ts has no value for ${name}`)
      return [name, value()]
    }),
  )

/** Bytes of an environment as it is stored: `NAME=value`, one separator after each. */
export const bytesOf = (environment: Record<string, string>): number =>
  Object.entries(environment).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(`${name}=${value}`) + 1,
    0,
  )

/** The largest environment that any function needs, in bytes; the service takes 4,096. */
export const environmentBytes = (): number =>
  Math.max(
    ...FUNCTION_NAMES.flatMap((name) =>
      PROVIDERS.map((provider) => bytesOf(longestEnvironment(name, provider))),
    ),
  )

const PROVIDERS: readonly Provider[] = ['wechat-pay', 'cloud-pay']

/** The variables that an owner may still set until settings are saved. */
export const SETTINGS_VARIABLES = (Object.keys(VARIABLES) as VariableName[]).filter(
  (name) => 'kept' in VARIABLES[name],
)
