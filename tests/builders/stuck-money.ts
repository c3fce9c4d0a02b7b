import { wechatPay } from '@core/runtime/wechat-pay/provider'
import { merchantAccount } from './payment'
import { type Customer, must, type TestShop } from './shop'
import { asks } from './trade'

/**
 * What the staff of a test shop do about stuck money, and how money gets stuck there. The shop may
 * open later.
 */
export const stuckMoneyOf = (shop: () => TestShop) => {
  const minutes = (count: number) => shop().devcloud.clock.advance({ minutes: count })
  const today = () =>
    new Date(shop().devcloud.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const stuck = async () => must(await shop().admin('reconciliation.stuck', {})).rows
  const stuckOf = async (orderId: string) =>
    (await stuck()).filter((row) => row.orderId === orderId)
  const waiting = async () => must(await shop().admin('workbench.show', {})).waiting['stuckMoney']
  const ask = (id: string) => shop().admin('reconciliation.askStuck', { id })
  const again = (id: string) => shop().admin('reconciliation.refundAgain', { id })
  const settle = (id: string, note = '已线下退给顾客') =>
    shop().admin('reconciliation.settleStuck', { id, note })
  const stateOf = async (buyer: Customer, orderId: string) =>
    (await buyer.does('orders.show', { orderId })).state

  /** An order whose payment has begun. */
  const begun = async (name: string) => {
    const buyer = shop().customer(name)
    const { id: orderId } = await buyer.places()
    await buyer.does('orders.pay', { orderId })
    return { buyer, orderId }
  }

  const provider = async () =>
    wechatPay(await merchantAccount(shop().devcloud), () => shop().devcloud.clock.now())

  /** A payment that comes after its order was cancelled. */
  const late = async (name: string) => {
    const buyer = shop().customer(name)
    const { id: orderId } = await buyer.places()
    await buyer.does('orders.cancel', { orderId })
    must(
      await (await provider()).begin({
        orderId,
        totalFen: 7_600,
        description: '明前龙井',
        openid: buyer.openid,
        expiresAt: shop().devcloud.clock.now() + 600_000,
      }),
    )
    const { transactionId = '' } = await shop().devcloud.pay({ outTradeNo: orderId })
    return { orderId, refundId: `late-${transactionId}`, id: `LATE_REFUND:${transactionId}` }
  }

  /** A paid order with a refund that the shop has agreed to. */
  const refunding = async (name: string) => {
    const buyer = shop().customer(name)
    const { id: orderId } = await buyer.buys('honey:1', 1)
    const lines = [{ key: 'honey:1', quantity: 1 }]
    const { id: afterSaleId } = await asks(buyer, { orderId, kind: 'refund', lines })
    must(await shop().admin('afterSales.agree', { afterSaleId, withFreight: false }))
    return { buyer, orderId, afterSaleId, id: `REFUND:${afterSaleId}` }
  }
  const refundState = async (buyer: Customer, afterSaleId: string) =>
    (await buyer.does('afterSales.show', { afterSaleId })).state
  return {
    minutes,
    today,
    stuck,
    stuckOf,
    waiting,
    ask,
    again,
    settle,
    stateOf,
    begun,
    provider,
    late,
    refunding,
    refundState,
  }
}
