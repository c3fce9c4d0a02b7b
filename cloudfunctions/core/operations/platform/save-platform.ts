import type { PlatformView, SavePlatformError, SavePlatformInput } from '@core/contract/platform'
import {
  certificatesIn,
  hasPrivateKey,
  publicKeyIn,
  validCertificates,
} from '@core/data/platform/pem'
import { readPlatform, replacePlatform } from '@core/data/platform/platform'
import {
  type PlatformError,
  type PlatformSettings,
  templateErrors,
} from '@core/domain/platform/platform-settings'
import type { Instant } from '@core/kernel/calendar'
import { fail, ok, type Result } from '@core/kernel/result'
import type { Context } from '@core/operations/context'
import { versionedSave } from '@core/operations/versioned-save'
import { platformView } from './show-platform'

/**
 * Puts platform settings in force as a whole and keeps those before. This worker uses them at once,
 * the others within minutes, or as soon as WeChat Pay signs with a key that they do not know.
 */
export async function savePlatform(
  ctx: Context,
  { version, ...input }: SavePlatformInput,
): Promise<Result<PlatformView, SavePlatformError>> {
  const read = readSettings(input, ctx.now)
  if (!read.ok) return read
  const settings = read.value
  const saved = await ctx.db.transact(
    async (transaction): Promise<Result<PlatformView, SavePlatformError>> => {
      const before = await readPlatform(transaction)
      const stored = before && { version: before.version, value: before.settings }
      const save = versionedSave(stored, { version, value: settings })
      if (before && save === 'REPEATED') return ok(platformView(ctx, before))
      if (save !== 'NEW') return fail({ code: 'VERSION_CONFLICT', version: before?.version ?? 0 })
      const next = { at: ctx.now, by: ctx.openid, settings }
      return ok(platformView(ctx, await replacePlatform(transaction, before, next)))
    },
  )
  ctx.platform.forget()
  return saved
}

type Input = Omit<SavePlatformInput, 'version'>

/** The settings of an input with its keys in their usual spelling, or all that is wrong with it. */
function readSettings(
  { templates, publicKey, certificates }: Input,
  now: Instant,
): Result<PlatformSettings, SavePlatformError> {
  const key = publicKey && publicKeyIn(publicKey.pem)
  const valid = certificates === '' ? null : certificatesIn(certificates)
  const errors = [
    ...templateErrors(templates),
    ...(publicKey && key === null ? [pemError('publicKey.pem', publicKey.pem)] : []),
    ...certificateErrors(certificates, valid, now),
  ]
  if (errors.length > 0) return fail({ code: 'PLATFORM_WRONG', errors })
  return ok({
    templates,
    publicKey: publicKey && key !== null ? { id: publicKey.id, pem: key } : null,
    certificates: valid,
  })
}

function certificateErrors(
  text: string,
  found: PlatformSettings['certificates'],
  now: Instant,
): PlatformError[] {
  if (text === '' || found === 'FETCHED') return []
  if (found === null || hasPrivateKey(text)) return [pemError('certificates', text)]
  const isExpired = validCertificates(found, now).length === 0
  return isExpired ? [{ field: 'certificates', reason: 'EXPIRED' }] : []
}

const pemError = (field: 'publicKey.pem' | 'certificates', text: string): PlatformError => {
  if (hasPrivateKey(text)) return { field, reason: 'PRIVATE' }
  return { field, reason: field === 'certificates' ? 'NOT_CERTIFICATES' : 'NOT_A_KEY' }
}
