import type { Database } from '@core/data/database'
import type { Transaction } from '@core/data/transaction'
import { replaceVersion, type Version } from '@core/data/versions'
import type { PlatformSettings } from '@core/domain/platform/platform-settings'

/** The settings document of WeChat's side of the shop. */
export const PLATFORM_ID = 'platform'

/** Platform settings as an owner saved them. */
export type SavedPlatform = Version & { settings: PlatformSettings }

/** What was saved last; `null` when nothing ever was. */
export async function readPlatform(from: Database | Transaction): Promise<SavedPlatform | null> {
  const document = await from.get('settings', PLATFORM_ID)
  return document ? (document as unknown as SavedPlatform) : null
}

/** Puts platform settings in force; those before are kept as `platform:<version>`. */
export const replacePlatform = (
  transaction: Transaction,
  before: SavedPlatform | null,
  next: Omit<SavedPlatform, 'version'>,
): Promise<SavedPlatform> => replaceVersion(transaction, PLATFORM_ID, { before, next })
