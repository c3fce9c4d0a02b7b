/** What a person may agree to, each for itself: being a member, and being known by behaviour. */
export const CONSENT_PURPOSES = ['membership', 'insight'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** The day of the privacy text in force; a consent names the text it was given to. */
export const PRIVACY_VERSION = '2026-11-01'
