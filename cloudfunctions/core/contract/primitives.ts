import * as v from 'valibot'
import { isDay } from '../domain/calendar'
import {
  CART_LINES_MAX,
  LINE_QUANTITY_MAX,
  NAME_MAX,
  STREET_MAX,
  WORD_MAX,
} from '../domain/limits'

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
export const fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A moment told by the phone, in epoch milliseconds. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Where the next page begins; opaque to the caller. */
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(200)))

/** Words to look for; blanks around them are dropped. */
export const word = v.pipe(v.string(), v.trim(), v.maxLength(WORD_MAX))

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most))

/** Lines of an order: each SKU once. */
export const lines = v.pipe(
  v.array(v.strictObject({ skuId: entityId, quantity })),
  v.minLength(1),
  v.maxLength(CART_LINES_MAX),
  v.check((all) => new Set(all.map((line) => line.skuId)).size === all.length, 'a SKU twice'),
)

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
