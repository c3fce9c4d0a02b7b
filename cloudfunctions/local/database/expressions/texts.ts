import { type Found, isNullish, typeOf } from '../comparison'
import { invalidOperator } from '../errors'
import type { Value } from '../values'
import { boundsIn } from './arrays'
import {
  binary,
  failed,
  numberIn,
  type Operator,
  taking,
  textIn,
  unary,
  unlessNull,
  variadic,
} from './language'

/** MongoDB's text of a value: dates and numbers have one, null is empty, all else is an error. */
function coerced(value: Found): string {
  if (isNullish(value)) return ''
  if (typeof value === 'string') return value
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'number') {
    throw failed(`can't convert from BSON type ${typeOf(value)} to String`)
  }
  const text = String(value)
  // The server writes 15 digits, and exponents in a form of its own.
  if (/^-?\d{1,15}$/.test(text) || (/^-?\d+\.\d+$/.test(text) && text.length < 16)) return text
  throw invalidOperator(`the text of the number ${text} is not available in the local cloud`)
}

/** Only the 26 letters change, as on the server. */
const ascii = (change: (letters: string) => string, from: RegExp) =>
  unary((value) => coerced(value).replace(from, change))

const toUpper = (text: string): string => text.replace(/[a-z]+/g, (part) => part.toUpperCase())

function concat(values: Found[]): Found {
  const texts: string[] = []
  for (const value of values) {
    if (isNullish(value)) return null
    texts.push(textIn(value, '$concat'))
  }
  return texts.join('')
}

/** Positions counted in code points, or in bytes of UTF-8. */
const indexOf = (name: string, unitsOf: (text: string) => number): Operator =>
  taking({ least: 2, most: 4 }, (text, part, ...bounds) => {
    if (isNullish(text)) return null
    const [whole, wanted] = [textIn(text, name), textIn(part, name)]
    const { start, end } = boundsIn(bounds, name)
    for (let at = whole.indexOf(wanted); at >= 0; at = next(whole, wanted, at)) {
      const place = unitsOf(whole.slice(0, at))
      if (place >= start && place + unitsOf(wanted) <= end) return place
    }
    return -1
  })

/** `indexOf` of an empty text stops at the end and would find it again. */
function next(whole: string, wanted: string, at: number): number {
  return at >= whole.length ? -1 : whole.indexOf(wanted, at + 1)
}

function split(text: Value, separator: Value): Found {
  const by = textIn(separator, '$split')
  if (by === '') throw failed('$split requires a non-empty separator')
  return textIn(text, '$split').split(by)
}

/** A negative length means the rest. */
function substringOfBytes(text: Found, start: Found, length: Found): Found {
  const bytes = Buffer.from(coerced(text))
  const from = Math.trunc(numberIn(start, '$substrBytes: starting index'))
  const count = Math.trunc(numberIn(length, '$substrBytes: length'))
  if (from < 0) throw failed(`$substrBytes: starting index must be non-negative (got: ${from})`)
  if (from >= bytes.length) return ''
  const end = count < 0 ? bytes.length : Math.min(bytes.length, from + count)
  if (isContinuation(bytes[from]) || isContinuation(bytes[end])) {
    throw failed('$substrBytes: Invalid range, an index is in the middle of a UTF-8 character')
  }
  return bytes.subarray(from, end).toString('utf8')
}

/** The older name: its manual, and WeChat's, promise an empty text for a negative start. */
function substring(text: Found, start: Found, length: Found): Found {
  return numberIn(start, '$substr: starting index') < 0 ? '' : substringOfBytes(text, start, length)
}

const isContinuation = (byte = 0): boolean => (byte & 0xc0) === 0x80

function substringOfPoints(text: Found, start: Found, length: Found): Found {
  const points = [...coerced(text)]
  const [from, count] = [start, length].map((bound) => {
    if (typeof bound === 'number' && Number.isInteger(bound) && bound >= 0) return bound
    throw failed('$substrCP: index and length must be nonnegative integers')
  }) as [number, number]
  return points.slice(from, from + count).join('')
}

function compareWithoutCase(a: Found, b: Found): Found {
  return Math.sign(
    Buffer.compare(Buffer.from(toUpper(coerced(a))), Buffer.from(toUpper(coerced(b)))),
  )
}

/** Operators on texts. */
export const TEXTS: Record<string, Operator> = {
  $concat: variadic(concat),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => Buffer.byteLength(text)),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text].length),
  $split: binary(unlessNull(split)),
  $strLenBytes: unary((text) => Buffer.byteLength(textIn(text, '$strLenBytes'))),
  $strLenCP: unary((text) => [...textIn(text, '$strLenCP')].length),
  $strcasecmp: binary(compareWithoutCase),
  $substr: taking({ least: 3, most: 3 }, substring),
  $substrBytes: taking({ least: 3, most: 3 }, substringOfBytes),
  $substrCP: taking({ least: 3, most: 3 }, substringOfPoints),
  $toLower: ascii((letters) => letters.toLowerCase(), /[A-Z]+/g),
  $toUpper: ascii((letters) => letters.toUpperCase(), /[a-z]+/g),
}
