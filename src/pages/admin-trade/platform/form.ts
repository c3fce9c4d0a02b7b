import type { PlatformView, SavePlatformInput } from '@core/contract/platform'
import {
  NOTIFICATION_KINDS,
  NOTIFICATIONS,
  type NotificationKind,
} from '@core/domain/notifications/notification'
import { KEYS_PROPOSED } from '@core/domain/platform/platform-settings'
import type { Result } from '@core/kernel/result'
import { type FieldError, FormReader } from '@/pages/admin/form/form-reader'

/** A template in the form; a kind without an id has none, whatever its keys are. */
export type TemplateForm = { id: string; keys: Record<string, string> }

/** The platform settings in the form. */
export type PlatformForm = {
  version: number
  /** Whether WeChat Pay's keys are asked for: another provider verifies its messages by itself. */
  hasKeys: boolean
  templates: Record<NotificationKind, TemplateForm>
  keyId: string
  keyPem: string
  certificates: string
}

/** The settings as the form holds them: kinds without a template with the keys to propose. */
export const formOf = (view: PlatformView): PlatformForm => ({
  version: view.version,
  hasKeys: view.provider !== 'cloud-pay',
  templates: Object.fromEntries(
    NOTIFICATION_KINDS.map((kind) => [kind, templateForm(kind, view.templates[kind])]),
  ) as PlatformForm['templates'],
  keyId: view.publicKey?.id ?? '',
  keyPem: view.publicKey?.pem ?? '',
  certificates: view.certificates,
})

const templateForm = (
  kind: NotificationKind,
  { id, keys }: TemplateForm = { id: '', keys: KEYS_PROPOSED[kind] },
): TemplateForm => ({
  id,
  keys: Object.fromEntries(NOTIFICATIONS[kind].map((field) => [field, keys[field] ?? ''])),
})

/** The input that is sent for a form. */
export function inputOf(form: PlatformForm): Result<SavePlatformInput, FieldError> {
  const [keyId, keyPem] = [form.keyId.trim(), form.keyPem.trim()]
  const hasKey = keyId !== '' || keyPem !== ''
  const read = new FormReader()
  read.require('publicKey.id', !hasKey || keyId !== '')
  read.require('publicKey.pem', !hasKey || keyPem !== '')
  return read.result({
    version: form.version,
    templates: templatesOf(form),
    publicKey: hasKey ? { id: keyId, pem: keyPem } : null,
    certificates: form.certificates.trim(),
  })
}

const templatesOf = ({ templates }: PlatformForm): SavePlatformInput['templates'] =>
  Object.fromEntries(
    NOTIFICATION_KINDS.map((kind) => [kind, templates[kind]] as const)
      .filter(([, { id }]) => id.trim() !== '')
      .map(([kind, { id, keys }]) => [kind, { id: id.trim(), keys: keysOf(keys) }]),
  )

/** The keys that are filled in. WeChat's console shows them as `{{thing1.DATA}}`. */
const keysOf = (keys: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(keys)
      .map(([field, key]) => [field, key.replace(/^\s*\{\{|\.DATA\}\}\s*$/g, '').trim()] as const)
      .filter(([, key]) => key !== ''),
  )
