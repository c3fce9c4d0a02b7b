import { Vault } from '../data/vault'

/** The keys of the environment: the present ones, and former ones that still open and find. */
export type VaultKeys = {
  dataKey: string
  dataHashKey: string
  formerDataKeys: readonly string[]
  formerHashKeys: readonly string[]
}

/** AES-256 takes exactly this. */
const DATA_KEY_BYTES = 32
/** Shorter secrets can be guessed, and with them the phone numbers behind the hashes. */
const HASH_KEY_BYTES_MIN = 16
/** One is enough for a rotation; a function's environment is 4 KB in all. */
const FORMER_KEYS_MAX = 3

const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/

/** An environment variable with a value that cannot be used. */
export const invalid = (name: string, should: string): Error =>
  new Error(`the environment variable ${name} must be ${should}`)

/** Opens the vault. Throws with the variable's name, never its value, when a key is unusable. */
export function openVault(keys: VaultKeys): Vault {
  const { dataKey, dataHashKey, formerDataKeys, formerHashKeys } = keys
  const should = `${DATA_KEY_BYTES} bytes, base64 (openssl rand -base64 ${DATA_KEY_BYTES})`
  if (!isDataKey(dataKey)) throw invalid('DATA_KEY', should)
  if (!isHashKey(dataHashKey)) throw invalid('DATA_HASH_KEY', should)
  const most = `up to ${FORMER_KEYS_MAX} former keys, separated by commas, each ${should}`
  if (!areFormer(formerDataKeys, isDataKey)) throw invalid('DATA_KEYS_FORMER', most)
  if (!areFormer(formerHashKeys, isHashKey)) throw invalid('DATA_HASH_KEYS_FORMER', most)
  return new Vault(dataKey, dataHashKey, { data: formerDataKeys, hash: formerHashKeys })
}

const bytesIn = (key: string): number => (BASE64.test(key) ? Buffer.from(key, 'base64').length : 0)

const isDataKey = (key: string): boolean => bytesIn(key) === DATA_KEY_BYTES

const isHashKey = (key: string): boolean => bytesIn(key) >= HASH_KEY_BYTES_MIN

const areFormer = (keys: readonly string[], isKey: (key: string) => boolean): boolean =>
  keys.length <= FORMER_KEYS_MAX && keys.every(isKey)
