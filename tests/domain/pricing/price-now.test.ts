import { priceNow } from '@core/domain/pricing/price-now'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { activity, DAY, line, NOON } from '../../builders/pricing'

const tea = line('tea', 1_000)
const sale = activity('timePrice', {
  prices: [{ skuId: 'tea', priceFen: 600, stock: 5 }],
  perMemberMax: 2,
})
const tier = activity('tierPrice', {
  scope: WHOLE_SHOP_SCOPE,
  percents: { silver: 90 },
  prices: [],
})
const at = (more: object = {}) => ({
  at: NOON,
  tier: null,
  activityStock: { 'timePrice:tea': 5 },
  ...more,
})

describe('S0-09 the price that a product shows before it is in a cart', () => {
  it('is the promotion’s, with the stock left, the end time and the limit', () => {
    expect(priceNow(tea, [tier, sale], at({ tier: 'gold' }))).toEqual({
      fen: 600,
      listFen: 1_000,
      code: 'TIME_PRICE',
      promotionId: 'timePrice',
      title: sale.title,
      endsAt: NOON + DAY,
      left: 5,
      perMemberMax: 2,
    })
  })

  it.each([
    ['when the activity is over', { at: NOON + DAY }, 1_000, null],
    ['when its stock is gone', { activityStock: { 'timePrice:tea': 0 } }, 1_000, null],
    ['then the tier’s', { activityStock: {}, tier: 'silver' }, 900, 'TIER_PRICE'],
    ['and for the next tier the same', { activityStock: {}, tier: 'gold' }, 900, 'TIER_PRICE'],
  ])('%s', (_, question, fen, code) => {
    expect(priceNow(tea, [sale, tier], at(question))).toMatchObject({ fen, code, listFen: 1_000 })
  })

  it.each([
    ['the tier’s where it is lower', 50, 'TIER_PRICE', 500],
    ['the tier’s, which has no limit, where they are the same', 60, 'TIER_PRICE', 600],
    ['the promotion’s where it is lower', 61, 'TIME_PRICE', 600],
  ])('is %s', (_, percent, code, fen) => {
    const own = { ...tier, percents: { silver: percent } }
    expect(priceNow(tea, [sale, own], at({ tier: 'silver' }))).toMatchObject({ code, fen })
  })
})
