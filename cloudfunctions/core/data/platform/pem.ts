import { createPublicKey, X509Certificate } from 'node:crypto'
import { FETCH, type VerificationKeys } from '@core/domain/platform/platform-settings'
import type { Instant } from '@core/kernel/calendar'

/** PEM with its line breaks: fields of a single line are given `\n` for them. */
export const pemText = (text: string): string =>
  text.replace(/\\n/g, '\n').replace(/\r\n?/g, '\n').trim()

/** Whether a text has a private key in it, which belongs in an environment and nowhere else. */
export const hasPrivateKey = (text: string): boolean =>
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)

const PUBLIC_KEY = /^-----BEGIN (?:RSA )?PUBLIC KEY-----[\s\S]+-----END (?:RSA )?PUBLIC KEY-----$/

/** An RSA public key in its usual spelling (SPKI, PEM); `null` for any other text. */
export function publicKeyIn(text: string): string | null {
  const pem = pemText(text)
  if (!PUBLIC_KEY.test(pem)) return null
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType !== 'rsa') return null
    return key.export({ type: 'spki', format: 'pem' }).toString()
  } catch {
    return null
  }
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** The certificates in a text, `FETCHED` for `fetch`; `null` for none, or with a broken one. */
export function certificatesIn(text: string): VerificationKeys['certificates'] {
  if (text.trim() === FETCH) return 'FETCHED'
  const found = pemText(text).match(CERTIFICATE)
  return found?.every(isCertificate) ? found : null
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).publicKey.asymmetricKeyType === 'rsa'
  } catch {
    return false
  }
}

/** The certificates that are valid at a moment: serial number and public key (PEM). */
export const validCertificates = (
  certificates: readonly string[],
  now: Instant,
): { serial: string; publicKey: string }[] =>
  certificates
    .map((pem) => new X509Certificate(pem))
    .filter(({ validFrom, validTo }) => Date.parse(validFrom) <= now && now < Date.parse(validTo))
    .map(({ serialNumber, publicKey }) => ({
      serial: serialNumber,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    }))
