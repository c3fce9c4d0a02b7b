import { addDays, addMonths, dayOf, daysBetween, isDay, startOf } from '@core/kernel/calendar'
import { indexTokens, queryTokens } from '@core/kernel/search-tokens'

const finds = (text: string, word: string) => {
  const tokens = new Set(indexTokens(text))
  const wanted = queryTokens(word)
  return wanted.length > 0 && wanted.every((token) => tokens.has(token))
}

describe('search by word', () => {
  it.each([
    ['秦岭土蜂蜜 · 百花蜜', '蜂蜜', true],
    ['秦岭土蜂蜜 · 百花蜜', '蜜', true],
    ['秦岭土蜂蜜 · 百花蜜', '土蜂蜜', true],
    ['秦岭土蜂蜜 · 百花蜜', '蜂花', false],
    ['秦岭土蜂蜜 · 百花蜜', '百花 秦岭', true],
    ['明前龙井 Longjing 200g', 'long', true],
    ['明前龙井 Longjing 200g', 'LONGJING', true],
    ['明前龙井 Longjing 200g', 'jing', false],
    ['明前龙井', '…', false],
    ['明前龙井', '', false],
  ])('%s by %s: %p', (text, word, isFound) => expect(finds(text, word)).toBe(isFound))
})

describe('days in Shanghai', () => {
  it.each([
    ['2026-03-14T15:59:59.999Z', '2026-03-14'],
    ['2026-03-14T16:00:00.000Z', '2026-03-15'],
  ])('%s is in %s', (instant, day) => expect(dayOf(Date.parse(instant))).toBe(day))

  it('a day begins at midnight there', () => {
    expect(new Date(startOf('2026-03-15')).toISOString()).toBe('2026-03-14T16:00:00.000Z')
  })

  it('count over months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(daysBetween('2026-02-28', '2027-02-28')).toBe(365)
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28')
  })

  it.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
  ])('%s is a day: %p', (text, isOne) => expect(isDay(text)).toBe(isOne))
})
