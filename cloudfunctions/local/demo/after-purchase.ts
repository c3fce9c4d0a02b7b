import type { OrderView } from '@core/contract/orders'
import { type AfterSaleKind, requestableKinds } from '@core/domain/after-sales/after-sale'
import type { Devcloud } from '@local/devcloud-types'
import { callAdmin, callShop } from './call'
import { customers } from './customers'
import type { DemoEvent } from './service'

/** A review of a demo customer's first product without one. */
type ReviewText = { daysAgo: number; stars: 3 | 4 | 5; text: string; reply?: string }

/** Reviews, oldest first; each is written by the next customer who has an order to review. */
const REVIEWS: readonly ReviewText[] = [
  { daysAgo: 61, stars: 5, text: '收到就拆了，味道干净，包得也仔细，会再来' },
  { daysAgo: 55, stars: 5, text: '送给爸妈的，他们很喜欢', reply: '谢谢，替我们问叔叔阿姨好' },
  { daysAgo: 48, stars: 4, text: '东西很好，路上多走了一天，其他都满意' },
  { daysAgo: 40, stars: 5, text: '第三次买了，一直是这个水准' },
  {
    daysAgo: 33,
    stars: 3,
    text: '分量比想的少一点，味道没得说',
    reply: '记下了，下一批会把净重写得更醒目',
  },
  { daysAgo: 27, stars: 5, text: '朋友来家里尝了，当场问我在哪里买的' },
  { daysAgo: 21, stars: 5, text: '冰袋还是凉的，一颗都没坏' },
  { daysAgo: 15, stars: 4, text: '第一次试，比超市的好很多，贵一点也值' },
  { daysAgo: 9, stars: 5, text: '客服说怎么泡就怎么泡，果然不一样' },
  { daysAgo: 4, stars: 5, text: '回购，家里已经离不开了' },
]

/** Customers review what they bought, and the shop answers some reviews. */
export const reviewEvents = (): DemoEvent[] => {
  const reviewers = new Set<string>()
  return REVIEWS.map((review) => ({
    daysAgo: review.daysAgo,
    run: (devcloud) => writeReview(devcloud, review, reviewers),
  }))
}

async function writeReview(
  devcloud: Devcloud,
  { daysAgo, stars, text, reply }: ReviewText,
  reviewers: Set<string>,
) {
  for (const { openid, until } of customers) {
    // A review would count as a visit: customers who were lost by then write none.
    if (reviewers.has(openid) || until > daysAgo) continue
    const { items } = await callShop({ devcloud, openid }, 'orders.list', {})
    const order = items.find((one) => one.reviewStep === 'WRITE')
    const line = order?.lines.find((one) => one.kind === 'goods')
    if (!order || !line) continue
    reviewers.add(openid)
    const content = { stars, text, pictures: [], isAnonymous: false }
    const about = { orderId: order.id, lineKey: line.key }
    const review = await callShop({ devcloud, openid }, 'reviews.write', { ...about, ...content })
    if (reply) await callAdmin(devcloud, 'reviews.reply', { reviewId: review.id, text: reply })
    return
  }
}

/** Pending after-sale requests: one to decide, one the shop has agreed to. */
const REQUESTS = [
  { kind: 'exchange', reason: 'DAMAGED', words: '到手时压坏了一个，想换一份', isAgreed: false },
  { kind: 'returnRefund', reason: 'NOT_WANTED', words: '买重了，还没拆', isAgreed: true },
] as const

/** Customers request an exchange and a refund for something they have received. */
export async function requestRefunds(devcloud: Devcloud): Promise<void> {
  const left = [...REQUESTS]
  for (const { openid } of customers) {
    const next = left[0]
    if (!next) return
    const { items } = await callShop({ devcloud, openid }, 'orders.list', {})
    const order = items.find((one) => canRequest(one, next.kind))
    const line = order?.lines.find((one) => one.kind === 'goods')
    if (!order || !line) continue
    left.shift()
    const { kind, reason, words, isAgreed } = next
    const afterSaleId = `demoback${String(left.length).padStart(12, '0')}`
    await callShop({ devcloud, openid }, 'afterSales.request', {
      afterSaleId,
      orderId: order.id,
      kind,
      lines: [{ key: line.key, quantity: 1 }],
      reason,
      words,
      pictures: [],
      exchangeSkuId: null,
    })
    if (isAgreed) await callAdmin(devcloud, 'afterSales.agree', { afterSaleId, withFreight: false })
  }
}

const canRequest = (order: OrderView, kind: AfterSaleKind): boolean =>
  order.state === 'received' && requestableKinds(order).includes(kind)
