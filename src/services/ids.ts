import { now } from './clock'

const ID_LENGTH = 24
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * Creates an id on the phone: the time first, so that ids sort by creation, then random
 * characters. 24 lowercase letters and digits (the contract's `mintedId`).
 */
export function mintId(): string {
  const time = now().toString(36)
  const random = Array.from(
    { length: ID_LENGTH - time.length },
    () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)],
  )
  return time + random.join('')
}
