import { entriesOf, readQuery } from '@core/domain/catalog/product-query'
import { folded, indexTerms, symbolsOf, wholeWords } from '@core/kernel/search-text'
import fc from 'fast-check'

/** Text as people type it: Chinese, Latin, digits, emoji, full width, and beyond U+FFFF. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'龙井茶礼盒西湖草莓果酱𠮷𡈽🍓👨‍👩‍👧 ，·５０ｇＡa1.'),
      fc.constantFrom('50g', '１公斤', 'iPhone', ' 15', '毫升', '\ud842', '\udfb7'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

const isWellFormed = (value: string) => !/\p{Surrogate}/u.test(value)

const termsOf = (value: string) => symbolsOf(value).map((symbol) => symbol.text)

it('reading its own spelling again changes nothing', () => {
  fc.assert(fc.property(text, (value) => expect(folded(folded(value))).toBe(folded(value))))
})

it('no term is half a character, whatever was typed', () => {
  fc.assert(
    fc.property(text, (value) => {
      const terms = [...termsOf(value), ...indexTerms(value), ...wholeWords(value)]
      expect(terms.filter((term) => !isWellFormed(term) || term === '')).toEqual([])
    }),
  )
})

it('a text is found by itself: every place the query is looked up at is indexed', () => {
  fc.assert(
    fc.property(text, (value) => {
      const query = readQuery(value)
      const index = new Set(indexTerms(value))
      const missing = query ? entriesOf(query).filter((term) => !index.has(term.text)) : []
      expect(missing).toEqual([])
    }),
  )
})

it('full width, capitals and blanks around it make no difference', () => {
  const wide = (value: string) =>
    value.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{1,12}$/), (value) => {
      expect(termsOf(` ${wide(value.toUpperCase())}\u3000`)).toEqual(termsOf(value))
    }),
  )
})

it.each([
  ['iPhone 15', 'iPhone15'],
  ['iPhone 15', 'ＩＰＨＯＮＥ１５'],
  ['龙井 50 g', '龙井50克'],
  ['500克', '0.5kg'],
  ['500克', '一斤'],
  ['1公斤', '2斤'],
  ['１ＫＧ', '1千克'],
  ['330ml', '330 毫升'],
  ['1.5升', '1500ml'],
  ['60cm', '60 厘米'],
  ['4 只', '4只'],
  ['㎏5', 'kg5'],
])('%s is read as %s', (one, other) => expect(termsOf(one)).toEqual(termsOf(other)))

it.each([
  ['5G网', ['5g', '网']],
  ['5gb', ['5', 'gb']],
  ['2升级版', ['2', '升', '级', '版']],
  ['𠮷野家', ['𠮷', '野', '家']],
  ['6901234567890', ['6901234567890']],
])('%s has the symbols %j', (value, symbols) => expect(termsOf(value)).toEqual(symbols))

it('characters beyond U+FFFF make pairs like any other', () =>
  expect(indexTerms('𠮷野')).toEqual(['𠮷', '𠮷野', '野']))
