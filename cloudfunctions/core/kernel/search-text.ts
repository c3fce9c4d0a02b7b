/**
 * How search reads text: the same for what is stored and for what is asked. Text becomes symbols: a
 * Chinese character or an emoji is one, a Latin word, a number and an amount with its unit (`500g`)
 * are one each. Terms are symbols and pairs of neighbours, so that words need no blanks between
 * them. Everything counts in code points: a character beyond U+FFFF is one symbol.
 */

type SymbolKind = 'character' | 'word' | 'number' | 'amount'

/** One symbol. `isJoined`: nothing but its meaning separates it from the symbol before. */
export type TextSymbol = { text: string; kind: SymbolKind; isJoined: boolean; raw?: string }

/** Units by how many of the base unit they are: `1kg`, `1公斤` and `2斤` are all `1000g`. */
const UNITS: Readonly<Record<string, readonly [factor: number, base: string]>> = {
  g: [1, 'g'],
  克: [1, 'g'],
  kg: [1_000, 'g'],
  千克: [1_000, 'g'],
  公斤: [1_000, 'g'],
  斤: [500, 'g'],
  ml: [1, 'ml'],
  毫升: [1, 'ml'],
  l: [1_000, 'ml'],
  升: [1_000, 'ml'],
  mm: [1, 'mm'],
  毫米: [1, 'mm'],
  cm: [10, 'mm'],
  厘米: [10, 'mm'],
}
const UNIT = 'kg|g|ml|l|mm|cm|千克|公斤|克|斤|毫升|升(?!级)|毫米|厘米'
/** Scripts written without blanks, and emoji: every character is a symbol. */
const CHARACTER =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Extended_Pictographic}]'
const SYMBOL = new RegExp(
  `(?<value>\\d+(?:\\.\\d+)?)\\s*(?<unit>${UNIT})(?![a-z])|(?<number>\\d+(?:\\.\\d+)?)|` +
    `(?<character>${CHARACTER})|(?<word>(?:(?!${CHARACTER})\\p{L}\\p{M}*)+)`,
  'gu',
)

/** Counts that people write as characters before a unit of weight. */
const COUNTS: Readonly<Record<string, string>> = {
  ...{ 半: '0.5', 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7' },
  ...{ 八: '8', 九: '9', 十: '10' },
}
const COUNTED_WEIGHT = /(?<![\p{Script=Han}\d])([半一二两三四五六七八九十])(?=公斤|千克|斤)/gu

/** One spelling of a text: full width and compatibility characters folded (NFKC), lower case. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(COUNTED_WEIGHT, (count) => COUNTS[count] ?? count)

/** The symbols of a text, in their order. */
export function symbolsOf(text: string): TextSymbol[] {
  const plain = folded(text)
  const symbols: TextSymbol[] = []
  let end = 0
  for (const match of plain.matchAll(SYMBOL)) {
    const gap = plain.slice(end, match.index)
    // A number belongs to what is counted, with a blank between them or without: `4 只`.
    const isCounted = symbols.at(-1)?.kind === 'number' && gap.trim() === ''
    const isJoined = symbols.length > 0 && (gap === '' || isCounted)
    symbols.push({ ...symbolOf(match.groups ?? {}), isJoined })
    end = match.index + match[0].length
  }
  return symbols
}

function symbolOf(groups: Record<string, string | undefined>): Omit<TextSymbol, 'isJoined'> {
  const { value, unit, number, character, word = '' } = groups
  if (value !== undefined && unit !== undefined) {
    const [factor, base] = UNITS[unit] ?? [1, unit]
    return { text: `${plainNumber(value, factor)}${base}`, kind: 'amount', raw: plainNumber(value) }
  }
  if (number !== undefined) return { text: plainNumber(number), kind: 'number' }
  if (character !== undefined) return { text: character, kind: 'character' }
  return { text: word, kind: 'word' }
}

/** Digits that a number holds exactly; longer ones, such as a bar code, stay as they are. */
const DIGITS_MAX = 12

/** Without leading zeros, and without the noise of binary fractions: 1.1 kg is 1100 g. */
const plainNumber = (digits: string, factor = 1): string =>
  digits.length > DIGITS_MAX ? digits : String(Number((Number(digits) * factor).toFixed(3)))

/** What a text is found by, each once; without single characters when it `isSparse`. */
export function indexTerms(text: string, { isSparse = false } = {}): string[] {
  const symbols = symbolsOf(text)
  const terms = symbols.flatMap((symbol, at) => {
    const next = symbols[at + 1]
    const pair = next?.isJoined ? [symbol.text + next.text] : []
    if (symbol.kind === 'word') return [...beginnings(symbol.text), ...pair]
    if (symbol.kind === 'amount') return [symbol.text, ...(symbol.raw ? [symbol.raw] : []), ...pair]
    return isSparse && symbol.kind === 'character' ? pair : [symbol.text, ...pair]
  })
  return [...new Set(terms)]
}

/** A Latin word is found by its beginnings of two letters and more. */
function beginnings(word: string): string[] {
  const letters = [...word]
  if (letters.length < 2) return [word]
  return Array.from({ length: letters.length - 1 }, (_, at) => letters.slice(0, at + 2).join(''))
}

/** The text as one word, and its parts between blanks or signs, as `symbolsOf` spells them. */
export function wholeWords(text: string): string[] {
  const symbols = symbolsOf(text)
  const parts: string[] = []
  for (const { text: own, isJoined } of symbols) {
    if (isJoined) parts.push(`${parts.pop() ?? ''}${own}`)
    else parts.push(own)
  }
  const whole = symbols.map((symbol) => symbol.text).join('')
  return whole === '' ? [] : [...new Set([whole, ...parts])]
}
