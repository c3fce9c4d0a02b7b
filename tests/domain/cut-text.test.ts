import { cutText } from '@core/kernel/cut-text'
import { describeOrder } from '@core/operations/orders/pay-order'

const FAMILY = '👨‍👩‍👧‍👦'
const FLAG = '🇨🇳'
const THUMB = '👍🏽'
const ACCENTED = 'e\u0301'

describe('a text is cut between characters as a reader sees them', () => {
  it.each([
    ['Chinese', '明前龙井', 9, '明前龙'],
    ['Chinese, a byte short', '明前龙井', 11, '明前龙'],
    ['what fits as a whole', '明前龙井', 12, '明前龙井'],
    ['an emoji of two halves', '茶🍵🍵', 10, '茶🍵'],
    ['an emoji joined of four', `茶${FAMILY}`, 27, '茶'],
    ['the same when it fits', `茶${FAMILY}茶`, 28, `茶${FAMILY}`],
    ['a flag', `${FLAG}${FLAG}`, 15, FLAG],
    ['a skin tone', `${THUMB}${THUMB}`, 15, THUMB],
    ['an accent', `${ACCENTED}${ACCENTED}`, 5, ACCENTED],
    ['a sign with its selector', '❤️❤️', 11, '❤️'],
    ['a character longer than the room', `${FAMILY}茶`, 10, ''],
    ['nothing', '', 10, ''],
  ])('%s', (_, text, bytes, cut) => {
    expect(cutText(text, bytes)).toBe(cut)
  })
})

describe('the description of a payment', () => {
  it.each([
    ['is the title', '明前龙井', 1, '明前龙井'],
    ['says how many lines there are', '明前龙井', 3, '明前龙井等 3 件'],
    ['keeps it when the title is cut', '茶'.repeat(60), 12, `${'茶'.repeat(36)}等 12 件`],
    ['is never empty', FAMILY.repeat(1).concat('\u0301'.repeat(80)), 1, '商品'],
  ])('%s', (_, title, lines, described) => {
    expect(describeOrder(title, lines)).toBe(described)
  })

  it.each([FAMILY, FLAG, THUMB, '🍵', '❤️', '茶'])('holds whole %s in 120 bytes', (character) => {
    const described = describeOrder(character.repeat(60), 1)
    expect(Buffer.byteLength(described)).toBeLessThanOrEqual(120)
    expect(described).toBe(character.repeat(Math.floor(120 / Buffer.byteLength(character))))
  })
})
