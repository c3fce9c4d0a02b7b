import type { GoodwillInput } from '@core/contract/staff-refunds'
import { draftProduct } from '../builders/catalog'
import { type Customer, must, openShop, refused, type TestShop } from '../builders/shop'
import { afterSaleId, asks, ends, receives, runs, ships } from '../builders/trade'

/** Refunds by the staff: shown before, of any amount, of orders paid here or elsewhere. */

let shop: TestShop
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
afterAll(() => shop.close())

type Given = Partial<GoodwillInput> & { orderId: string }
const chosen = (given: Given) => ({ lines: [], withFreight: false, ...given })
const preview = async (given: Given) =>
  must(await shop.admin('afterSales.previewByStaff', chosen(given)))
const give = (given: Given) =>
  shop.admin('afterSales.refundByStaff', {
    afterSaleId: afterSaleId(),
    words: '补偿',
    ...chosen(given),
  })
const tea = (quantity: number) => [{ key: 'tea:1', quantity }]
/** A cup is given with two teas. */
const CUP_WITH_TWO = {
  kind: 'gift' as const,
  scope: { productIds: ['tea'], categoryIds: [] },
  fromFen: 13_600,
  skuId: 'cup:1',
  quantity: 1,
  perMemberMax: null,
  isOptional: false,
}
const refundedOf = async (who: Customer, orderId: string) =>
  (await who.does('orders.show', { orderId })).refundedFen

describe('a refund by the staff', () => {
  it('comes to what was shown before; another amount is refused and shown', async () => {
    const lin = shop.customer('lin')
    const { id: orderId } = await lin.buys('tea:1', 2)
    expect(await preview({ orderId, lines: tea(1) })).toMatchObject({
      totalFen: 6_800,
      leftFen: 13_600,
      isOutside: false,
    })
    expect(await refundedOf(lin, orderId)).toBe(0)
    const stale = await give({ orderId, lines: tea(1), expectedFen: 6_799 })
    expect(refused(stale)).toEqual({ code: 'AMOUNT_CHANGED', totalFen: 6_800 })
    must(await give({ orderId, lines: tea(1), expectedFen: 6_800 }))
    expect(await refundedOf(lin, orderId)).toBe(6_800)
  })

  it('may be any amount up to what is left, with a reason; never more than was paid', async () => {
    const mo = shop.customer('mo')
    await mo.join()
    const { id: orderId } = await mo.buys('tea:1', 2)
    must(await give({ orderId, amountFen: 500 }))
    const tooMuch = await give({ orderId, amountFen: 13_101 })
    expect(refused(tooMuch)).toEqual({ code: 'AMOUNT_TOO_HIGH', leftFen: 13_100 })
    expect(refused(await give({ orderId, amountFen: 100, words: '' })).code).toBe('INVALID_INPUT')
    expect(refused(await give({ orderId, amountFen: 0 })).code).toBe('INVALID_INPUT')
    // Five yuan of 136 were given back, and their points: 136 × 500 / 13,600.
    expect((await mo.does('members.me', {})).points.pending).toBe(131)
    expect(await preview({ orderId, lines: tea(2) })).toMatchObject({
      totalFen: 13_100,
      leftFen: 13_100,
      clawPoints: 131,
      isWhole: true,
    })
    const { id } = await asks(mo, { orderId, kind: 'refund', lines: tea(2) })
    must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
    expect(await mo.does('orders.show', { orderId })).toMatchObject({
      state: 'closed',
      refundedFen: 13_600,
    })
    const over = await give({ orderId, amountFen: 1 })
    expect(refused(over)).toEqual({ code: 'AMOUNT_TOO_HIGH', leftFen: 0 })
  })

  it('waives the deduction for a gift, now and later', async () => {
    must(await shop.admin('products.save', draftProduct({ id: 'cup' })))
    const promotionId = await runs(shop, CUP_WITH_TWO)
    const pei = shop.customer('pei')
    const { id: orderId } = await pei.buys('tea:1', 2)
    await receives(shop, pei, orderId)
    const plain = { orderId, lines: tea(1) }
    expect(await preview(plain)).toMatchObject({ totalFen: 5_800, deductionFen: 1_000 })
    const waived = { ...plain, isGiftWaived: true }
    expect(await preview(waived)).toMatchObject({ totalFen: 6_800, deductionFen: 0 })
    must(await give({ ...waived, expectedFen: 6_800 }))
    expect(await preview(plain)).toMatchObject({ totalFen: 6_800, deductionFen: 0 })
    await ends(shop, promotionId)
  })
})

describe('the refund of a request', () => {
  const PARCEL = { carrier: '中通', trackingNumber: 'ZT88880002' }
  const shown = async (id: string, isGiftWaived = false) =>
    must(
      await shop.admin('afterSales.previewDecision', {
        afterSaleId: id,
        withFreight: false,
        isGiftWaived,
      }),
    )
  /** An order of two teas with a cup, received, of which one tea is asked back. */
  const asksOneBack = async (who: Customer, kind: 'refund' | 'returnRefund') => {
    const promotionId = await runs(shop, CUP_WITH_TWO)
    const { id: orderId } = await who.buys('tea:1', 2)
    await ends(shop, promotionId)
    await receives(shop, who, orderId)
    const { id } = await asks(who, { orderId, kind, lines: tea(1) })
    return { id, orderId }
  }

  it('is shown before it is decided, and is the amount that was shown', async () => {
    const qi = shop.customer('qi')
    const { id: afterSaleId, orderId } = await asksOneBack(qi, 'refund')
    expect(await shown(afterSaleId)).toMatchObject({ totalFen: 5_800, deductionFen: 1_000 })
    expect(await shown(afterSaleId, true)).toMatchObject({ totalFen: 6_800, deductionFen: 0 })
    const decided = { afterSaleId, withFreight: false, isGiftWaived: true }
    const stale = await shop.admin('afterSales.agree', { ...decided, expectedFen: 5_800 })
    expect(refused(stale)).toEqual({ code: 'AMOUNT_CHANGED', totalFen: 6_800 })
    expect(await refundedOf(qi, orderId)).toBe(0)
    must(await shop.admin('afterSales.agree', { ...decided, expectedFen: 6_800 }))
    expect(await refundedOf(qi, orderId)).toBe(6_800)
  })

  it('of a return is decided when the goods are there, and the gift with them', async () => {
    const ru = shop.customer('ru')
    const { id: afterSaleId, orderId } = await asksOneBack(ru, 'returnRefund')
    must(await shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
    await ru.does('afterSales.sendBack', { afterSaleId, ...PARCEL })
    expect(await shown(afterSaleId)).toMatchObject({ totalFen: 6_800, deductionFen: 0 })
    const received = { afterSaleId, isRestocked: true }
    const stale = await shop.admin('afterSales.receive', { ...received, expectedFen: 5_800 })
    expect(refused(stale)).toEqual({ code: 'AMOUNT_CHANGED', totalFen: 6_800 })
    expect(await refundedOf(ru, orderId)).toBe(0)
    must(await shop.admin('afterSales.receive', { ...received, expectedFen: 6_800 }))
    expect(await refundedOf(ru, orderId)).toBe(6_800)
  })
})

it('a withdrawn request that asked a gift back deducts nothing later', async () => {
  must(await shop.admin('products.save', draftProduct({ id: 'bag' })))
  const before = await shop.available('bag:1')
  const promotionId = await runs(shop, {
    kind: 'gift',
    scope: { productIds: ['tea'], categoryIds: [] },
    fromFen: 20_400,
    skuId: 'bag:1',
    quantity: 1,
    perMemberMax: null,
    isOptional: false,
  })
  const an = shop.customer('an')
  const { id: orderId } = await an.buys('tea:1', 3)
  await ends(shop, promotionId)
  await ships(shop, orderId, tea(1))
  const asked = await asks(an, { orderId, kind: 'refund', lines: tea(1) })
  expect(asked.lines.map(({ kind }) => kind)).toEqual(['goods', 'gift'])
  must(await give({ orderId, lines: tea(1) }))
  await an.does('afterSales.withdraw', { afterSaleId: asked.id })
  await shop.devcloud.clock.advance({ minutes: 1 })
  expect(await shop.available('bag:1')).toBe(before)
  const sent = await ships(shop, orderId)
  expect(sent).toMatchObject({ state: 'shipped', shipments: [{}, { lines: tea(1) }] })
  expect(await preview({ orderId, lines: tea(1) })).toMatchObject({ deductionFen: 0 })
})

describe('an order without a payment here', () => {
  const at = Date.parse('2026-02-01T10:00:00+08:00')
  const imported = async (externalId: string, refundedFen: number) => {
    const order = {
      number: `N-${externalId}`,
      paidAt: at,
      paidFen: 9_000,
      refundedFen,
      lines: [
        ['A1', '旧茶', 100, 100, 10_000],
        ['D', '折扣', -1_000, 1, -1_000],
      ] as [string, string, number, number, number][],
    }
    const customer = {
      externalId,
      name: externalId,
      firstContactAt: at,
      orders: [order],
      refunds: [],
    }
    must(await shop.admin('imports.apply', { source: 'till', customers: [customer] }))
    const { items } = must(await shop.admin('orders.list', {}))
    return items.find(({ remark }) => remark.endsWith(`N-${externalId}`))!
  }

  it('is refunded outside and recorded, up to what was paid and is not cancelled', async () => {
    const { id: orderId } = await imported('old', 3_000)
    const all = { orderId, lines: [{ key: 'A1.0', quantity: 100 }] }
    expect(await preview(all)).toMatchObject({
      totalFen: 6_000,
      deductionFen: 0,
      leftFen: 6_000,
      isOutside: true,
    })
    const part = { orderId, lines: [{ key: 'A1.0', quantity: 10 }] }
    const given = must(await give({ ...part, expectedFen: 1_000 }))
    expect(given).toMatchObject({ state: 'done', refundFen: 1_000, isOutside: true })
    const rest = { orderId, lines: [{ key: 'A1.0', quantity: 90 }] }
    expect(must(await give(rest))).toMatchObject({ state: 'done', refundFen: 5_000 })
    const order = must(await shop.admin('orders.show', { orderId }))
    expect(order).toMatchObject({ refundedFen: 9_000, totalFen: 9_000 })
    expect(refused(await give({ orderId, amountFen: 1 })).code).toBe('AMOUNT_TOO_HIGH')
    expect(must(await shop.admin('outbox.list', { state: 'failed' })).items).toEqual([])
  })
})

describe('after an exchange', () => {
  const PARCEL = { carrier: '中通', trackingNumber: 'ZT88880001' }
  const sizes = { id: 'shirt', dimensions: [{ name: '码', values: ['S', 'M', 'L'] }] }
  const exchanged = async (who: Customer, orderId: string, exchangeSkuId: string) => {
    const lines = [{ key: 'shirt:S', quantity: 1 }]
    const { id } = await asks(who, { orderId, kind: 'exchange', lines, exchangeSkuId })
    must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
    await who.does('afterSales.sendBack', { afterSaleId: id, ...PARCEL })
    must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: true }))
    const sent = { ...PARCEL, trackingNumber: `ZT${exchangeSkuId === 'shirt:M' ? 1 : 2}8880009` }
    must(await shop.admin('afterSales.sendAgain', { afterSaleId: id, ...sent }))
  }
  const stock = () =>
    Promise.all(['shirt:S', 'shirt:M', 'shirt:L'].map((skuId) => shop.available(skuId)))

  it('what comes back goes to the SKU that came back', async () => {
    const skus = ['S', 'M', 'L'].map((size) => ({ id: `shirt:${size}`, values: [size] }))
    must(await shop.admin('products.save', draftProduct({ ...sizes, skus })))
    const bo = shop.customer('bo')
    const { id: orderId } = await bo.buys('shirt:S', 2)
    await receives(shop, bo, orderId)
    expect(await stock()).toEqual([8, 10, 10])
    await exchanged(bo, orderId, 'shirt:M')
    expect(await stock()).toEqual([9, 9, 10])
    await exchanged(bo, orderId, 'shirt:L')
    expect(await stock()).toEqual([9, 10, 9])
    const lines = [{ key: 'shirt:S', quantity: 2 }]
    const { id } = await asks(bo, { orderId, kind: 'returnRefund', lines })
    must(await shop.admin('afterSales.agree', { afterSaleId: id, withFreight: false }))
    await bo.does('afterSales.sendBack', { afterSaleId: id, ...PARCEL })
    must(await shop.admin('afterSales.receive', { afterSaleId: id, isRestocked: true }))
    await shop.devcloud.clock.advance({ minutes: 1 })
    expect(await stock()).toEqual([10, 10, 10])
  })
})
