import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { draftProduct } from '../builders/catalog'
import { ADDRESS, type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { asks, ends, receives, runs } from '../builders/trade'

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

const tea = (quantity: number) => [{ skuId: 'tea:1', quantity }]
const onTea = { productIds: ['tea'], categoryIds: [] }
const codes = (order: { adjustments: { code: string; fen: number }[] }) =>
  Object.fromEntries(order.adjustments.map(({ code, fen }) => [code, fen]))

async function places(customer: Customer, lines: Parameters<Customer['draft']>[0]) {
  return customer.does('orders.place', await customer.draft(lines))
}

describe('S0-09 a time-limited price', () => {
  it('holds in [start, end) by the cloud’s clock; then the price returns', async () => {
    const lin = shop.customer('lin')
    const now = shop.devcloud.clock.now()
    await runs(shop, {
      kind: 'timePrice',
      prices: [{ skuId: 'honey:1', priceFen: 2_990, stock: null }],
      perMemberMax: null,
      startsAt: now + 60_000,
      endsAt: now + 120_000,
    })
    const honey = [{ skuId: 'honey:1', quantity: 1 }]
    const price = async () => (await lin.price(honey)).totalFen - 800
    expect(await price()).toBe(3_990)
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(await price()).toBe(2_990)
    const draft = await lin.draft(honey)
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(await price()).toBe(3_990)
    expect(refused(await lin.call('orders.place', draft))).toEqual({
      code: 'PRICE_CHANGED',
      totalFen: 4_790,
    })
  })

  it('its own stock and the limit per member hold under concurrent orders', async () => {
    const id = await runs(shop, {
      kind: 'timePrice',
      prices: [{ skuId: 'tea:1', priceFen: 5_000, stock: 3 }],
      perMemberMax: 1,
    })
    const crowd = Array.from({ length: 6 }, (_, no) => shop.customer(`crowd-${no}`))
    const drafts = await Promise.all(crowd.map((one) => one.draft(tea(1))))
    expect(drafts.map((draft) => draft.expectedTotalFen)).toEqual(drafts.map(() => 5_800))
    const answers = await Promise.all(crowd.map((one, at) => one.call('orders.place', drafts[at]!)))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(3)
    const [first] = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    const winner = crowd.find((_, at) => {
      const answer = answers[at]
      return answer?.ok && answer.value.id === first?.id
    })!
    await winner.does('orders.cancel', { orderId: first!.id })
    const again = await winner.draft(tea(2))
    // One piece at the promotion's price, the second at the list price.
    expect(again.expectedTotalFen).toBe(11_800)
    await winner.does('orders.place', again)
    expect((await winner.price(tea(1))).totalFen).toBe(7_600)
    await ends(shop, id)
  })
})

describe('S0-10 a gift', () => {
  it('is added at 0, taken from the stock, and returned on cancellation', async () => {
    const mo = shop.customer('mo')
    const before = await shop.available('honey:2')
    const id = await runs(shop, {
      kind: 'gift',
      scope: onTea,
      fromFen: 13_600,
      skuId: 'honey:2',
      quantity: 1,
      perMemberMax: null,
      isOptional: false,
    })
    const order = await places(mo, tea(2))
    expect(order.lines).toContainEqual(
      expect.objectContaining({ kind: 'gift', skuId: 'honey:2', unitFen: 0, payableFen: 0 }),
    )
    expect(await shop.available('honey:2')).toBe(before - 1)
    await mo.does('orders.cancel', { orderId: order.id })
    expect(await shop.available('honey:2')).toBe(before)
    const kept = await places(mo, tea(2))
    await mo.pays(kept.id)
    await receives(shop, mo, kept.id)
    const { refundFen, deductionFen } = await asks(mo, {
      orderId: kept.id,
      kind: 'refund',
      lines: [{ key: 'tea:1', quantity: 1 }],
    })
    // One tea no longer qualifies for the gift; the customer keeps it at its price.
    expect({ refundFen, deductionFen }).toEqual({ refundFen: 0, deductionFen: 6_800 })
    await ends(shop, id)
  })

  it('S1-21 a sample is added on request, up to the limit per member', async () => {
    const pei = shop.customer('pei')
    must(await shop.admin('products.save', draftProduct({ id: 'trial', isSample: true })))
    expect(
      refused(await pei.call('orders.quote', { lines: [{ skuId: 'trial:1', quantity: 1 }] })),
    ).toEqual({ code: 'PRODUCT_GONE', skuId: 'trial:1' })
    const id = await runs(shop, {
      kind: 'gift',
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 0,
      skuId: 'trial:1',
      quantity: 1,
      perMemberMax: 1,
      isOptional: true,
    })
    const asking = { ...NO_CHOICE, samples: [id] }
    const [without, withIt] = [await pei.draft(tea(1)), await pei.chooses(tea(1), asking)]
    const samples = (order: { lines: { kind: string }[] }) =>
      order.lines.filter((line) => line.kind === 'gift').length
    expect(samples(await pei.does('orders.place', without))).toBe(0)
    expect(samples(await pei.does('orders.place', withIt))).toBe(1)
    const second = await pei.chooses(tea(1), asking)
    expect(samples(await pei.does('orders.place', second))).toBe(0)
    await ends(shop, id)
  })
})

describe('S1-20 buy one, get one', () => {
  it('charges 1 of 2 and 2 of 4; one returned piece refunds its share', async () => {
    const an = shop.customer('an')
    const id = await runs(shop, { kind: 'nthPiece', scope: onTea, nth: 2, percentOff: 100 })
    expect((await an.price(tea(2))).totalFen).toBe(6_800)
    expect((await an.price(tea(4))).totalFen).toBe(13_600)
    const order = await places(an, tea(4))
    await an.pays(order.id)
    const lines = [{ key: 'tea:1', quantity: 1 }]
    const asked = await asks(an, { orderId: order.id, kind: 'refund', lines })
    expect(asked.refundFen).toBe(3_400)
    await ends(shop, id)
  })
})

describe('S1-27 a bundle', () => {
  it('costs its price and each component’s stock; a returned one refunds its share', async () => {
    const su = shop.customer('su')
    const id = await runs(shop, {
      kind: 'bundle',
      parts: [
        { skuId: 'tea:1', quantity: 1 },
        { skuId: 'honey:2', quantity: 1 },
      ],
      priceFen: 9_999,
    })
    const stock = async () => [await shop.available('tea:1'), await shop.available('honey:2')]
    const [teas, honeys] = await stock()
    const lines = [
      { skuId: 'tea:1', quantity: 1 },
      { skuId: 'honey:2', quantity: 1 },
    ]
    const order = await places(su, lines)
    expect(order.totalFen).toBe(9_999)
    expect(await stock()).toEqual([teas! - 1, honeys! - 1])
    await su.pays(order.id)
    const parts = ['tea:1', 'honey:2'].map((key) => [{ key, quantity: 1 }])
    const sums = []
    for (const pieces of parts) {
      const asked = await asks(su, { orderId: order.id, kind: 'refund', lines: pieces })
      must(await shop.admin('afterSales.agree', { afterSaleId: asked.id, withFreight: false }))
      sums.push(asked.refundFen)
    }
    // The odd fen of the saving is honey’s: of equal lines the first by SKU, wherever it stands.
    expect(sums).toEqual([5_000, 4_999])
    await ends(shop, id)
  })
})

describe('discounts', () => {
  it('S0-18 a tier price is for members of the tier, and computed in the cloud', async () => {
    const jin = shop.customer('jin')
    await jin.join()
    await jin.buys('tea:1', 15)
    const id = await runs(shop, {
      kind: 'tierPrice',
      scope: onTea,
      percents: { gold: 95 },
      prices: [],
    })
    expect((await jin.price(tea(2))).totalFen).toBe(12_920)
    const other = shop.customer('other')
    const refusal = (await other.price(tea(2))).totalFen
    expect(refusal).toBe(13_600)
    const draft = { ...(await other.draft(tea(2))), expectedTotalFen: 12_920 }
    expect(refused(await other.call('orders.place', draft)).code).toBe('PRICE_CHANGED')
    await ends(shop, id)
  })

  it('满减 applies the highest step that is reached', async () => {
    const bo = shop.customer('bo')
    const steps = [
      { fromFen: 10_000, offFen: 1_000 },
      { fromFen: 20_000, offFen: 3_000 },
    ]
    const id = await runs(shop, { kind: 'spendOff', scope: WHOLE_SHOP_SCOPE, steps })
    expect((await bo.price(tea(1))).skipped).toContainEqual(
      expect.objectContaining({ reason: 'BELOW_THRESHOLD', missingFen: 3_200 }),
    )
    expect(codes(await places(bo, tea(3)))).toMatchObject({ SPEND_OFF: -3_000 })
    await ends(shop, id)
  })

  it('free freight to the listed provinces', async () => {
    const qi = shop.customer('qi')
    const honey = [{ skuId: 'honey:1', quantity: 1 }]
    const id = await runs(shop, {
      kind: 'freeFreight',
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 0,
      provinces: ['浙江省'],
    })
    const draft = await qi.draft(honey)
    expect(draft.expectedTotalFen).toBe(3_990)
    const address = { ...ADDRESS, province: '新疆维吾尔自治区' }
    const far = { ...draft, deliverTo: { kind: 'new' as const, address } }
    const answer = await qi.call('orders.place', far)
    expect(refused(answer)).toEqual({ code: 'PRICE_CHANGED', totalFen: 4_790 })
    await ends(shop, id)
  })

  it('a free order is paid without a payment dialog and refunded without money', async () => {
    const zero = shop.customer('zero')
    await zero.join()
    const id = await runs(shop, {
      kind: 'timePrice',
      prices: [{ skuId: 'honey:1', priceFen: 0, stock: null }],
      perMemberMax: null,
    })
    const free = await runs(shop, {
      kind: 'freeFreight',
      scope: WHOLE_SHOP_SCOPE,
      fromFen: 0,
      provinces: [],
    })
    const order = await places(zero, [{ skuId: 'honey:1', quantity: 1 }])
    expect(order).toMatchObject({ state: 'paid', totalFen: 0 })
    const lines = [{ key: 'honey:1', quantity: 1 }]
    const asked = await asks(zero, { orderId: order.id, kind: 'refund', lines })
    const input = { afterSaleId: asked.id, withFreight: false }
    expect(must(await shop.admin('afterSales.agree', input)).state).toBe('done')
    await ends(shop, id)
    await ends(shop, free)
  })
})
