import {
  nameFault,
  type TextFault,
  textFault,
  tidyLine,
  tidyText,
  tidyWord,
} from '@core/kernel/readable-text'

const ZWJ = '\u200d'

describe('what has no width is dropped', () => {
  it.each([
    ['a zero-width space', '林\u200b晚', '林晚'],
    ['a byte order mark', '\ufeff林晚', '林晚'],
    ['a soft hyphen', '西\u00ad湖', '西湖'],
    ['a joiner between letters', `林${ZWJ}晚`, '林晚'],
    ['a Hangul filler', '\u3164林晚\u3164', '林晚'],
    ['an empty braille cell', '\u2800', ''],
    ['tags', '林\u{e0041}晚', '林晚'],
    ['blanks of every width around it', '\u3000 林晚\u00a0', '林晚'],
  ])('%s', (_what, text, tidy) => {
    expect(tidyText(text)).toBe(tidy)
  })

  it('but a joiner within an emoji stays', () => {
    expect(tidyText(`👩${ZWJ}🍳 ❤️${ZWJ}🔥 👩🏽${ZWJ}🌾`)).toBe(`👩${ZWJ}🍳 ❤️${ZWJ}🔥 👩🏽${ZWJ}🌾`)
  })
})

describe('a text is refused', () => {
  it.each<[string, string, TextFault]>([
    ['with half a character', '林\ud83d', 'SURROGATE'],
    ['with an override of direction', '\u202e晚林', 'BIDI'],
    ['with an isolate', '\u2067林晚\u2069', 'BIDI'],
    ['with a direction mark', '林\u200f晚', 'BIDI'],
    ['with a null', '林\u0000晚', 'CONTROL'],
    ['with an escape', '\u001b[31m林', 'CONTROL'],
    ['with what is no character', '林\uffff', 'CONTROL'],
    ['of combining marks alone', '\u0301\u0302', 'NOTHING_VISIBLE'],
    ['of old fillers alone', '\u115f\u1160', 'NOTHING_VISIBLE'],
  ])('%s', (_how, text, fault) => {
    expect(textFault(tidyText(text))).toBe(fault)
    expect(nameFault(tidyText(text))).toBe(fault)
  })

  it.each(['好', 'ok', '？', '👍', '𠮷野家', 'café', '第一行\n第二行\t完', '👩‍🍳', '№ 5'])(
    'not: %j',
    (text) => {
      expect(textFault(tidyText(text))).toBeNull()
    },
  )
})

it.each(['。。', '---', '…', '!?'])('%s says something, and names nobody', (text) => {
  expect(textFault(text)).toBeNull()
  expect(nameFault(text)).toBe('NO_LETTER')
})

it('a name is one line', () => {
  expect(tidyLine(' 林\n晚\t 女士 ')).toBe('林 晚 女士')
})

it('of a search word only what can be searched for is left', () => {
  expect(tidyWord('\u202e龙\u0000井\ud83d\u200b茶\n')).toBe('龙 井茶')
})
