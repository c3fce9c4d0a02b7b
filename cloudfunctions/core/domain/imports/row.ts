import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'
import { buyerOf, keyText } from './buyer'
import { titleText } from './cell'
import { amountOf, readDecimal, readInteger } from './number'
import { isGarbled, type Ruin, ruinOf } from './ruined'
import { type DeclaredStates, saleStateOf } from './state'
import { type DateOrder, isSerialDay, readTime } from './time'

/** Characters of an invoice number, a stock code and a customer's number. */
export const IMPORT_KEY_MAX = 40
/** Characters of a line's title; the rest is cut off. */
export const IMPORT_TITLE_MAX = 120

/** The fields that an order history must have for every line. */
export const IMPORT_FIELDS = [
  'invoice',
  'sku',
  'title',
  'quantity',
  'at',
  'price',
  'customer',
] as const
/** The fields that a history may have: the state of the order, and what was refunded of a line. */
export const OPTIONAL_FIELDS = ['state', 'refund'] as const
/** A field that a file must have a column for. */
export type RequiredField = (typeof IMPORT_FIELDS)[number]
/** Any field that a file may have a column for. */
export type ImportField = RequiredField | (typeof OPTIONAL_FIELDS)[number]

/** A row as its file has it. */
export type RawRow = Record<RequiredField, string> &
  Partial<Record<(typeof OPTIONAL_FIELDS)[number], string>>

/** A row understood. Quantity and amount are negative in a cancellation. */
export type ImportRow = {
  customer: string
  invoice: string
  at: Instant
  sku: string
  title: string
  unitFen: Fen
  quantity: number
  amountFen: Fen
  /** What of the amount went back, as the row itself says; at least 0. */
  refundFen: Fen
}

/** Fields whose text identifies something. */
export type KeyField = 'invoice' | 'sku' | 'customer'

/** Why a row cannot be used, with the text that is wrong. */
export type RowError =
  | { code: 'MISSING'; field: ImportField }
  | { code: 'TOO_LONG'; field: ImportField; text: string }
  | { code: 'RUINED'; field: KeyField; text: string; ruin: Ruin }
  | { code: 'MASKED'; field: 'customer'; text: string }
  | { code: 'NOT_A_NUMBER'; field: 'quantity' | 'price' | 'refund'; text: string }
  | { code: 'NO_PIECES'; field: 'quantity'; text: string }
  | { code: 'NOT_A_TIME' | 'SERIAL_DAY' | 'IN_THE_FUTURE'; field: 'at'; text: string }
  | { code: 'TOO_LARGE' | 'BOTH_NEGATIVE'; field: 'price'; text: string }
  | { code: 'UNKNOWN_STATE' | 'PART_WITHOUT_AMOUNT'; field: 'state'; text: string }
  | { code: 'REFUND_ABOVE_AMOUNT'; field: 'refund'; text: string }

/** What a row is: a line of an order, a guest's, of an order that is no sale, or unusable. */
export type RowReadingResult =
  | { kind: 'line'; row: ImportRow }
  | { kind: 'nobody' }
  | { kind: 'noSale'; customer: string; invoice: string }
  | { kind: 'dirty'; error: RowError }

/** How rows are to be read: the order of day and month, and the latest moment that can be true. */
export type RowReading = { dateOrder: DateOrder; latest: Instant; states?: DeclaredStates }

/** Says what a row is; of several things that are wrong with it, the first. */
export function readRow(row: RawRow, reading: RowReading): RowReadingResult {
  const buyer = buyerOf(row.customer)
  if (buyer.kind === 'nobody') {
    // A line of an order of which the first line is lost: whose it is cannot be known.
    const isOrphan = isBlank(row.invoice) && !isBlank(row.sku)
    return isOrphan ? dirty({ code: 'MISSING', field: 'invoice' }) : { kind: 'nobody' }
  }
  if (buyer.kind === 'masked') {
    return dirty({ code: 'MASKED', field: 'customer', text: row.customer })
  }
  const keys = { invoice: keyText(row.invoice), sku: keyText(row.sku), customer: buyer.id }
  const wrongKey = keyError(keys)
  if (wrongKey) return dirty(wrongKey)
  const state = saleStateOf(row.state ?? '', reading.states ?? {})
  if (state === 'none') return { kind: 'noSale', customer: keys.customer, invoice: keys.invoice }
  if (state === 'unknown') {
    return dirty({ code: 'UNKNOWN_STATE', field: 'state', text: row.state ?? '' })
  }
  const line = lineOf(row, reading)
  if (!line.ok) return dirty(line.error)
  const refund = refundOf(row, state === 'part', line.value.amountFen)
  if (!refund.ok) return dirty(refund.error)
  return { kind: 'line', row: { ...keys, ...line.value, refundFen: refund.value } }
}

const dirty = (error: RowError): RowReadingResult => ({ kind: 'dirty', error })

function keyError(keys: Record<KeyField, string>): RowError | null {
  for (const field of ['invoice', 'sku', 'customer'] as const) {
    const text = keys[field]
    if (text === '') return { code: 'MISSING', field }
    const ruin = ruinOf(text)
    if (ruin) return { code: 'RUINED', field, text, ruin }
    if (text.length > IMPORT_KEY_MAX) return { code: 'TOO_LONG', field, text }
  }
  return null
}

type Line = Pick<ImportRow, 'at' | 'title' | 'unitFen' | 'quantity' | 'amountFen'>

function lineOf(row: RawRow, { dateOrder, latest }: RowReading): Result<Line, RowError> {
  const quantity = readInteger(row.quantity)
  if (quantity === null) return numberError('quantity', row.quantity)
  if (quantity === 0) return fail({ code: 'NO_PIECES', field: 'quantity', text: row.quantity })
  const at = readTime(row.at, dateOrder)
  if (at === null) return timeError(row.at)
  if (at > latest) return fail({ code: 'IN_THE_FUTURE', field: 'at', text: row.at })
  const price = readDecimal(row.price)
  if (price === null) return numberError('price', row.price)
  const unitFen = amountOf(1, price)
  const amountFen = amountOf(quantity, price)
  const product = `${row.quantity} × ${row.price}`
  if (unitFen === null || amountFen === null) {
    return fail({ code: 'TOO_LARGE', field: 'price', text: product })
  }
  if (quantity < 0 && unitFen < 0) {
    return fail({ code: 'BOTH_NEGATIVE', field: 'price', text: product })
  }
  const title = titleText(row.title).slice(0, IMPORT_TITLE_MAX)
  return ok({ title: isGarbled(title) ? '' : title, at, quantity, unitFen, amountFen })
}

/** What went back of a line. An order of which a part went back must say how much. */
function refundOf(row: RawRow, isPart: boolean, amountFen: Fen): Result<Fen, RowError> {
  const text = row.refund ?? ''
  if (isBlank(text)) {
    const state = row.state ?? ''
    return isPart ? fail({ code: 'PART_WITHOUT_AMOUNT', field: 'state', text: state }) : ok(0)
  }
  const refund = readDecimal(text)
  const fen = refund && amountOf(1, refund)
  if (fen === null) return fail({ code: 'NOT_A_NUMBER', field: 'refund', text })
  // Some systems write what went back as a negative amount.
  const back = Math.abs(fen)
  return back > Math.max(0, amountFen)
    ? fail({ code: 'REFUND_ABOVE_AMOUNT', field: 'refund', text })
    : ok(back)
}

const isBlank = (text: string): boolean => keyText(text) === ''

const numberError = (field: 'quantity' | 'price', text: string) =>
  isBlank(text) ? fail({ code: 'MISSING', field }) : fail({ code: 'NOT_A_NUMBER', field, text })

function timeError(text: string): Result<never, RowError> {
  if (isBlank(text)) return fail({ code: 'MISSING', field: 'at' })
  return fail({ code: isSerialDay(text) ? 'SERIAL_DAY' : 'NOT_A_TIME', field: 'at', text })
}
