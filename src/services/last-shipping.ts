import type { OtherWay } from '@core/domain/orders/order'
import { readStored, writeStored } from './storage'

const CARRIERS = 'carriers'
/** Carriers that are remembered: a shop works with a few. */
const CARRIERS_MAX = 5

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** The carriers used on this phone, the last one first. */
export const usedCarriers = (): string[] => texts(readStored(CARRIERS)).slice(0, CARRIERS_MAX)

/** Remembers a carrier as the last one used. */
export function rememberCarrier(carrier: string): void {
  const others = usedCarriers().filter((one) => one !== carrier)
  writeStored(CARRIERS, [carrier, ...others].slice(0, CARRIERS_MAX))
}

/** What was last written about a way of delivery: the courier, or the place to pick up. */
export function usedNote(way: OtherWay): string {
  const note = readStored(`note-${way}`)
  return typeof note === 'string' ? note : ''
}

/** Remembers what was written about a way of delivery. */
export const rememberNote = (way: OtherWay, note: string): boolean =>
  writeStored(`note-${way}`, note)
