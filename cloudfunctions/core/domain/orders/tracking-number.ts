import { CARRIERS, type Carrier } from './carriers'

/** A tracking number: letters, digits and short dashes (the contract's rule as well). */
export const TRACKING_NUMBER = /^[0-9A-Z-]{6,32}$/

/** A typed or scanned number as it is stored: full-width letters, blanks and case do not count. */
export const plainTrackingNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()

/**
 * What the numbers of carriers look like, from their labels. Letters in front are the carrier's
 * own; digits alone may be several carriers', which are named with the likeliest first.
 */
const SHAPES: readonly (readonly [shape: RegExp, ...codes: string[]])[] = [
  [/^SF\d{6,15}$/, 'SF'],
  [/^YT\d{13}$/, 'YTO'],
  [/^JT\d{13}$/, 'JTSD'],
  [/^JD[A-Z]{0,3}[0-9A-Z]{9,15}(-\d+){0,2}-?$/, 'JD'],
  [/^DPK\d{10,14}$/, 'DBL'],
  [/^STO\d{10,12}$/, 'STO'],
  [/^YD\d{12,13}$/, 'YD'],
  [/^KYE?\d{10,14}$/, 'KYSY'],
  [/^E[A-Z]\d{9}CN$/, 'EMS'],
  [/^[A-DF-Z][A-Z]\d{9}CN$/, 'YZPY', 'EMS', 'GJYZ'],
  [/^7[3568]\d{12}$/, 'ZTO'],
  [/^77\d{13}$/, 'STO'],
  [/^4[36]\d{13}$/, 'YD'],
  [/^9[6-9]\d{11}$/, 'YZPY', 'EMS'],
  [/^1[0-3]\d{11}$/, 'EMS', 'YZPY', 'YD'],
  [/^3\d{12}$/, 'YD', 'STO'],
  [/^77\d{11}$/, 'STO', 'ZTO'],
  [/^\d{12}$/, 'SF', 'STO', 'YTO', 'ZTO'],
]

/**
 * The carriers whose numbers look like this one, the likeliest first: one when its shape is one
 * carrier's, none when it is nobody's that is known.
 */
export function recognizeCarriers(trackingNumber: string): Carrier[] {
  const number = plainTrackingNumber(trackingNumber)
  const [, ...codes] = SHAPES.find(([shape]) => shape.test(number)) ?? []
  return codes.flatMap((code) => CARRIERS.find((carrier) => carrier.code === code) ?? [])
}

/** The carrier that a form proposes for a number. */
export type ProposedCarrier = {
  /** Empty when somebody has to choose. */
  name: string
  /** The number alone tells the carrier. */
  isRecognized: boolean
  /** The carriers whose number it may be, when there are several. */
  candidates: Carrier[]
}

/**
 * Proposes the carrier of a number: the one whose numbers look like it; of several the last one
 * used, if it is among them, and else none; of a number that nobody's look like the last one used.
 */
export function proposeCarrier(trackingNumber: string, lastUsed: string): ProposedCarrier {
  const found = recognizeCarriers(trackingNumber)
  const [only] = found
  if (!only) return { name: lastUsed, isRecognized: false, candidates: [] }
  if (found.length === 1) return { name: only.name, isRecognized: true, candidates: [] }
  const isAmong = found.some(({ name }) => name === lastUsed)
  return { name: isAmong ? lastUsed : '', isRecognized: false, candidates: found }
}
