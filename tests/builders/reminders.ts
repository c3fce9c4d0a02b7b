import type { SubjectInput } from '@core/contract/reminders'
import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { mint } from './service'
import { type Customer, must, type TestShop } from './shop'

/** The last cherry, which somebody may wait for. */
export const CHERRY = { productId: 'cherry', skuId: 'cherry:1' }

/** Somebody buys the last cherry. */
export const sellsOut = (shop: TestShop) => shop.customer('quick').buys('cherry:1')

/** Cherries come, or are found to be missing. */
export const moves = async (shop: TestShop, quantity: number) =>
  must(
    await shop.admin('stock.move', {
      movementId: mint('move'),
      skuId: 'cherry:1',
      ...(quantity > 0
        ? { kind: 'restock' as const, reason: 'purchase' as const }
        : { kind: 'adjust' as const, reason: 'counted' as const }),
      quantity,
    }),
  )

/** A customer who taps 提醒我 and allows one message. */
export async function waits(shop: TestShop, name: string, subject: SubjectInput = CHERRY) {
  const customer = shop.customer(name)
  const kind = subject.skuId === null ? 'launch' : 'restock'
  const templateIds = [DEVCLOUD_TEMPLATES[kind].id]
  shop.devcloud.subscribe({ openid: customer.openid, templateIds })
  await customer.does('messages.grant', { grantId: mint('grant'), accepted: [kind] })
  await customer.does('reminders.set', subject)
  return customer
}

/** The messages that a customer got. */
export const messagesTo = (shop: TestShop, { openid }: Customer) =>
  shop.devcloud.messages().filter((message) => message.openid === openid)

/** A customer's reminders. */
export const listOf = async (customer: Customer) =>
  (await customer.does('reminders.list', {})).items

/** How many wait for a product, as the staff see it. */
export const waitingFor = async (shop: TestShop, productId = 'cherry') =>
  must(await shop.admin('reminders.waiting', { productIds: [productId, 'tea'] }))
