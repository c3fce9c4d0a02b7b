import { decode, decodeStored, encode } from '@local/database/codec'
import { inverted, keyOf, successor } from '@local/database/key'
import type { Document, Value } from '@local/database/values'
import { EJSON } from 'bson'
import fc from 'fast-check'

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.maxSafeInteger(),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
)
const name = fc.string({ minLength: 1, maxLength: 5 }).filter((s) => !/^\$|^__proto__$/.test(s))
const { value } = fc.letrec<{ value: Value; list: Value[]; document: Document }>((tie) => ({
  document: fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  list: fc.array(tie('value'), { maxLength: 3 }),
  value: fc.oneof({ maxDepth: 3 }, scalar, tie('list'), tie('document')),
}))

const RUNS = { numRuns: 300, seed: 3 }

describe('documents on the wire', () => {
  it('what the SDK writes in canonical form is read as the value it was', () => {
    fc.assert(
      fc.property(value, (v) => {
        const text = EJSON.stringify({ v }, { relaxed: false })
        expect(decode(text, 0)).toEqual({ v })
      }),
      RUNS,
    )
  })

  it('what we store and answer is read by the SDK as the same value', () => {
    fc.assert(
      fc.property(value, (v) => {
        const text = encode({ v })
        expect(EJSON.parse(text)).toEqual({ v })
        expect(decodeStored(text)).toEqual({ v })
        expect(encode(decodeStored(text))).toBe(text)
      }),
      RUNS,
    )
  })

  it.each([NaN, Infinity, -Infinity, -0])('%p survives', (number) => {
    const { v } = decodeStored(encode({ v: number }))
    expect(Object.is(v, number)).toBe(true)
  })
})

describe('the keys of an index', () => {
  const number = fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 }))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\0', '\u0001', '山', '野', 'ÿ') })
  const sign = (n: number): number => Math.sign(n)

  it('order numbers as numbers', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(sign(Buffer.compare(keyOf(a), keyOf(b)))).toBe(a === b ? 0 : a < b ? -1 : 1)
      }),
      RUNS,
    )
  })

  it('order texts as texts, and joined keys by the first that differs', () => {
    fc.assert(
      fc.property(text, text, number, number, (a, b, m, n) => {
        const joined = (t: string, x: number): Buffer => Buffer.concat([keyOf(t), keyOf(x)])
        const expected = a !== b ? (a < b ? -1 : 1) : m === n ? 0 : m < n ? -1 : 1
        expect(sign(Buffer.compare(joined(a, m), joined(b, n)))).toBe(expected)
      }),
      RUNS,
    )
  })

  it('inverted, order the other way', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const forward = sign(Buffer.compare(keyOf(a), keyOf(b)))
        expect(sign(Buffer.compare(inverted(keyOf(a)), inverted(keyOf(b))))).toBe(0 - forward)
      }),
      RUNS,
    )
  })

  it('are no prefixes of each other, and the successor is above all that begin so', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [one, other] = [keyOf(a), keyOf(b)]
        if (!one.equals(other)) expect(other.subarray(0, one.length).equals(one)).toBe(false)
        const longer = Buffer.concat([one, Buffer.from([0xff, 0xff])])
        expect(Buffer.compare(longer, successor(one))).toBe(-1)
        expect(Buffer.compare(one, successor(one))).toBe(-1)
      }),
      RUNS,
    )
  })

  it('order the types as MongoDB does', () => {
    const values: Value[] = [[], null, -1, 5, '', 'z', { a: 1 }, [1], false, true, new Date(0)]
    const keys = values.map((v) => keyOf(v))
    expect([...keys].sort(Buffer.compare)).toEqual(keys)
  })
})
