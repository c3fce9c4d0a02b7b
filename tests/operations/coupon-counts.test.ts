import { NO_CHOICE } from '@core/domain/pricing/pricing-input'
import { DAY_MS } from '@core/kernel/calendar'
import { couponOffer } from '../builders/promotions'
import { type Customer, must, openShop, START, type TestShop } from '../builders/shop'

/** A coupon's counts are what its grants say, whatever a crash has left between two writes. */

let shop: TestShop
let lin: Customer
beforeEach(async () => {
  shop = await openShop()
  lin = shop.customer('lin')
  await lin.join()
  must(
    await shop.admin('coupons.save', {
      coupon: couponOffer('ten', { claimUntil: START + 9 * DAY_MS }),
    }),
  )
})
afterEach(() => shop.close())

const couponId = 'ten'
const counts = async () => {
  const { coupon, used } = must(await shop.admin('coupons.show', { couponId }))
  return { issued: coupon.issued, used }
}
const oneSweep = () => shop.devcloud.clock.advance({ minutes: 6 })
const GRANT_WRITES = {
  claim: { action: 'database.insertDocument', collection: 'couponGrants' },
  change: { action: 'database.modifyDocument', collection: 'couponGrants' },
} as const

it('a claim that stopped after it took a copy gives the copy back', async () => {
  shop.devcloud.faults.add({ kind: 'timeout-before', ...GRANT_WRITES.claim })
  expect((await lin.call('coupons.claim', { couponId })).ok).toBe(false)
  expect(await counts()).toEqual({ issued: 1, used: 0 })
  await oneSweep()
  expect(await counts()).toEqual({ issued: 0, used: 0 })
  await lin.does('coupons.claim', { couponId })
  await oneSweep()
  expect(await counts()).toEqual({ issued: 1, used: 0 })
})

it('a claim whose answer was lost, and sent again, is one copy', async () => {
  shop.devcloud.faults.add({ kind: 'timeout-after', ...GRANT_WRITES.claim })
  await lin.call('coupons.claim', { couponId })
  await lin.call('coupons.claim', { couponId })
  await oneSweep()
  expect(await counts()).toEqual({ issued: 1, used: 0 })
})

describe('a coupon of a paid order', () => {
  const pays = async () => {
    await lin.does('coupons.claim', { couponId })
    const tea = [{ skuId: 'tea:1', quantity: 1 }]
    const order = await lin.does(
      'orders.place',
      await lin.chooses(tea, { ...NO_CHOICE, grantId: 'best' }),
    )
    await lin.does('orders.pay', { orderId: order.id })
    return order.id
  }

  it('is counted at once, and once', async () => {
    const outTradeNo = await pays()
    await shop.devcloud.pay({ outTradeNo, outcome: 'success', times: 3 })
    expect(await counts()).toEqual({ issued: 1, used: 1 })
    await oneSweep()
    expect(await counts()).toEqual({ issued: 1, used: 1 })
  })

  it.each(['timeout-before', 'timeout-after'] as const)(
    'is counted after one sweep when marking it ended in a %s',
    async (kind) => {
      const outTradeNo = await pays()
      shop.devcloud.faults.add({ kind, ...GRANT_WRITES.change })
      await shop.devcloud.pay({ outTradeNo, outcome: 'success', times: 1 })
      await oneSweep()
      expect(await counts()).toEqual({ issued: 1, used: 1 })
    },
  )
})
