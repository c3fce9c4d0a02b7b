import { NOTIFICATION_KINDS, TEMPLATE_KEY } from '@core/domain/notifications/notification'
import {
  type PlatformError,
  type PlatformSettings,
  PUBLIC_KEY_ID,
} from '@core/domain/platform/platform-settings'
import type { Instant } from '@core/kernel/calendar'
import { PEM_MAX, TEMPLATE_ID_MAX } from '@core/kernel/limits'
import { withoutBlanks } from '@core/kernel/pasted'
import * as v from 'valibot'
import { integer, type NoInput, note, text } from './primitives'

/** Templates of subscription messages by kind: as saved, and as an environment may give them. */
export const messageTemplates = v.record(
  v.picklist(NOTIFICATION_KINDS),
  v.strictObject({
    id: v.pipe(v.string(), v.transform(withoutBlanks), text(TEMPLATE_ID_MAX)),
    keys: v.record(
      v.string(),
      v.pipe(v.string(), v.transform(withoutBlanks), v.regex(TEMPLATE_KEY)),
    ),
  }),
)

/** All platform settings, and the version that they take the place of. */
export const savePlatformInput = v.strictObject({
  version: integer(0, Number.MAX_SAFE_INTEGER),
  templates: messageTemplates,
  publicKey: v.nullable(
    v.strictObject({
      id: v.pipe(v.string(), v.transform(withoutBlanks), v.regex(PUBLIC_KEY_ID)),
      pem: text(PEM_MAX),
    }),
  ),
  /** PEM texts one after another, `fetch`, or nothing. */
  certificates: note(PEM_MAX),
})
export type SavePlatformInput = v.InferOutput<typeof savePlatformInput>

/**
 * The platform settings in force. Version 0 was saved by nobody: it is what the environment of the
 * functions gives. Nothing in it is a secret.
 */
export type PlatformView = Pick<PlatformSettings, 'templates' | 'publicKey'> & {
  version: number
  at: Instant | null
  by: string | null
  /** Who takes the payments: only WeChat Pay itself is verified with these keys. */
  provider: 'wechat-pay' | 'cloud-pay' | null
  /** As in the input. */
  certificates: string
}

/** Why platform settings were not saved. */
export type SavePlatformError =
  | { code: 'PLATFORM_WRONG'; errors: PlatformError[] }
  /** Another owner saved meanwhile; `version` is the one in force. */
  | { code: 'VERSION_CONFLICT'; version: number }

/** What the owner may do with the platform settings. */
export type PlatformAdminContract = {
  'platform.show': { input: NoInput; output: PlatformView; error: never }
  'platform.save': { input: SavePlatformInput; output: PlatformView; error: SavePlatformError }
}

declare module '@core/contract' {
  interface AdminOperations extends PlatformAdminContract {}
}
