import {
  NOTIFICATIONS,
  type NotificationKind,
  type NotificationTemplate,
} from '@core/domain/notifications/notification'

/** The merchant's templates of subscription messages; a kind without one is not sent. */
export type MessageTemplates = { readonly [K in NotificationKind]?: NotificationTemplate }

/** How messages of WeChat Pay are verified: by public key, by certificates, or by both. */
export type VerificationKeys = {
  /** WeChat Pay's public key, `PUB_KEY_ID_…` and PEM; `null` in an account that has none yet. */
  publicKey: { id: string; pem: string } | null
  /** Platform certificates as PEM texts; `FETCHED`: downloaded from WeChat Pay; `null` for none. */
  certificates: readonly string[] | 'FETCHED' | null
}

/** What the shop knows of its accounts with WeChat that is no secret. */
export type PlatformSettings = VerificationKeys & { templates: MessageTemplates }

/**
 * The settings in force: what an owner saved, and what the environment gives of what was not. The
 * templates are one list; of the keys each part has its own source, so that an owner who saves
 * templates alone does not leave payments unverified.
 */
export const settingsInForce = (
  saved: PlatformSettings | null,
  given: PlatformSettings,
): PlatformSettings => ({
  templates: saved?.templates ?? given.templates,
  publicKey: saved?.publicKey ?? given.publicKey,
  certificates: saved?.certificates ?? given.certificates,
})

/** The form of the id of WeChat Pay's public key (pay.weixin.qq.com, API v3). */
export const PUBLIC_KEY_ID = /^PUB_KEY_ID_[0-9A-Za-z]{1,64}$/

/** What certificates are called that the shop downloads from WeChat Pay by itself. */
export const FETCH = 'fetch'

/**
 * The keys that the fields of each kind get in a template which has just these fields in this
 * order. Only a proposal: the template's own page in WeChat's console says what they are.
 */
export const KEYS_PROPOSED = {
  payReminder: { goods: 'thing1', total: 'amount2', payBy: 'time3' },
  shipped: { goods: 'thing1', carrier: 'thing2', number: 'character_string3' },
  refunded: { goods: 'thing1', amount: 'amount2', at: 'time3' },
  questionAnswered: { product: 'thing1', answer: 'thing2', at: 'time3' },
  ticketAnswered: { subject: 'thing1', answer: 'thing2', at: 'time3' },
  guide: { product: 'thing1', guide: 'thing2' },
  launch: { product: 'thing1', at: 'time2' },
  restock: { product: 'thing1', at: 'time2' },
} as const satisfies {
  [K in NotificationKind]: Record<(typeof NOTIFICATIONS)[K][number], string>
}

/** Something wrong with platform settings; `field` is a path of the input. */
export type PlatformError = {
  field: string
  /**
   * `UNKNOWN_FIELD`: messages of this kind have no such field; `SAME_KEY`: another field of the
   * template has this key; `NO_KEYS`: no field has one; `NOT_A_KEY`, `NOT_CERTIFICATES`: another
   * text; `PRIVATE`: a private key, which must not be stored here; `EXPIRED`: no certificate is
   * valid now.
   */
  reason:
    | 'UNKNOWN_FIELD'
    | 'SAME_KEY'
    | 'NO_KEYS'
    | 'NOT_A_KEY'
    | 'NOT_CERTIFICATES'
    | 'PRIVATE'
    | 'EXPIRED'
}

/** What is wrong with templates whose ids and keys are well formed. */
export const templateErrors = (templates: MessageTemplates): PlatformError[] =>
  (Object.entries(templates) as [NotificationKind, NotificationTemplate][]).flatMap(
    ([kind, { keys }]) => {
      const path = `templates.${kind}.keys`
      const entries = Object.entries(keys)
      if (entries.length === 0) return [{ field: path, reason: 'NO_KEYS' as const }]
      const fields: readonly string[] = NOTIFICATIONS[kind]
      return entries.flatMap(([name, key], at): PlatformError[] => {
        const field = `${path}.${name}`
        if (!fields.includes(name)) return [{ field, reason: 'UNKNOWN_FIELD' }]
        const isTaken = entries.findIndex(([, other]) => other === key) < at
        return isTaken ? [{ field, reason: 'SAME_KEY' }] : []
      })
    },
  )
