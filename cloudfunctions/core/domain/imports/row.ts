import type { Instant } from '@core/kernel/calendar'
import type { Fen } from '@core/kernel/money'
import { fail, ok, type Result } from '@core/kernel/result'
import { amountOf, readDecimal, readInteger } from './number'
import { type DateOrder, readTime } from './time'

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
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** A row as its file has it. */
export type RawRow = Record<ImportField, string>

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
}

/** Why a row cannot be used, with the text that is wrong. */
export type RowError =
  | { code: 'MISSING'; field: ImportField }
  | { code: 'TOO_LONG'; field: ImportField; text: string }
  | { code: 'NOT_A_NUMBER'; field: 'quantity' | 'price'; text: string }
  | { code: 'NOT_A_TIME'; field: 'at'; text: string }
  | { code: 'IN_THE_FUTURE'; field: 'at'; text: string }
  | { code: 'TOO_LARGE'; field: 'price'; text: string }

/** How rows are to be read: the order of day and month, and the latest moment that can be true. */
export type RowReading = { dateOrder: DateOrder; latest: Instant }

/** Whose row it is; empty for a guest. Spreadsheets turn `17850` into `17850.0`. */
export const customerOf = (row: RawRow): string => plainKey(row.customer)

/** Understands a row that has a customer, or names the first thing wrong with it. */
export function readRow(row: RawRow, reading: RowReading): Result<ImportRow, RowError> {
  const keys = { invoice: plainKey(row.invoice), sku: row.sku.trim(), customer: customerOf(row) }
  for (const field of ['invoice', 'sku', 'customer'] as const) {
    if (keys[field] === '') return fail({ code: 'MISSING', field })
    if (keys[field].length > IMPORT_KEY_MAX) {
      return fail({ code: 'TOO_LONG', field, text: keys[field] })
    }
  }
  const quantity = readInteger(row.quantity)
  if (quantity === null) return numberError('quantity', row.quantity)
  const at = readTime(row.at, reading.dateOrder)
  if (at === null) return timeError(row.at)
  if (at > reading.latest) return fail({ code: 'IN_THE_FUTURE', field: 'at', text: row.at })
  const price = readDecimal(row.price)
  if (price === null) return numberError('price', row.price)
  const unitFen = amountOf(1, price)
  const amountFen = amountOf(quantity, price)
  if (unitFen === null || amountFen === null) {
    return fail({ code: 'TOO_LARGE', field: 'price', text: `${row.quantity} × ${row.price}` })
  }
  const title = row.title.trim().slice(0, IMPORT_TITLE_MAX)
  return ok({ ...keys, title, at, quantity, unitFen, amountFen })
}

const plainKey = (text: string): string => text.trim().replace(/^(\d+)\.0$/, '$1')

const isBlank = (text: string): boolean => text.trim() === ''

const numberError = (field: 'quantity' | 'price', text: string) =>
  isBlank(text) ? fail({ code: 'MISSING', field }) : fail({ code: 'NOT_A_NUMBER', field, text })

const timeError = (text: string) =>
  isBlank(text)
    ? fail({ code: 'MISSING', field: 'at' })
    : fail({ code: 'NOT_A_TIME', field: 'at', text })
