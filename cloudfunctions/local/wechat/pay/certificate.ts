import { createHash, createPublicKey, createSign } from 'node:crypto'
import type { DevcloudSecrets } from '@local/secrets'

/** A platform certificate, as `/v3/certificates` returns it. */
export type PlatformCertificate = { serial: string; pem: string; from: string; until: string }

/** Wide enough for every clock of a local cloud; certificates of the real one hold five years. */
const FROM = '2020-01-01T00:00:00Z'
const UNTIL = '2049-12-31T00:00:00Z'

const SHA256_WITH_RSA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]
const COMMON_NAME = [0x55, 0x04, 0x03]
const TAG = {
  integer: 0x02,
  bits: 0x03,
  null: 0x05,
  object: 0x06,
  text: 0x0c,
  utcTime: 0x17,
  list: 0x30,
  set: 0x31,
}

/** One value in DER: its tag, its length, its bytes (ITU-T X.690). */
const der = (tag: number, ...parts: (Buffer | readonly number[])[]): Buffer => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const size = content.length
  const long = size < 0x80 ? [] : size < 0x100 ? [0x81] : [0x82, size >> 8]
  return Buffer.concat([Buffer.from([tag, ...long, size & 0xff]), content])
}

/** `20200101000000Z` without the century, as times before 2050 are written. */
const utcTime = (iso: string) =>
  der(TAG.utcTime, Buffer.from(`${iso.replace(/\D/g, '').slice(2)}Z`))

/** Node reads X.509 but cannot write it; this writes the fields that verification needs. */
const write = ({ privateKey, publicKey }: DevcloudSecrets['platform'], serial: Buffer): string => {
  const algorithm = der(TAG.list, der(TAG.object, SHA256_WITH_RSA), der(TAG.null))
  const commonName = der(TAG.text, Buffer.from('WeChat Pay of a devcloud'))
  const name = der(TAG.list, der(TAG.set, der(TAG.list, der(TAG.object, COMMON_NAME), commonName)))
  const key = createPublicKey(publicKey).export({ type: 'spki', format: 'der' })
  const validity = der(TAG.list, utcTime(FROM), utcTime(UNTIL))
  const content = der(TAG.list, der(TAG.integer, serial), algorithm, name, validity, name, key)
  const signature = createSign('RSA-SHA256').update(content).sign(privateKey)
  const certificate = der(TAG.list, content, algorithm, der(TAG.bits, [0], signature))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

const made = new WeakMap<DevcloudSecrets, PlatformCertificate>()

/** The certificate of a local cloud's platform key, the same at every call. */
export const platformCertificate = (secrets: DevcloudSecrets): PlatformCertificate => {
  const known = made.get(secrets)
  if (known) return known
  const hash = createHash('sha1').update(secrets.platform.publicKey).digest()
  // A first byte from 0x40 to 0x7f keeps the number positive and its writing at full length.
  hash.writeUInt8((hash.readUInt8(0) & 0x3f) | 0x40, 0)
  const serial = hash.toString('hex').toUpperCase()
  const one = { serial, pem: write(secrets.platform, hash), from: FROM, until: UNTIL }
  made.set(secrets, one)
  return one
}
