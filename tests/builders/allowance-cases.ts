import type { SaveProductInput } from '@core/contract/products'
import { WHOLE_SHOP_SCOPE } from '@core/domain/promotions/scope'
import { DAY_MS } from '@core/kernel/calendar'
import { EVENTS_MAX } from '@core/kernel/limits'
import type { ALLOWANCES } from '@core/operations/allowances'
import { draftProduct } from './catalog'
import { ADDRESS, type Customer, must, type TestShop } from './shop'
import { requestOf, ships } from './trade'
import { wordOn } from './voice'

/** A call's answer, whatever it was. */
export type AnyAnswer = { ok: boolean; error?: { code: string } }

/** Makes the nth addition of a row, by the customer who was made ready; each is another one. */
export type Adds = (by: Customer, at: number) => Promise<AnyAnswer>

/** How many additions a case has: eighteen at once, one refused, and one of the next day. */
export const ADDITIONS = 20

const SKU_IDS = Array.from({ length: 25 }, (_, at) => `many:${at + 1}`)
const two = (at: number): string => String(at).padStart(2, '0')
const minted = (name: string, at: number): string => `${name}${String(at).padStart(16, '0')}`

/** A product with many SKUs of ¥1 and more stock than anybody buys. */
export const many = (skuIds: readonly string[] = SKU_IDS): SaveProductInput => {
  const draft = draftProduct({ id: 'many' })
  const [sku] = draft.skus
  if (!sku) throw new Error('there is no SKU to copy')
  const values = skuIds.map((_, at) => `规格${at + 1}`)
  return {
    ...draft,
    dimensions: [
      { name: '甲', values: values.slice(0, 10) },
      { name: '乙', values: values.slice(0, 5) },
    ],
    skus: skuIds.map((id, at) => ({
      ...sku,
      id,
      priceFen: 100,
      values: [values[at % 10] ?? '', values[Math.floor(at / 10)] ?? ''],
      openingStock: 100_000,
    })),
  }
}

/** Puts up what the additions are made to: products and coupons. */
export async function stocksUp(shop: TestShop): Promise<void> {
  must(await shop.admin('products.save', many()))
  const now = shop.devcloud.clock.now()
  for (let at = 0; at < ADDITIONS; at += 1) {
    must(await shop.admin('products.save', draftProduct({ id: `like${two(at)}` })))
    const coupon = {
      id: `limit${two(at)}`,
      terms: {
        title: '满 50 减 10',
        off: { kind: 'amount' as const, offFen: 1_000 },
        fromFen: 5_000,
        scope: WHOLE_SHOP_SCOPE,
      },
      validity: { kind: 'days' as const, days: 7 },
      claimFrom: now,
      claimUntil: now + 7 * DAY_MS,
      issuedMax: 100,
      perMemberMax: 1,
      minTier: null,
      isListed: true,
      code: null,
    }
    must(await shop.admin('coupons.save', { coupon }))
  }
}

/** An order of one piece of each SKU that is in its customer's hands. */
async function receivesMany(shop: TestShop, customer: Customer): Promise<string> {
  const draft = await customer.draft(SKU_IDS.map((skuId) => ({ skuId, quantity: 1 })))
  const { id: orderId } = await customer.does('orders.place', draft)
  await customer.pays(orderId)
  await ships(shop, orderId)
  await customer.does('orders.confirmReceipt', { orderId })
  return orderId
}

const line = (orderId: string, at: number) => ({ orderId, lineKey: SKU_IDS[at] ?? '' })

type Case = (shop: TestShop, customer: Customer) => Promise<Adds>

/** For each counted row, what makes a customer ready for it and then adds one more. */
export const CASES = {
  'members.update': async () => (by, at) => by.call('members.update', { nickname: `名字${at}` }),
  'privacy.consent': async () => (by, at) =>
    by.call('privacy.consent', {
      version: `2026-11-${two(at + 2)}`,
      purposes: ['membership', 'insight'],
    }),
  'events.record': async () => (by, at) =>
    by.call('events.record', {
      events: Array.from({ length: EVENTS_MAX }, (_, event) => ({
        id: minted('e', at * EVENTS_MAX + event),
        kind: 'view' as const,
        at: 0,
        productId: 'tea',
      })),
    }),
  'messages.grant': async () => (by, at) =>
    by.call('messages.grant', { grantId: minted('g', at), accepted: ['shipped'] }),
  'coupons.claim': async () => (by, at) =>
    by.call('coupons.claim', { couponId: `limit${two(at)}` }),
  'coupons.enterCode': async () => (by, at) =>
    by.call('coupons.enterCode', { code: `GUESS${two(at)}` }),
  'orders.place': async (_shop, one) => {
    const draft = await one.draft([{ skuId: 'many:1', quantity: 1 }])
    return (by, at) => by.call('orders.place', { ...draft, orderId: minted('o', at) })
  },
  'orders.changeAddress': async (_shop, one) => {
    // Paid, so that it is still open on the next day.
    const { id: orderId } = await one.buys('many:1')
    return (by, at) => {
      const address = { ...ADDRESS, street: `文三路 ${at + 1} 号` }
      return by.call('orders.changeAddress', { orderId, address })
    }
  },
  'orders.buyAgain': async (_shop, one) => {
    const { id: orderId } = await one.places('many:1')
    return (by) => by.call('orders.buyAgain', { orderId })
  },
  'cart.change': async () => (by, at) =>
    by.call('cart.change', { change: 'add', skuId: SKU_IDS[at] ?? '', quantity: 1 }),
  'afterSales.request': async (_shop, one) => {
    const { id: orderId } = await one.buys('many:2', 25)
    const request = { orderId, kind: 'refund' as const, lines: [{ key: 'many:2', quantity: 1 }] }
    return (by) => by.call('afterSales.request', requestOf(request))
  },
  'afterSales.change': async (_shop, one) => {
    const { id: orderId } = await one.buys('many:3', ADDITIONS)
    const lines = [{ key: 'many:3', quantity: 1 }]
    const changes: Omit<ReturnType<typeof requestOf>, 'orderId'>[] = []
    for (let at = 0; at < ADDITIONS; at += 1) {
      const request = requestOf({ orderId, kind: 'refund', lines })
      await one.does('afterSales.request', request)
      const { orderId: _order, ...said } = request
      changes.push({ ...said, words: '想好了' })
    }
    return (by, at) => by.call('afterSales.change', { ...changes[at]!, version: 1 })
  },
  'reviews.write': async (shop, one) => {
    const orderId = await receivesMany(shop, one)
    return (by, at) => by.call('reviews.write', wordOn(line(orderId, at)))
  },
  'reviews.append': async (shop, one) => {
    const orderId = await receivesMany(shop, one)
    for (const [at] of SKU_IDS.entries()) await one.does('reviews.write', wordOn(line(orderId, at)))
    const more = { text: '用了一周，还是好', pictures: [] }
    return (by, at) => by.call('reviews.append', { ...line(orderId, at), ...more })
  },
  'reviews.report': async (shop) => {
    const author = shop.customer('author')
    const orderId = await receivesMany(shop, author)
    const ids: string[] = []
    for (const [at] of SKU_IDS.entries()) {
      ids.push((await author.does('reviews.write', wordOn(line(orderId, at)))).id)
    }
    return (by, at) => by.call('reviews.report', { reviewId: ids[at] ?? '', reason: 'ad' })
  },
  'questions.ask': async () => (by, at) =>
    by.call('questions.ask', {
      questionId: minted('q', at),
      productId: 'tea',
      text: `第 ${at} 问：能冷泡吗`,
    }),
  'tickets.open': async () => (by, at) =>
    by.call('tickets.open', {
      ticketId: minted('t', at),
      messageId: minted('m', at),
      kind: 'contact',
      about: null,
      text: '在吗',
      pictures: [],
    }),
  'tickets.write': async (_shop, one) => {
    const ticketId = minted('w', 0)
    const first = { ticketId, messageId: minted('n', 99), text: '在吗', pictures: [] }
    await one.does('tickets.open', { ...first, kind: 'contact', about: null })
    return (by, at) => by.call('tickets.write', { ...first, messageId: minted('n', at) })
  },
  // A book is smaller than a day of saving.
  'addresses.save': async () => (by, at) =>
    by.call('addresses.save', {
      addressId: minted('a', at % 10),
      address: { ...ADDRESS, street: `文三路 ${at + 1} 号` },
      isDefault: false,
    }),
  'addresses.setDefault': async (_shop, one) => {
    // The first is the default. Making it the default again is no change and counts as none, so
    // what is tried at once and the one after it are 19 different addresses.
    for (let at = 0; at < 20; at += 1) {
      const addressId = minted('d', at)
      await one.does('addresses.save', { addressId, address: ADDRESS, isDefault: false })
    }
    return (by, at) => by.call('addresses.setDefault', { addressId: minted('d', 1 + (at % 19)) })
  },
  'catalog.favourite': async () => (by, at) =>
    by.call('catalog.favourite', { productId: `like${two(at)}`, isFavourite: true }),
  'reminders.set': async (shop) => {
    const launchAt = shop.devcloud.clock.now() + 30 * DAY_MS
    for (let at = 0; at < ADDITIONS; at += 1) {
      must(await shop.admin('products.save', draftProduct({ id: `soon${two(at)}`, launchAt })))
    }
    return (by, at) => by.call('reminders.set', { productId: `soon${two(at)}`, skuId: null })
  },
} as const satisfies Partial<Record<keyof typeof ALLOWANCES, Case>>
