import { must, openShop, refused, type TestShop } from '../builders/shop'
import { stuckMoneyOf } from '../builders/stuck-money'

/** A refund that does not arrive is on the staff’s list with what to do, until it is settled. */

let shop: TestShop
const {
  minutes,
  today,
  stuck,
  stuckOf,
  waiting,
  ask,
  again,
  settle,
  provider,
  late,
  refunding,
  refundState,
} = stuckMoneyOf(() => shop)
beforeAll(async () => {
  shop = await openShop()
}, 60_000)
beforeEach(async () => {
  shop.devcloud.payAnswers()
  await shop.devcloud.refunds({})
})
afterAll(() => shop.close())

describe('the refund of a late payment', () => {
  it('is done without a row', async () => {
    const { orderId } = await late('good')
    await minutes(3)
    expect(await stuckOf(orderId)).toEqual([])
    expect(await waiting()).toBe(0)
  })

  it('that is accepted and never reported is asked for', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { orderId, refundId, id } = await late('silent')
    await minutes(3)
    expect(await stuckOf(orderId)).toEqual([])
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'ABNORMAL', times: 0 })
    await minutes(31)
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'ABNORMAL' }])
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'SUCCESS' })
    expect(await stuckOf(orderId)).toEqual([])
  })

  it.each(['ABNORMAL', 'HELD'])('that is %s waits for the staff', async (status) => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { orderId, refundId, id } = await late(`hangs-${status}`)
    await minutes(3)
    shop.devcloud.payAnswers(
      { call: 'refundNotice', state: status },
      { call: 'queryRefund', state: status },
    )
    const told = await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'ABNORMAL' })
    expect(told.notices.map((one) => one.status)).toEqual([200])
    expect(await stuckOf(orderId)).toMatchObject([
      { id, kind: 'LATE_REFUND', fen: 7_600, day: today(), acts: ['ask', 'settle'] },
    ])
    expect(await waiting()).toBe(1)
    expect(refused(await again(id))).toMatchObject({ code: 'REFUND_STUCK' })
    expect(must(await ask(id))).toEqual({ outcome: 'WAITING' })
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'SUCCESS', times: 0 })
    expect(must(await ask(id))).toEqual({ outcome: 'SETTLED' })
    expect(await stuck()).toEqual([])
  })

  it('that is closed goes out under another number, seen until the money is back', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { orderId, refundId, id } = await late('closed')
    await minutes(3)
    const told = await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'CLOSED', times: 3 })
    expect(told.notices.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'RETRYING', acts: ['ask'] }])
    expect(refused(await settle(id))).toEqual({ code: 'REFUND_UNDER_WAY' })
    await minutes(6)
    expect(must(await (await provider()).queryRefund(`${refundId}-2`))).not.toBeNull()
    expect(must(await (await provider()).queryRefund(`${refundId}-3`))).toBeNull()
    await shop.devcloud.refunds({ outRefundNo: `${refundId}-2`, outcome: 'SUCCESS' })
    expect(await stuckOf(orderId)).toEqual([])
  })

  it('that is closed every time waits for the staff; two taps send one more', async () => {
    await shop.devcloud.refunds({ outcome: 'CLOSED' })
    const { orderId, refundId, id } = await late('closing')
    // A jump fires a long run of timers once: each try has its own.
    for (let tries = 0; tries < 3; tries += 1) await minutes(6)
    const [row] = await stuckOf(orderId)
    expect(row).toMatchObject({ cause: 'CLOSED', acts: ['refundAgain', 'ask', 'settle'] })
    expect(must(await (await provider()).queryRefund(`${refundId}-4`))).toBeNull()
    await shop.devcloud.refunds({})
    const taps = await Promise.all([again(id), again(id)])
    expect(taps.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    await minutes(3)
    expect(must(await (await provider()).queryRefund(`${refundId}-4`))).toMatchObject({
      status: 'SUCCESS',
    })
    expect(must(await (await provider()).queryRefund(`${refundId}-5`))).toBeNull()
    expect(await stuckOf(orderId)).toEqual([])
  })

  it.each(['NOT_ENOUGH', 'USER_ACCOUNT_ABNORMAL', 'INVALID_REQUEST', 'WHAT_IS_THIS'])(
    'that is refused with %s is listed at once, with the reason',
    async (code) => {
      shop.devcloud.payAnswers({ call: 'refund', status: 403, code })
      const { orderId, id } = await late(`refused-${code}`)
      await minutes(1)
      const [row] = await stuckOf(orderId)
      expect(row).toMatchObject({ cause: 'REFUSED', acts: ['refundAgain', 'ask', 'settle'] })
      expect(row?.reason).toContain(code)
      shop.devcloud.payAnswers()
      must(await again(id))
      await minutes(1)
      expect(await stuckOf(orderId)).toEqual([])
    },
  )

  it.each(['SYSTEM_ERROR', 'FREQUENCY_LIMITED'])(
    'after %s is sent again by itself',
    async (code) => {
      shop.devcloud.payAnswers({ call: 'refund', status: 500, code })
      const { orderId, refundId } = await late(`later-${code}`)
      await minutes(3)
      expect(await stuckOf(orderId)).toEqual([])
      shop.devcloud.payAnswers()
      await minutes(10)
      expect(must(await (await provider()).queryRefund(refundId))).toMatchObject({
        status: 'SUCCESS',
      })
    },
  )

  it('that the owner gave back by hand is settled; nothing later brings it back', async () => {
    await shop.devcloud.refunds({ outcome: 'ABNORMAL' })
    const { orderId, refundId, id } = await late('by-hand')
    await minutes(3)
    expect(await stuckOf(orderId)).toHaveLength(1)
    expect(refused(await settle(id, ' '))).toMatchObject({ code: 'INVALID_INPUT', field: 'note' })
    expect(must(await settle(id))).toEqual({ outcome: 'SETTLED' })
    expect(must(await settle(id))).toEqual({ outcome: 'SETTLED' })
    await shop.devcloud.refunds({ outRefundNo: refundId, outcome: 'ABNORMAL' })
    expect(await stuckOf(orderId)).toEqual([])
  })
})

describe('the refund of an after-sale', () => {
  it('that is refused waits for the staff at once, and is sent again', async () => {
    shop.devcloud.payAnswers({ call: 'refund', status: 403, code: 'NOT_ENOUGH' })
    const { buyer, orderId, afterSaleId, id } = await refunding('no-balance')
    expect(await refundState(buyer, afterSaleId)).toBe('refundFailed')
    const [row] = await stuckOf(orderId)
    expect(row).toMatchObject({ kind: 'REFUND', afterSaleId, cause: 'REFUSED' })
    expect(row?.reason).toContain('NOT_ENOUGH')
    shop.devcloud.payAnswers()
    must(await again(id))
    await minutes(20)
    expect(await refundState(buyer, afterSaleId)).toBe('done')
    expect(await stuckOf(orderId)).toEqual([])
    expect(must(await shop.admin('outbox.list', { state: 'failed' })).items).toEqual([])
  })

  it('that is sent again is so wholly or not at all: its state and its message', async () => {
    shop.devcloud.payAnswers({ call: 'refund', status: 403, code: 'NOT_ENOUGH' })
    const { buyer, afterSaleId } = await refunding('half-sent')
    shop.devcloud.payAnswers()
    const retry = () => shop.admin('afterSales.retryRefund', { afterSaleId })
    shop.devcloud.faults.add({
      kind: 'timeout-before',
      action: 'database.*',
      collection: 'outbox',
      times: 9,
    })
    expect(refused(await retry())).toMatchObject({ code: 'INTERNAL' })
    shop.devcloud.faults.clear()
    // Nothing says that money is on its way while the message that would send it is dropped.
    expect(await refundState(buyer, afterSaleId)).toBe('refundFailed')
    must(await retry())
    await minutes(20)
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('in a state that is not known waits for the staff, who send nothing', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, orderId, afterSaleId, id } = await refunding('held')
    shop.devcloud.payAnswers({ call: 'queryRefund', state: 'HELD' })
    await minutes(20)
    expect(await refundState(buyer, afterSaleId)).toBe('refundFailed')
    expect(await stuckOf(orderId)).toMatchObject([{ cause: 'UNKNOWN', acts: ['ask', 'settle'] }])
    expect(refused(await again(id))).toMatchObject({ code: 'REFUND_STUCK' })
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'SUCCESS', times: 0 })
    expect(must(await ask(id))).toEqual({ outcome: 'SETTLED' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('that cannot be asked for waits for the staff', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, orderId, afterSaleId, id } = await refunding('no-right')
    expect(refused(await settle(id))).toEqual({ code: 'REFUND_UNDER_WAY' })
    shop.devcloud.payAnswers({ call: 'queryRefund', status: 403, code: 'NO_AUTH' })
    await minutes(20)
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'REFUSED' }])
    expect(refused(await again(id))).toMatchObject({ code: 'REFUND_STUCK' })
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'SUCCESS', times: 0 })
    expect(must(await again(id))).toEqual({ outcome: 'SETTLED' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('that the provider has never heard of is listed, and sent again', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, orderId, afterSaleId, id } = await refunding('lost')
    shop.devcloud.payAnswers({ call: 'queryRefund', status: 404, code: 'RESOURCE_NOT_EXISTS' })
    await minutes(20)
    expect(await stuckOf(orderId)).toMatchObject([{ id, cause: 'REFUSED' }])
    must(await again(id))
    shop.devcloud.payAnswers()
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'SUCCESS' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })

  it('a late notice of its first number does not stop the second', async () => {
    await shop.devcloud.refunds({ outcome: 'PROCESSING' })
    const { buyer, afterSaleId, id } = await refunding('twice')
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'CLOSED' })
    must(await again(id))
    await shop.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'CLOSED' })
    expect(await refundState(buyer, afterSaleId)).toBe('refunding')
    await shop.devcloud.refunds({ outRefundNo: `${afterSaleId}-2`, outcome: 'SUCCESS' })
    expect(await refundState(buyer, afterSaleId)).toBe('done')
  })
})
