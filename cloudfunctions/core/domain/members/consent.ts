import type { Instant } from '@core/kernel/calendar'

/** What a person may agree to, each for itself: being a member, and being known by behaviour. */
export const CONSENT_PURPOSES = ['membership', 'insight'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/** The day of the privacy text in force; a consent names the text it was given to. */
export const PRIVACY_VERSION = '2026-11-01'

/** The consent in force: the latest one given replaces all before it. */
export type ConsentGiven = { version: string; purposes: ConsentPurpose[]; at: Instant }

/** Whether browsing may be remembered. Orders are kept in any case: they are the shop's books. */
export const allowsProfiling = (consent: ConsentGiven | null): boolean =>
  consent?.purposes.includes('insight') ?? false

/** Whether a consent says what the one in force says already. */
export const isSameConsent = (
  inForce: ConsentGiven | null,
  { version, purposes }: Omit<ConsentGiven, 'at'>,
): boolean =>
  inForce?.version === version &&
  CONSENT_PURPOSES.every((one) => inForce.purposes.includes(one) === purposes.includes(one))
