import { nameFault, tidyLine } from '@core/kernel/readable-text'

/** Whom parcels go to: what the staff find a customer by. */
export type Receiver = { name: string; phone: string }

/** A receiver's name as it is compared: `林 晚` is 林晚; `null` when it names nobody. */
export function receiverKey(name: string): string | null {
  const key = tidyLine(name.normalize('NFKC')).replace(/\s/g, '').toLowerCase()
  return key === '' || nameFault(key) !== null ? null : key
}

/** The latest receivers with one more, who comes first; each is listed once. */
export const withReceiver = (
  before: readonly Receiver[],
  { name, phone }: Receiver,
  most: number,
): Receiver[] =>
  [{ name, phone }, ...before.filter((one) => one.name !== name || one.phone !== phone)].slice(
    0,
    most,
  )
