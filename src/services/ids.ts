import { now } from './clock'

const ID_LENGTH = 24
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'

/**
 * Mints an id on the phone: the time first, so that ids sort as they were made, then chance.
 * Letters and digits alone, 24 of them (the contract's `mintedId`).
 */
export function mintId(): string {
  const time = now().toString(36)
  const chance = Array.from(
    { length: ID_LENGTH - time.length },
    () => ALPHABET[Math.floor(Math.random() * ALPHABET.length)],
  )
  return time + chance.join('')
}
