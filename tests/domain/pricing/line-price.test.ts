import { linePrice } from '@core/domain/pricing/line-price'
import { nextSteps } from '@core/domain/pricing/next-step'
import { NO_CHOICE, type PricingInput } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { savedFen } from '@core/domain/pricing/saved'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { piecesCopy } from '@/copy/numbers'
import { activity, line, material, member } from '../../builders/pricing'

const cheapTea = (perMemberMax: number | null) =>
  activity('timePrice', {
    prices: [{ skuId: 'tea', priceFen: 5_900, stock: null }],
    perMemberMax,
  })

const priceOf = (whole: PricingInput, key: string) => {
  const bill = quote(whole, NO_CHOICE)
  const found = bill.lines.find((one) => one.key === key)
  if (!found) throw new Error(`no line ${key}`)
  return linePrice(found, bill.adjustments, whole.promotions)
}

describe('what a piece of a line costs', () => {
  test('is the list price when nothing touches it, whatever is taken off the whole', () => {
    const spendOff = activity('spendOff', {
      scope: WHOLE_SHOP_SCOPE,
      steps: [{ fromFen: 100, offFen: 50 }],
    })
    const whole = material([line('tea', 6_800)], { promotions: [spendOff] })
    expect(priceOf(whole, 'tea')).toEqual({
      unitFen: 6_800,
      listFen: 6_800,
      codes: [],
      prices: [{ quantity: 1, fen: 6_800 }],
      some: null,
    })
  })

  test('is the promotion’s when all pieces have it', () => {
    const whole = material([line('tea', 6_800, { quantity: 2 })], { promotions: [cheapTea(2)] })
    expect(priceOf(whole, 'tea')).toMatchObject({ unitFen: 5_900, listFen: 6_800, some: null })
  })

  test('is the list price, and reports the pieces with another price, one above the limit', () => {
    const whole = material([line('tea', 6_800, { quantity: 3 })], { promotions: [cheapTea(2)] })
    expect(priceOf(whole, 'tea')).toEqual({
      unitFen: 6_800,
      listFen: 6_800,
      codes: ['TIME_PRICE'],
      prices: [
        { quantity: 2, fen: 5_900 },
        { quantity: 1, fen: 6_800 },
      ],
      some: { quantity: 2, fen: 5_900 },
    })
  })

  test('is said of all pieces when two promotions share them, as on 2 + 2 pieces', () => {
    const sale = activity('timePrice', {
      prices: [{ skuId: 'tea', priceFen: 2_490, stock: null }],
      perMemberMax: 2,
    })
    const percents = { gold: 90 }
    const tier = activity('tierPrice', { scope: WHOLE_SHOP_SCOPE, percents, prices: [] })
    const of = (promotions: PricingInput['promotions']) =>
      material([line('tea', 2_990, { quantity: 4 })], { promotions, buyer: member('gold') })
    expect(piecesCopy(priceOf(of([sale]), 'tea').prices)).toBe('2 × ¥24.90 + 2 × ¥29.90')
    expect(piecesCopy(priceOf(of([sale, tier]), 'tea').prices)).toBe('2 × ¥24.90 + 2 × ¥26.91')
    expect(piecesCopy(priceOf(of([tier]), 'tea').prices)).toBe('¥26.91')
  })

  test('of an order of an earlier release is what its adjustments say', () => {
    const old = { key: 'tea', skuId: 'tea', unitFen: 1_000, quantity: 2 }
    const shares = [{ key: 'tea', fen: -200 }]
    const off = { code: 'TIME_PRICE' as const, sourceId: 'a', title: '', fen: -200, shares }
    expect(linePrice(old, [off]).prices).toEqual([{ quantity: 2, fen: 900 }])
  })

  test('is the tier’s for a member', () => {
    const tier = activity('tierPrice', {
      scope: WHOLE_SHOP_SCOPE,
      percents: { gold: 95 },
      prices: [],
    })
    const whole = material([line('tea', 6_800)], { promotions: [tier], buyer: member('gold') })
    expect(priceOf(whole, 'tea')).toMatchObject({ unitFen: 6_460, codes: ['TIER_PRICE'] })
  })
})

describe('the next step of 满减', () => {
  const ladder = activity('spendOff', {
    scope: WHOLE_SHOP_SCOPE,
    steps: [
      { fromFen: 30_000, offFen: 4_000 },
      { fromFen: 10_000, offFen: 1_000 },
    ],
  })
  const missing = (unitFen: number, more: Partial<PricingInput> = {}) => {
    const whole = material([line('tea', unitFen)], { promotions: [ladder], ...more })
    return nextSteps(whole, quote(whole, NO_CHOICE)).map((step) => step.missingFen)
  }

  test.each([
    ['the lowest one below it', 9_999, [1]],
    ['the one above when a step is reached', 10_000, [20_000]],
    ['a fen before the last', 29_999, [1]],
    ['none when the last is reached', 30_000, []],
  ])('is %s', (_, unitFen, steps) => {
    expect(missing(unitFen)).toEqual(steps)
  })

  test('counts what is left after the prices that come before it on the bill', () => {
    const promotions = [ladder, cheapTea(null)]
    expect(missing(10_000, { promotions })).toEqual([4_100])
  })

  test('is not shown to a customer who does not qualify for the promotion', () => {
    const promotions = [{ ...ladder, minTier: 'gold' as const }]
    expect(missing(9_000, { promotions })).toEqual([])
    expect(missing(9_000, { promotions, buyer: member('gold') })).toEqual([1_000])
  })
})

test('what was saved is all that was taken off, freight that was freed aside', () => {
  const off = { sourceId: null, title: '', shares: [] }
  const adjustments = [
    { ...off, code: 'SPEND_OFF' as const, fen: -1_000 },
    { ...off, code: 'POINTS' as const, fen: -300 },
    { ...off, code: 'FREIGHT' as const, fen: 800 },
    { ...off, code: 'FREE_FREIGHT' as const, fen: -800 },
  ]
  expect(savedFen({ adjustments })).toBe(1_300)
})
