import { isDay } from '@core/kernel/calendar'
import { isBrokenFileId, isFileId } from '@core/kernel/file-id'
import {
  LINE_QUANTITY_MAX,
  NAME_MAX,
  ORDER_GOODS_MAX_FEN,
  ORDER_TOTAL_MAX_FEN,
  PHONE_TYPED_MAX,
  REGION_MAX,
  STREET_MAX,
  URL_MAX,
  WORD_MAX,
} from '@core/kernel/limits'
import { isInherited } from '@core/kernel/own'
import { tidyPhone } from '@core/kernel/phone'
import { PROVINCES, provinceNamed } from '@core/kernel/provinces'
import { nameFault, textFault, tidyLine, tidyText, tidyWord } from '@core/kernel/readable-text'
import * as v from 'valibot'

/** Schemas that every area shares: every text has a maximum length, every number a range. */

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

/** Marks the schemas of texts that people write, for the test that every such field is one. */
const HUMAN = v.metadata<string, { writtenBy: 'people' }>({ writtenBy: 'people' })

/**
 * A line that is looked up or comes from another system's file. Nobody reads it again or could
 * correct it here, so what would make another text unfit is dropped.
 */
export const looseLine = (max: number) =>
  v.pipe(v.string(), v.transform(tidyWord), v.maxLength(max), HUMAN)

/** A search word. */
export const word = looseLine(WORD_MAX)

const readable = (text: string) => text === '' || textFault(text) === null
const named = (text: string) => text === '' || nameFault(text) === null

/** A text that may be empty; blanks around it are dropped. */
export const note = (max: number) =>
  v.pipe(
    v.string(),
    v.transform(tidyText),
    v.maxLength(max),
    v.check(readable, 'readable text'),
    HUMAN,
  )

/** A non-empty text; blanks around it are dropped. */
export const text = (max: number) => v.pipe(note(max), v.nonEmpty())

/** What somebody or something is called, in one line; it may be empty. */
export const optionalName = (max: number) =>
  v.pipe(v.string(), v.transform(tidyLine), v.maxLength(max), v.check(named, 'a name'), HUMAN)

/** What somebody or something is called, in one line. */
export const name = (max: number) => v.pipe(optionalName(max), v.nonEmpty())

/**
 * A province by its full name or the beginning of it; the full name goes on. What is no province
 * is for the tables that list provinces to refuse.
 */
export const province = v.pipe(
  name(REGION_MAX),
  v.transform((written) => provinceNamed(written) ?? written),
)

/** A mobile number in any spelling; the shop's own goes on. */
export const phone = v.pipe(
  v.string(),
  v.maxLength(PHONE_TYPED_MAX),
  v.transform(tidyPhone),
  v.regex(/^1\d{10}$/),
)

/** A delivery address in mainland China. */
export const address = v.strictObject({
  name: name(NAME_MAX),
  phone,
  province: v.pipe(province, v.picklist(PROVINCES, 'no province')),
  city: name(REGION_MAX),
  district: optionalName(REGION_MAX),
  street: name(STREET_MAX),
})

/** A page of anything: `next` is the cursor of the page after it, `null` at the end. */
export type Page<T> = { items: T[]; next: string | null }

/**
 * A customer's text that others will read: no markup. Pages never render markup; text that looks
 * like a script was not written for readers.
 */
export const optionalPlainText = (max: number) => v.pipe(note(max), v.check(isPlain, 'plain text'))

/** The same, not empty. */
export const plainText = (max: number) => v.pipe(optionalPlainText(max), v.nonEmpty())

const isPlain = (text: string): boolean => !/<[/!?]?[a-z]/i.test(text)

/** The input of an operation without parameters. */
export const noInput = v.strictObject({})
export type NoInput = v.InferOutput<typeof noInput>

/** The next page of a list of the caller's own. */
export const pageInput = v.strictObject({ cursor })
export type PageInput = v.InferOutput<typeof pageInput>

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
