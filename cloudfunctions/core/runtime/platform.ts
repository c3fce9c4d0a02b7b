import {
  type PlatformSettings,
  settingsInForce,
  type VerificationKeys,
} from '@core/domain/platform/platform-settings'
import { type Instant, MINUTE_MS } from '@core/kernel/calendar'
import type { Database } from '../data/database'
import { isMissingCollection } from '../data/failures'
import { readPlatform, type SavedPlatform } from '../data/platform/platform'

/**
 * How long a warm worker uses the platform settings that it has read. They change once in months,
 * and a key of WeChat Pay that is missing among them is looked for at once.
 */
export const PLATFORM_FRESH_MS = 5 * MINUTE_MS

/** What this worker has read last; it outlives the invocation. */
let kept: { saved: SavedPlatform | null; readAt: Instant } | null = null

/** Where the keys of WeChat Pay come from. */
export type KeySource = {
  current(): Promise<VerificationKeys>
  /** Reads them again, once per invocation; `null` when nothing has changed. */
  renewed(): Promise<VerificationKeys | null>
}

/** Keys that do not change. */
export const fixedKeys = (keys: VerificationKeys): KeySource => ({
  current: async () => keys,
  renewed: async () => null,
})

/** The platform settings of one invocation, read when something needs them. */
export type PlatformSource = {
  current(): Promise<PlatformSettings>
  renewed(): Promise<PlatformSettings | null>
  /** Lets the next call of `current`, in this invocation or another, read them anew. */
  forget(): void
}

type Options = { db: Database; now: Instant; given: PlatformSettings }

/** Opens the platform settings without reading them: most invocations never need them. */
export function openPlatform({ db, now, given }: Options): PlatformSource {
  let reading: Promise<SavedPlatform | null> | null = null
  let isRenewed = false
  const read = (): Promise<SavedPlatform | null> => {
    reading ??= readSaved(db, now).finally(() => {
      reading = null
    })
    return reading
  }
  const inForce = (saved: SavedPlatform | null) => settingsInForce(saved?.settings ?? null, given)
  return {
    async current() {
      const age = kept ? now - kept.readAt : Number.POSITIVE_INFINITY
      const isFresh = age >= 0 && age < PLATFORM_FRESH_MS
      return inForce(kept && isFresh ? kept.saved : await read())
    },
    async renewed() {
      if (isRenewed) return null
      isRenewed = true
      const before = kept?.saved?.version
      const saved = await read()
      return saved?.version === before ? null : inForce(saved)
    },
    forget() {
      kept = null
    },
  }
}

async function readSaved(db: Database, now: Instant): Promise<SavedPlatform | null> {
  const saved = await readPlatform(db).catch((error: unknown) => {
    // An environment that is being set up has no collections yet.
    if (isMissingCollection(error)) return null
    throw error
  })
  kept = { saved, readAt: now }
  return saved
}
