import { PLATFORM_ID } from '@core/data/platform/platform'
import { FUNCTION_NAMES } from '@core/kernel/deployment'
import { isReadBy, type Provider, VARIABLES, type VariableName } from '@core/runtime/variables'
import type { DevcloudState } from './devcloud-state'
import type { CollectionSpec } from './ports'
import { DEVCLOUD_TEMPLATES } from './wechat/templates'

/** Whether a database can hold the settings that an owner saves on a page. */
export const holdsSettings = (collections: readonly CollectionSpec[]): boolean =>
  collections.some(({ name }) => name === 'settings')

/**
 * Stores what an owner would have entered on the page 微信平台: the templates, and the public key of
 * the local WeChat Pay. Settings that are there stay.
 */
export async function storePlatform({
  store,
  secrets,
  clock,
}: Pick<DevcloudState, 'store' | 'secrets' | 'clock'>): Promise<void> {
  if (store.count('settings', { _id: PLATFORM_ID }) > 0) return
  const { publicKeyId: id, publicKey: pem } = secrets.platform
  const settings = { templates: DEVCLOUD_TEMPLATES, publicKey: { id, pem }, certificates: null }
  await store.insert('settings', [
    { _id: PLATFORM_ID, version: 1, at: clock.now(), by: null, settings },
  ])
}

/** Variables by name. */
type Variables = Record<string, string>

/** What the environment of a function is chosen from. */
export type EnvironmentSource = {
  /** The variables of a shop whose settings are in them too. */
  deployed: Variables
  /** Those that whoever started the local cloud adds or replaces. */
  given: Variables
  /** Whether the settings are stored, and need no variables. */
  hasSettings: boolean
}

/**
 * The variables of one function: those that it reads, and those that are none of the shop's. A
 * function that the shop does not know gets them all.
 */
export function environmentOf(
  functionName: string,
  { deployed, given, hasSettings }: EnvironmentSource,
): Variables {
  const all = { ...deployed, ...given }
  const provider: Provider = all['PAYMENT_PROVIDER'] === 'cloud-pay' ? 'cloud-pay' : 'wechat-pay'
  const isKnown = FUNCTION_NAMES.some((known) => known === functionName)
  const isOwn = (name: string): boolean => {
    if (!isVariable(name) || !isKnown) return true
    const isSetting = 'kept' in VARIABLES[name] && hasSettings && !(name in given)
    return !isSetting && isReadBy(functionName, name, provider)
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => isOwn(name)))
}

const isVariable = (name: string): name is VariableName => Object.hasOwn(VARIABLES, name)
