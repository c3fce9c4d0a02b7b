import { isDay } from '@core/kernel/calendar'
import { isBrokenFileId, isFileId } from '@core/kernel/file-id'
import {
  LINE_QUANTITY_MAX,
  NAME_MAX,
  ORDER_GOODS_MAX_FEN,
  ORDER_TOTAL_MAX_FEN,
  STREET_MAX,
  URL_MAX,
  WORD_MAX,
} from '@core/kernel/limits'
import { isInherited } from '@core/kernel/own'
import * as v from 'valibot'

/** Schemas that every area shares: every text has a maximum length, every number a range. */

const key = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern))

/**
 * An id that may name a field of an object or a document: not `constructor`, `__proto__` or another
 * name that every object answers to.
 */
const id = (pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.regex(pattern),
    v.check((name) => !isInherited(name), 'a name of its own'),
  )

/** An id made by the shop: letters, digits, `-`, `_` and `:`. */
export const entityId = id(/^[\w:-]{1,64}$/)

/**
 * An id minted on the phone before sending. It names a field of a document and a payment, so it
 * is letters and digits alone (WeChat Pay allows 32 characters for `out_trade_no`).
 */
export const mintedId = id(/^[0-9A-Za-z]{16,32}$/)

/** An id within one product: it becomes part of a line's key. */
export const partId = id(/^[\w-]{1,20}$/)

/** A valid day `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.check(isDay, 'not a calendar day'))

/** Pieces of a line. */
export const quantity = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(LINE_QUANTITY_MAX),
)

const amount = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(max))

/** An amount that the caller states, in fen: a price, a threshold or what is taken off. */
export const fen = amount(ORDER_GOODS_MAX_FEN)

/** What an order costs in all, or a part of it, in fen. */
export const totalFen = amount(ORDER_TOTAL_MAX_FEN)

/** A moment that the client states, in epoch milliseconds. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A file in the shop's own cloud storage: a foreign server would learn who opens it. */
export const ownFile = v.pipe(v.string(), v.maxLength(URL_MAX), v.check(isFileId, 'no file id'))

/** The cursor of the next page; opaque to the caller. */
export const cursor = v.optional(v.pipe(v.string(), v.maxLength(300)))

/** A search text; blanks around it are dropped. */
export const word = v.pipe(v.string(), v.trim(), v.maxLength(WORD_MAX))

/** A non-empty text; blanks around it are dropped. */
export const text = (max: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(max))

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
 * A customer's text that others will read: no markup and no control characters except line ends.
 * Pages never render markup; text that looks like a script was not written for readers.
 */
export const plainText = (max: number) =>
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(max), v.check(isPlain, 'plain text'))

const isPlain = (text: string): boolean =>
  !/<[/!?]?[a-z]/i.test(text) && !/[^\P{Cc}\n\r\t]/u.test(text)

/** The input of an operation without parameters. */
export const noInput = v.strictObject({})
export type NoInput = v.InferOutput<typeof noInput>

/** The next page of a list of the caller's own. */
export const pageInput = v.strictObject({ cursor })
export type PageInput = v.InferOutput<typeof pageInput>

/** A text that may be empty; blanks around it are dropped. */
export const note = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max))

/** A whole number within bounds, both included. */
export const integer = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))

/** Position in a list sorted by hand. */
export const position = integer(0, 100_000)

/** A picture's packaged name, or the address of one that the merchant uploaded. */
export const picture = v.pipe(
  text(URL_MAX),
  v.check((one) => new TextEncoder().encode(one).length <= URL_MAX, 'too long'),
  v.check((one) => !isBrokenFileId(one), 'no file id'),
)
