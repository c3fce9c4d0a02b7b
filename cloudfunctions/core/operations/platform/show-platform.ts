import type { PlatformView } from '@core/contract/platform'
import { readPlatform, type SavedPlatform } from '@core/data/platform/platform'
import {
  FETCH,
  type PlatformSettings,
  settingsInForce,
} from '@core/domain/platform/platform-settings'
import { ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'

/** The platform settings in force: what was saved, or else what the environment gives. */
export const showPlatform = async (ctx: Context): Promise<Result<PlatformView, never>> =>
  ok(platformView(ctx, await readPlatform(ctx.db)))

export function platformView({ platform }: Context, saved: SavedPlatform | null): PlatformView {
  const { templates, publicKey, certificates } = settingsInForce(
    saved?.settings ?? null,
    platform.given,
  )
  return {
    version: saved?.version ?? 0,
    at: saved?.at ?? null,
    by: saved?.by ?? null,
    provider: platform.provider,
    templates,
    publicKey,
    certificates: textOf(certificates),
  }
}

const textOf = (certificates: PlatformSettings['certificates']): string =>
  certificates === 'FETCHED' ? FETCH : (certificates ?? []).join('\n')
