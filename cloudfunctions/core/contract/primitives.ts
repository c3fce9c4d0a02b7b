import { type LineOptions, lineKey, NO_OPTIONS } from '@core/domain/catalog/product'
import { isDay } from '@core/kernel/calendar'
import {
  CART_LINES_MAX,
  FIELD_VALUE_MAX,
  LINE_FIELDS_MAX,
  LINE_KEY_MAX,
  LINE_QUANTITY_MAX,
  LINE_SERVICES_MAX,
  NAME_MAX,
  ORDER_GOODS_MAX_FEN,
  STREET_MAX,
  URL_MAX,
  WORD_MAX,
} from '@core/kernel/limits'
import * as v from 'valibot'

/** The smallest parts of what may be said; every text has an end, every number a range. */

const key = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern))

/** An id of the shop's own making: letters, digits, `-`, `_` and `:`. */
export const entityId = key(/^[\w:-]{1,64}$/)

/**
 * An id minted on the phone before sending. It names a field of a document and a payment, so it
 * is letters and digits alone (WeChat Pay allows 32 characters for `out_trade_no`).
 */
export const mintedId = key(/^[0-9A-Za-z]{16,32}$/)

/** A day `YYYY-MM-DD` that the calendar knows. */
export const day = v.pipe(v.string(), v.check(isDay, 'not a calendar day'))

/** How many pieces in a line. */
export const quantity = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(LINE_QUANTITY_MAX),
)

/** An amount the caller states, in fen. */
export const fen = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(ORDER_GOODS_MAX_FEN),
)

/** A moment told by the phone, in epoch milliseconds. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A file of the shop's own cloud storage: a foreign address would report who looks at it. */
export const ownFile = v.pipe(v.string(), v.maxLength(URL_MAX), v.regex(/^cloud:\/\/[\w./-]+$/))

/** Where the next page begins; opaque to the caller. */
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(200)))

/** Words to look for; blanks around them are dropped. */
export const word = v.pipe(v.string(), v.trim(), v.maxLength(WORD_MAX))

/** A text with an end: blanks around it are dropped, and something must be left. */
export const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))

/** What is asked for with a piece: values by field, and services. */
export const lineOptions = v.strictObject({
  fields: v.pipe(
    v.record(entityId, v.pipe(v.string(), v.trim(), v.maxLength(FIELD_VALUE_MAX))),
    v.check((fields) => Object.keys(fields).length <= LINE_FIELDS_MAX, 'too many fields'),
  ),
  services: v.pipe(v.array(entityId), v.maxLength(LINE_SERVICES_MAX)),
})

/** One line: a SKU, how many, and what is asked for with it. */
export const line = v.strictObject({
  skuId: entityId,
  quantity,
  options: v.optional(lineOptions),
})

/** Lines of an order: each SKU once with the same options. */
export const lines = v.pipe(
  v.array(line),
  v.minLength(1),
  v.maxLength(CART_LINES_MAX),
  v.check((all) => new Set(all.map(keyOf)).size === all.length, 'a line twice'),
)

/** Names a line of a cart or an order: see `lineKey`. */
export const lineKeyText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(LINE_KEY_MAX))

/** A province by its full name. */
export const province = text(20)

/** A delivery address in mainland China. */
export const address = v.strictObject({
  name: text(NAME_MAX),
  phone: key(/^1\d{10}$/),
  province: text(20),
  city: text(20),
  district: v.pipe(v.string(), v.trim(), v.maxLength(20)),
  street: text(STREET_MAX),
})

/** A page of anything: `next` is the cursor of the page after it, `null` at the end. */
export type Page<T> = { items: T[]; next: string | null }

/**
 * Somebody's words that others will read: no markup and no control characters but line ends. Pages
 * show them as letters in any case; what looks like a script was never meant for readers.
 */
export const plainText = (most: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most), v.check(isPlain, 'plain text'))

const isPlain = (words: string): boolean =>
  !/<[/!?]?[a-z]/i.test(words) && !/[^\P{Cc}\n\r\t]/u.test(words)

const keyOf = ({ skuId, options = NO_OPTIONS }: { skuId: string; options?: LineOptions }) =>
  lineKey(skuId, options)

/** An operation that needs to be told nothing. */
export const noInput = v.strictObject({})
export type NoInput = v.InferOutput<typeof noInput>

/** The next page of a list of the caller's own. */
export const pageInput = v.strictObject({ cursor })
export type PageInput = v.InferOutput<typeof pageInput>

/** A text that may be empty; blanks around it are dropped. */
export const note = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))

/** A whole number within bounds, both included. */
export const integer = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))

/** Where something stands in a list sorted by hand. */
export const position = integer(0, 100_000)

/** A picture's packaged name, or the address of one that the merchant uploaded. */
export const picture = text(300)
