import { generateKeyPair, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { withoutBlanks } from '@core/kernel/pasted'
import {
  API_V3_KEY,
  CERTIFICATE_SERIAL,
  DATA_KEY,
  formerKeys,
  HASH_KEY,
  KEY_ID,
  MCHID,
  PRIVATE_KEY,
  PUBLIC_KEY,
  readShape,
  type Shape,
} from '@core/runtime/shapes'
import { writeAtomically } from '../../config/build-cache'
import { DevcloudError } from './devcloud-error'
import { makePrivate, makePrivateFolder, PRIVATE_FILE } from './private-files'
import { DEVCLOUD_TEMPLATES } from './wechat/templates'

/** The appid of the local cloud's mini program; every caller and every payment carries it. */
export const DEVCLOUD_APPID = 'wx00000000de5c0001'

type KeyPair = { privateKey: string; publicKey: string }

/** Every key of one devcloud. Made once, never shared, never printed. */
export type DevcloudSecrets = {
  dataKey: string
  dataHashKey: string
  /** Keys of before a rotation; entered by hand, like the new ones. */
  formerDataKeys?: string[]
  formerHashKeys?: string[]
  mchid: string
  merchantSerial: string
  merchant: KeyPair
  /** WeChat Pay's own pair: the public half goes to functions, the private half never leaves. */
  platform: KeyPair & { publicKeyId: string }
  apiV3Key: string
  sessionKey: string
}

const generate = promisify(generateKeyPair)

const keyPair = (): Promise<KeyPair> =>
  generate('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

const digits = (count: number) =>
  Array.from(randomBytes(count), (byte) => String(byte % 10)).join('')

const createSecrets = async (): Promise<DevcloudSecrets> => {
  const [merchant, platform] = await Promise.all([keyPair(), keyPair()])
  return secretsIn({
    dataKey: randomBytes(32).toString('base64'),
    dataHashKey: randomBytes(32).toString('base64'),
    mchid: `19${digits(8)}`,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    merchant,
    platform: { ...platform, publicKeyId: `PUB_KEY_ID_${digits(22)}` },
    apiV3Key: randomBytes(16).toString('hex'),
    sessionKey: randomBytes(32).toString('hex'),
  })
}

let inMemory: Promise<DevcloudSecrets> | undefined

/** Keys for a local cloud in memory: one set per process, because making them takes a second. */
export const memorySecrets = (): Promise<DevcloudSecrets> => (inMemory ??= createSecrets())

/** The keys of a data folder, made at first use and readable by their owner alone. */
export const openSecrets = async (file: string): Promise<DevcloudSecrets> => {
  if (existsSync(file)) return readSecrets(file)
  const secrets = await createSecrets()
  makePrivateFolder(dirname(file))
  writeAtomically(file, JSON.stringify(secrets, null, 2), PRIVATE_FILE)
  return secrets
}

/** The keys in a file that is there, each in its shape: people put them back from copies. */
export const readSecrets = (file: string): DevcloudSecrets => {
  try {
    const secrets = secretsIn(JSON.parse(readFileSync(file, 'utf8')))
    makePrivate(file, PRIVATE_FILE)
    return secrets
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DevcloudError(
      `${file} cannot be read (${reason}): put the shop's keys back from a copy, or delete the ` +
        'whole shop with npm run reset.',
    )
  }
}

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {}

const SESSION_KEY: Shape<string> = {
  should: 'hexadecimal digits',
  read: (text) => (/^[0-9a-f]{32,}$/.test(withoutBlanks(text)) ? withoutBlanks(text) : null),
}

function secretsIn(parsed: unknown): DevcloudSecrets {
  const fields = fieldsOf(parsed)
  const one = (shape: Shape<string>, name: string, within = fields): string => {
    const field = name.split('.').at(-1) ?? name
    const text = within[field]
    if (typeof text !== 'string') throw new Error(`it has no ${name}`)
    return readShape(name, shape, text)
  }
  const many = (shape: Shape<string[]>, name: string): string[] => {
    const given = fields[name] ?? []
    const texts: unknown[] = Array.isArray(given) ? given : [given]
    return texts.length === 0 ? [] : readShape(name, shape, texts.join(','))
  }
  const pair = (name: 'merchant' | 'platform'): KeyPair => ({
    privateKey: one(PRIVATE_KEY, `${name}.privateKey`, fieldsOf(fields[name])),
    publicKey: one(PUBLIC_KEY, `${name}.publicKey`, fieldsOf(fields[name])),
  })
  return {
    dataKey: one(DATA_KEY, 'dataKey'),
    dataHashKey: one(HASH_KEY, 'dataHashKey'),
    formerDataKeys: many(formerKeys(DATA_KEY), 'formerDataKeys'),
    formerHashKeys: many(formerKeys(HASH_KEY), 'formerHashKeys'),
    mchid: one(MCHID, 'mchid'),
    merchantSerial: one(CERTIFICATE_SERIAL, 'merchantSerial'),
    merchant: pair('merchant'),
    platform: {
      ...pair('platform'),
      publicKeyId: one(KEY_ID, 'platform.publicKeyId', fieldsOf(fields['platform'])),
    },
    apiV3Key: one(API_V3_KEY, 'apiV3Key'),
    sessionKey: one(SESSION_KEY, 'sessionKey'),
  }
}

const former = (name: string, keys: readonly string[] = []): Record<string, string> =>
  keys.length > 0 ? { [name]: keys.join(',') } : {}

/** What a function's environment is made from besides the keys. */
export type DeployedEnvironment = {
  /** The local cloud's address, `http://127.0.0.1:PORT`. */
  baseUrl: string
  /** Who may claim the owner's role. */
  owners: readonly string[]
}

/**
 * All variables that a merchant could set for the functions in WeChat's console, with the local
 * cloud's addresses; each function is given its own of them (`environmentOf`).
 */
export const functionEnvironment = (
  secrets: DevcloudSecrets,
  { baseUrl, owners }: DeployedEnvironment,
): Record<string, string> => ({
  DATA_KEY: secrets.dataKey,
  DATA_HASH_KEY: secrets.dataHashKey,
  ...former('DATA_KEYS_FORMER', secrets.formerDataKeys),
  ...former('DATA_HASH_KEYS_FORMER', secrets.formerHashKeys),
  WECHAT_PAY_MCHID: secrets.mchid,
  WECHAT_PAY_APPID: DEVCLOUD_APPID,
  WECHAT_PAY_SERIAL: secrets.merchantSerial,
  WECHAT_PAY_PRIVATE_KEY: secrets.merchant.privateKey,
  WECHAT_PAY_API_V3_KEY: secrets.apiV3Key,
  WECHAT_PAY_PUBLIC_KEY_ID: secrets.platform.publicKeyId,
  WECHAT_PAY_PUBLIC_KEY: secrets.platform.publicKey,
  WECHAT_PAY_NOTIFY_URL: `${baseUrl}/http/payment-notify`,
  WECHAT_PAY_API_URL: `${baseUrl}/wechat-pay`,
  CLOUD_PAY_SUB_MCHID: secrets.mchid,
  MESSAGE_TEMPLATES: JSON.stringify(DEVCLOUD_TEMPLATES),
  OWNER_OPENIDS: owners.join(','),
})
