import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import { FETCH, type VerificationKeys } from '@core/domain/platform/platform-settings'
import type { Instant } from '@core/kernel/calendar'
import { tidied } from '@core/kernel/pasted'

/** A block of PEM: its label without blanks (`PRIVATEKEY`), `''` when its lines are missing. */
type Block = { label: string; bytes: Buffer }

/** `-----BEGIN …-----` and `-----END …-----`, also with dashes that a word processor has joined. */
const MARK = /[-\u2010-\u2015\u2212]{1,}\s*(BEGIN|END)\s*([A-Z\d ]+?)\s*[-\u2010-\u2015\u2212]{1,}/

/** Line ends, also those written as `\n` in a field of a single line, and quotes of a file. */
const BETWEEN_LINES = /\\+[nr]|[\s"']/g

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/**
 * The blocks of a PEM text, whatever happened to its lines: joined, escaped, quoted, or without the
 * first and the last. `null` for other texts.
 */
function blocksIn(text: string): Block[] | null {
  // Bodies, and between them the two groups of each mark.
  const parts = tidied(text).split(MARK)
  const bodies = parts.flatMap((body, at) => {
    if (at % 3 !== 0) return []
    const isBegun = parts[at - 2] === 'BEGIN'
    const isEnded = parts[at + 1] === 'END'
    // What stands before, between and after blocks is notes, unless there is no mark at all.
    if (!isBegun && !isEnded && parts.length > 1) return []
    const label = (isBegun ? parts[at - 1] : parts[at + 2]) ?? ''
    return [{ label: label.replaceAll(' ', ''), base64: body.replace(BETWEEN_LINES, '') }]
  })
  if (bodies.some(({ base64 }) => !BASE64.test(base64))) return null
  return bodies.map(({ label, base64 }) => ({ label, bytes: Buffer.from(base64, 'base64') }))
}

/** The key in DER bytes by the first encoding that fits. */
function keyIn(open: (type: 'pkcs8' | 'spki' | 'pkcs1') => KeyObject, usual: 'pkcs8' | 'spki') {
  for (const type of [usual, 'pkcs1'] as const) {
    try {
      const key = open(type)
      return key.asymmetricKeyType === 'rsa' ? key : null
    } catch {
      // Another encoding, or no key.
    }
  }
  return null
}

const privateKeyOf = ({ bytes: key }: Block): KeyObject | null =>
  keyIn((type) => createPrivateKey({ key, format: 'der', type: type as 'pkcs8' }), 'pkcs8')

const publicKeyOf = ({ bytes: key }: Block): KeyObject | null =>
  keyIn((type) => createPublicKey({ key, format: 'der', type: type as 'spki' }), 'spki')

const isPrivate = (block: Block): boolean =>
  block.label.endsWith('PRIVATEKEY') || privateKeyOf(block) !== null

/** Whether a text has a private key in it, which belongs in an environment and nowhere else. */
export const hasPrivateKey = (text: string): boolean =>
  /BEGIN[A-Z ]*PRIVATE ?KEY/.test(text) || (blocksIn(text)?.some(isPrivate) ?? false)

/** An RSA private key in its usual spelling (PKCS#8, PEM); `null` for any other text. */
export function privateKeyIn(text: string): string | null {
  const [block, ...others] = blocksIn(text) ?? []
  const key = block && others.length === 0 ? privateKeyOf(block) : null
  return key?.export({ type: 'pkcs8', format: 'pem' }).toString().trim() ?? null
}

/** An RSA public key in its usual spelling (SPKI, PEM); `null` for any other text. */
export function publicKeyIn(text: string): string | null {
  const [block, ...others] = blocksIn(text) ?? []
  // A public key could be had from a private one, which nobody wants to have pasted here.
  if (!block || others.length > 0 || isPrivate(block)) return null
  const key = publicKeyOf(block)
  return key?.export({ type: 'spki', format: 'pem' }).toString() ?? null
}

/** The certificates in a text, `FETCHED` for `fetch`; `null` for none, or with a broken one. */
export function certificatesIn(text: string): VerificationKeys['certificates'] {
  if (tidied(text).toLowerCase() === FETCH) return 'FETCHED'
  const found = (blocksIn(text) ?? []).map(certificateIn)
  const valid = found.filter((pem) => pem !== null)
  return valid.length > 0 && valid.length === found.length ? valid : null
}

function certificateIn({ bytes }: Block): string | null {
  try {
    const certificate = new X509Certificate(bytes)
    const isRsa = certificate.publicKey.asymmetricKeyType === 'rsa'
    return isRsa ? certificate.toString().trim() : null
  } catch {
    return null
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
