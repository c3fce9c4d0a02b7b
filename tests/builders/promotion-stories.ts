import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import type { Customer, TestShop } from './shop'
import { claims, runs } from './trade'

/** What a customer sees of one kind of promotion, from the cart to the paid order. */
export type PromotionStory = {
  name: string
  /** Starts the promotion, or gives the customer what it needs; returns the id to end, if any. */
  begin(shop: TestShop, customer: Customer): Promise<string | null>
  pieces: number
  /** Texts on the cart page, including its total. */
  cart: string[]
  /** Texts on the checkout page. */
  checkout: string[]
  totalFen: number
}

const story = (
  name: string,
  rule: Parameters<typeof runs>[1],
  expected: Omit<PromotionStory, 'name' | 'begin'>,
): PromotionStory => ({ name, begin: (shop) => runs(shop, rule), ...expected })

/** One story per kind, of tea at ¥68.00; freight is ¥8.00 below ¥99.00 by list price. */
export const PROMOTION_STORIES: PromotionStory[] = [
  story(
    'a limited-time price, with its limit per member',
    {
      kind: 'timePrice',
      title: '春茶尝鲜',
      prices: [{ skuId: 'tea:1', priceFen: 5_800, stock: 20 }],
      perMemberMax: 1,
    },
    {
      pieces: 2,
      cart: ['1 件限时价 ¥58.00', '¥126.00'],
      checkout: ['限时价 · 春茶尝鲜', '−¥10.00'],
      totalFen: 12_600,
    },
  ),
  story(
    'a member’s price',
    {
      kind: 'tierPrice',
      title: '会员价',
      scope: WHOLE_SHOP_SCOPE,
      percents: { basic: 90 },
      prices: [],
    },
    { pieces: 1, cart: ['会员价', '¥69.20'], checkout: ['会员价', '−¥6.80'], totalFen: 6_920 },
  ),
  story(
    'a bundle',
    {
      kind: 'bundle',
      title: '两罐装',
      parts: [{ skuId: 'tea:1', quantity: 2 }],
      priceFen: 12_000,
    },
    {
      pieces: 2,
      cart: ['套餐 2 件 ¥120，已减 ¥16', '¥120.00'],
      checkout: ['套餐 · 两罐装', '−¥16.00'],
      totalFen: 12_000,
    },
  ),
  story(
    'buy one, get one',
    { kind: 'nthPiece', title: '买一送一', scope: WHOLE_SHOP_SCOPE, nth: 2, percentOff: 100 },
    {
      pieces: 2,
      cart: ['买一送一，已减 ¥68', '¥68.00'],
      checkout: ['多件优惠 · 买一送一', '−¥68.00'],
      totalFen: 6_800,
    },
  ),
  story(
    'a ladder of 满减',
    {
      kind: 'spendOff',
      title: '春日满减',
      scope: WHOLE_SHOP_SCOPE,
      steps: [
        { fromFen: 10_000, offFen: 1_000 },
        { fromFen: 20_000, offFen: 3_000 },
      ],
    },
    {
      pieces: 2,
      cart: ['已减 ¥10；满 200 减 30，还差 ¥64', '¥126.00'],
      checkout: ['满减 · 春日满减', '−¥10.00'],
      totalFen: 12_600,
    },
  ),
  story(
    'a gift',
    {
      kind: 'gift',
      title: '满赠',
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 5_000,
      skuId: 'honey:1',
      quantity: 1,
      perMemberMax: null,
      isOptional: false,
    },
    {
      pieces: 1,
      cart: ['满 50 送秦岭土蜂蜜，已经送上', '随单送', '¥76.00'],
      checkout: ['赠品', '¥0.00'],
      totalFen: 7_600,
    },
  ),
  story(
    'free freight',
    {
      kind: 'freeFreight',
      title: '江浙包邮',
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 5_000,
      provinces: [],
    },
    { pieces: 1, cart: ['已包邮', '¥68.00'], checkout: ['江浙包邮'], totalFen: 6_800 },
  ),
  {
    name: 'a coupon, the best of the pocket',
    begin: async (shop, customer) => {
      await claims(shop, customer)
      return null
    },
    pieces: 1,
    cart: ['已省 ¥10', '¥66.00'],
    checkout: ['已选最优 −¥10.00', '优惠券 · 满 50 减 10'],
    totalFen: 6_600,
  },
]

/** A member with a saved address, a promotion that has started, and tea in the cart. */
export async function prepare(shop: TestShop, customer: Customer, expected: PromotionStory) {
  await customer.join()
  await customer.buys('honey:1')
  // Orders with equal timestamps have no defined order.
  await shop.devcloud.clock.advance({ minutes: 1 })
  const running = await expected.begin(shop, customer)
  await customer.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: expected.pieces })
  return running
}
