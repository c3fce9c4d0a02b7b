import type { PricingInput, PricingLine } from '@core/domain/pricing/pricing-input'
import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { FREIGHT_GAP, promotionProgress } from '@/copy/promotion-progress'
import { activity, line, material, PLAIN_ZONE } from '../builders/pricing'

/** What the cart says is missing, and which goods would close the gap. */

const gapsOf = (lines: PricingLine[], more: Partial<PricingInput> = {}) => {
  const input = material(lines, more)
  const cart = { input, quote: quote(input, NO_CHOICE), gifts: [], today: '2026-03-14' }
  return promotionProgress(cart).map(({ id, text, gap }) => ({ id, text, gap }))
}

const pantry = { productIds: [], categoryIds: ['pantry'] }

it('满减: goods of its scope, from what is missing on', () => {
  const rule = activity('spendOff', { scope: pantry, steps: [{ fromFen: 10_000, offFen: 1_000 }] })
  expect(gapsOf([line('tea', 6_800)], { promotions: [rule] })).toEqual([
    {
      id: 'spendOff',
      text: '满 100 减 10，还差 ¥32',
      gap: { scope: pantry, fromFen: 3_200 },
    },
  ])
  const [reached] = gapsOf([line('tea', 10_000)], { promotions: [rule] })
  expect(reached?.gap).toBeNull()
})

it.each([1, 2])('the third piece cheaper, with %i chosen: any goods of its scope', (quantity) => {
  const rule = activity('nthPiece', { scope: pantry, nth: 3, percentOff: 30 })
  const [gap] = gapsOf([line('tea', 1_000, { quantity })], { promotions: [rule] })
  expect(gap?.text).toMatch(new RegExp(`还差 ${3 - quantity} 件$`))
  expect(gap?.gap).toEqual({ scope: pantry, fromFen: 0 })
})

it('a set: its parts that are not chosen, or not often enough', () => {
  const parts = [
    { skuId: 'tea', quantity: 2 },
    { skuId: 'cup', quantity: 1 },
    { skuId: 'honey', quantity: 1 },
  ]
  const rule = activity('bundle', { parts, priceFen: 9_000 })
  const [gap] = gapsOf([line('tea', 5_000), line('honey', 3_000)], { promotions: [rule] })
  expect(gap?.gap).toMatchObject({ skuIds: ['tea', 'cup'] })
})

it('free freight: of the zone any goods, of a promotion those of its scope', () => {
  const freight = [PLAIN_ZONE]
  const zone = { id: FREIGHT_GAP, text: '再买 ¥31 免运费' }
  expect(gapsOf([line('tea', 6_800)], { freight })).toEqual([
    { ...zone, gap: { scope: WHOLE_SHOP_SCOPE, fromFen: 3_100 } },
  ])
  const rule = activity('freeFreight', { scope: pantry, fromFen: 8_000, provinces: [] })
  expect(gapsOf([line('tea', 6_800)], { freight, promotions: [rule] })).toEqual([
    { id: FREIGHT_GAP, text: '再买 ¥12 免运费', gap: { scope: pantry, fromFen: 1_200 } },
  ])
  expect(gapsOf([line('tea', 9_900)], { freight })).toEqual([])
})
