import { NO_CHOICE, type PricingChoice } from '@core/domain/pricing/pricing-input'
import { quote } from '@core/domain/pricing/quote'
import { draftProduct } from '../builders/catalog'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { ends, runs } from '../builders/trade'

/** A gift that the phone showed is gone when the order is placed. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
  for (const id of ['cup', 'trial', 'bag']) {
    const skus = [{ id: `${id}:1`, openingStock: 1 }]
    must(await shop.admin('products.save', draftProduct({ id, skus })))
  }
}, 60_000)
afterAll(() => shop.close())

const gives = (skuId: string, isOptional = false) =>
  runs(shop, {
    kind: 'gift',
    scope: { productIds: ['tea'], categoryIds: [] },
    fromFen: 6_800,
    skuId,
    quantity: 1,
    perMemberMax: null,
    isOptional,
  })

/** An order with what its phone shows now, gifts included. */
async function shown(customer: Customer, choice: PricingChoice = NO_CHOICE, quantity = 1) {
  const lines = [{ skuId: 'tea:1', quantity }]
  const draft = await customer.chooses(lines, choice)
  const { material } = await customer.does('orders.quote', { lines, province: '浙江省' })
  const expectedGifts = quote(material, choice).lines.flatMap((line) =>
    line.kind === 'gift' && line.sourceId !== null
      ? [{ promotionId: line.sourceId, skuId: line.skuId, quantity: line.quantity }]
      : [],
  )
  return { ...draft, expectedGifts }
}

const takes = (name: string, skuId: string) => shop.customer(name).places(skuId)

it('is said by its promotion and SKU; without it the same order is placed', async () => {
  const lin = shop.customer('lin')
  const promotionId = await gives('cup:1')
  const draft = await shown(lin)
  expect(draft.expectedGifts).toEqual([{ promotionId, skuId: 'cup:1', quantity: 1 }])
  const before = await shop.available('tea:1')
  const taken = await takes('first', 'cup:1')
  const gone = { code: 'GIFT_GONE', gifts: [{ promotionId, skuId: 'cup:1' }], totalFen: 7_600 }
  expect(refused(await lin.call('orders.place', draft))).toEqual(gone)
  expect(refused(await lin.call('orders.place', draft))).toEqual(gone)
  expect(await shop.available('tea:1')).toBe(before)
  const placed = await lin.does('orders.place', { ...draft, expectedGifts: [] })
  expect(placed).toMatchObject({ id: draft.orderId, totalFen: 7_600, lines: [{ kind: 'goods' }] })
  await shop.customer('first').does('orders.cancel', { orderId: taken.id })
  await ends(shop, promotionId)
})

it('a chosen sample is a promise as well, and the end of its promotion breaks it', async () => {
  const mo = shop.customer('mo')
  const sample = await gives('trial:1', true)
  const choosing = { ...NO_CHOICE, samples: [sample] }
  const draft = await shown(mo, choosing)
  await ends(shop, sample)
  expect(refused(await mo.call('orders.place', draft))).toMatchObject({
    code: 'GIFT_GONE',
    gifts: [{ promotionId: sample, skuId: 'trial:1' }],
  })
})

it('two orders race for the last gift: one has it, the other is asked again', async () => {
  const promotionId = await gives('bag:1')
  const racers = ['race-a', 'race-b'].map((name) => shop.customer(name))
  const drafts = await Promise.all(racers.map((one) => shown(one)))
  const placing = racers.map((one, at) => one.call('orders.place', drafts[at]!))
  const answers = await Promise.all(placing)
  const won = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
  expect(won).toHaveLength(1)
  expect(won[0]?.lines).toContainEqual(expect.objectContaining({ kind: 'gift', skuId: 'bag:1' }))
  const lost = answers.findIndex((answer) => !answer.ok)
  expect(refused(answers[lost]!)).toEqual({
    code: 'GIFT_GONE',
    gifts: [{ promotionId, skuId: 'bag:1' }],
    totalFen: 7_600,
  })
  const again = { ...drafts[lost]!, expectedGifts: [] }
  const placed = await racers[lost]!.does('orders.place', again)
  expect(placed.lines.map(({ kind }) => kind)).toEqual(['goods'])
  // The same order sent again is the same order, whatever it expects.
  expect(await racers[lost]!.does('orders.place', drafts[lost]!)).toEqual(placed)
  await ends(shop, promotionId)
})
