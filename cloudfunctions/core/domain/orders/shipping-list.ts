import { findCarrier } from './carriers'
import { plainTrackingNumber, recognizeCarriers, TRACKING_NUMBER } from './tracking-number'

/** A parcel that a line of a pasted list names. */
export type ListedParcel = { orderId: string; carrier: string; trackingNumber: string }

/** What is wrong with a line, before any order is looked at. */
export type ListError =
  /** It does not have an order number and a tracking number. */
  | { code: 'COLUMNS' }
  | { code: 'TRACKING_NUMBER'; text: string }
  /** A spreadsheet has rounded the number: its last digits are gone. */
  | { code: 'ROUNDED'; text: string }
  | { code: 'CARRIER_UNKNOWN'; text: string }
  /** No carrier is named, and the number may be several carriers' or nobody's. */
  | { code: 'CARRIER_NEEDED'; candidates: string[] }
  /** An earlier line ships the same order, or has the same number. */
  | { code: 'ORDER_TWICE' | 'NUMBER_TWICE'; line: number }

/** A line of the list by its number, from 1. */
export type ListedLine = { line: number; text: string } & (
  | { parcel: ListedParcel; error?: never }
  | { parcel?: never; error: ListError }
)

/** Separators of columns; blanks separate only when there are none of these. */
const SEPARATOR = /[\t,，;；|、]/
const ORDER_ID = /^[\w:-]{6,64}$/
const HEADER = /订单|单号|order/i
const ROUNDED = /^\d(\.\d+)?E\+?\d+$/i

/**
 * Reads lines of `order number, carrier, tracking number`; the carrier may be left out when the
 * number tells it, and may stand behind the number. Empty lines and a line of headings are skipped.
 */
export function parseShippingList(text: string): ListedLine[] {
  const lines = text.split(/\r\n|\r|\n/).map((one, at) => ({ line: at + 1, text: tidy(one) }))
  const filled = lines.filter((one) => one.text.replace(/[\s,，;；|、]/g, '') !== '')
  const read = filled.flatMap((one): ListedLine[] => {
    const columns = columnsOf(one.text)
    if (one === filled[0] && isHeading(columns)) return []
    return [{ ...one, ...parcelOf(columns) }]
  })
  return read.map((one, at) => repeatedLine(one, read.slice(0, at)) ?? one)
}

/** A line without what spreadsheets and chats leave in it: invisible characters, full width. */
const tidy = (line: string): string =>
  line
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()

/** A cell without quotes, and without the guard that keeps a spreadsheet from counting with it. */
const cell = (text: string): string =>
  text
    .trim()
    .replace(/^[="']+|["']+$/g, '')
    .trim()

function columnsOf(text: string): string[] {
  const parts = SEPARATOR.test(text) ? text.split(SEPARATOR) : text.split(/\s+/)
  return parts.map(cell).filter((part) => part !== '')
}

const isHeading = (columns: readonly string[]): boolean =>
  columns.every((one) => !/\d/.test(one)) && columns.some((one) => HEADER.test(one))

type Read = { parcel: ListedParcel } | { error: ListError }

function parcelOf([orderId = '', ...rest]: readonly string[]): Read {
  if (!ORDER_ID.test(orderId) || rest.length === 0) return { error: { code: 'COLUMNS' } }
  const rounded = rest.find((one) => ROUNDED.test(one))
  if (rounded !== undefined) return { error: { code: 'ROUNDED', text: rounded } }
  const numberAt = rest.map(isTrackingNumber).lastIndexOf(true)
  if (numberAt < 0) {
    return { error: { code: 'TRACKING_NUMBER', text: rest.at(-1) ?? '' } }
  }
  const trackingNumber = plainTrackingNumber(rest[numberAt] ?? '')
  const named = rest.filter((_, at) => at !== numberAt).join('')
  const carrier = carrierOf(named, trackingNumber)
  return typeof carrier === 'string'
    ? { parcel: { orderId, carrier, trackingNumber } }
    : { error: carrier }
}

/** Numbers have digits; a carrier's code has none, or few. */
const isTrackingNumber = (text: string): boolean =>
  TRACKING_NUMBER.test(plainTrackingNumber(text)) && /\d{4}/.test(text.replace(/\s/g, ''))

function carrierOf(named: string, trackingNumber: string): string | ListError {
  if (named !== '') {
    return findCarrier(named)?.name ?? { code: 'CARRIER_UNKNOWN', text: named }
  }
  const candidates = recognizeCarriers(trackingNumber).map(({ name }) => name)
  const [only] = candidates
  return only !== undefined && candidates.length === 1
    ? only
    : { code: 'CARRIER_NEEDED', candidates }
}

function repeatedLine(one: ListedLine, earlier: readonly ListedLine[]): ListedLine | null {
  const { parcel, line, text } = one
  if (!parcel) return null
  const order = earlier.find((other) => other.parcel?.orderId === parcel.orderId)
  if (order) return { line, text, error: { code: 'ORDER_TWICE', line: order.line } }
  const same = earlier.find((other) => other.parcel?.trackingNumber === parcel.trackingNumber)
  return same ? { line, text, error: { code: 'NUMBER_TWICE', line: same.line } } : null
}
