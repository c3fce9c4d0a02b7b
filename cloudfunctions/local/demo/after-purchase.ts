import type { OrderView } from '@core/contract/orders'
import { type AfterSaleKind, requestableKinds } from '@core/domain/after-sales/after-sale'
import type { Devcloud } from '@local/devcloud-types'
import { callAdmin, callShop } from './call'
import { products, type TopCategoryId, topCategoryOf } from './catalog'
import { customers } from './customers'
import type { DemoEvent } from './service'

/** What can be eaten or drunk. */
const FOOD = ['tea', 'honey', 'pastry', 'fruit'] as const

/** A review by somebody who bought such a product, this often. */
export type ReviewText = {
  daysAgo: number
  stars: 3 | 4 | 5
  /** Categories that it can be about; every one when absent. */
  about?: readonly TopCategoryId[]
  /** Orders of the product that it speaks of. */
  ordersMin?: number
  text: string
  reply?: string
}

/** Reviews, oldest first; each is written by the next customer who bought what it is about. */
export const REVIEWS: readonly ReviewText[] = [
  { daysAgo: 61, stars: 5, about: FOOD, text: '收到就拆了，味道干净，包得也仔细，会再来' },
  { daysAgo: 55, stars: 5, text: '送给爸妈的，他们很喜欢', reply: '谢谢，替我们问叔叔阿姨好' },
  { daysAgo: 48, stars: 4, text: '东西很好，路上多走了一天，其他都满意' },
  { daysAgo: 40, stars: 5, ordersMin: 2, text: '不是第一次买了，一直是这个水准' },
  {
    daysAgo: 33,
    stars: 3,
    about: FOOD,
    text: '分量比想的少一点，味道没得说',
    reply: '记下了，下一批会把净重写得更醒目',
  },
  { daysAgo: 27, stars: 5, about: FOOD, text: '朋友来家里尝了，当场问我在哪里买的' },
  { daysAgo: 21, stars: 5, about: ['fruit'], text: '冰袋还是凉的，一颗都没坏' },
  { daysAgo: 15, stars: 4, about: FOOD, text: '比超市的好很多，贵一点也值' },
  { daysAgo: 9, stars: 5, about: ['tea'], text: '照着页面上说的泡，果然不一样' },
  { daysAgo: 4, stars: 5, ordersMin: 2, text: '回购，家里已经离不开了' },
]

/** The category of the outer level that a product of the demo shop is in. */
const topCategoryIn = new Map(products.map(({ id, categoryId }) => [id, topCategoryOf(categoryId)]))

/** Whether a text can be about a product. */
export const isAbout = (about: readonly TopCategoryId[] | undefined, productId: string): boolean =>
  about === undefined || about.some((id) => topCategoryIn.get(productId) === id)

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
  { daysAgo, stars, about, ordersMin = 1, text, reply }: ReviewText,
  reviewers: Set<string>,
) {
  for (const { openid, until } of customers) {
    // A review would count as a visit: customers who were lost by then write none.
    if (reviewers.has(openid) || until > daysAgo) continue
    const { items } = await callShop({ devcloud, openid }, 'orders.list', {})
    const [found] = items
      .filter((one) => one.reviewStep === 'WRITE')
      .flatMap((order) => goodsIn(order).map((line) => ({ order, line })))
      .filter(({ line }) => isAbout(about, line.productId))
      .filter(({ line }) => ordersOf(items, line.productId) >= ordersMin)
    if (!found) continue
    const { order, line } = found
    reviewers.add(openid)
    const content = { stars, text, pictures: [], isAnonymous: false }
    const subject = { orderId: order.id, lineKey: line.key }
    const review = await callShop({ devcloud, openid }, 'reviews.write', { ...subject, ...content })
    if (reply) await callAdmin(devcloud, 'reviews.reply', { reviewId: review.id, text: reply })
    return
  }
}

const goodsIn = ({ lines }: Pick<OrderView, 'lines'>) => lines.filter((one) => one.kind === 'goods')

const ordersOf = (orders: readonly OrderView[], productId: string): number =>
  orders.filter((one) => goodsIn(one).some((line) => line.productId === productId)).length

/** Pending after-sale requests: one to decide, one the shop has agreed to. */
const REQUESTS = [
  {
    kind: 'exchange',
    reason: 'DAMAGED',
    about: ['pastry', 'honey', 'home', 'fruit'],
    words: '到手时压坏了，想换一份',
    isAgreed: false,
  },
  // Fresh goods are not taken back without a reason.
  {
    kind: 'returnRefund',
    reason: 'NOT_WANTED',
    about: ['tea', 'honey', 'home'],
    words: '买重了，还没拆',
    isAgreed: true,
  },
] as const

/** Customers request an exchange and a refund for something they have received. */
export async function requestRefunds(devcloud: Devcloud): Promise<void> {
  const left = [...REQUESTS]
  for (const { openid } of customers) {
    const next = left[0]
    if (!next) return
    const { items } = await callShop({ devcloud, openid }, 'orders.list', {})
    const order = items.find(
      (one) =>
        canRequest(one, next.kind) &&
        goodsIn(one).some(({ productId }) => isAbout(next.about, productId)),
    )
    const line = order && goodsIn(order).find((one) => isAbout(next.about, one.productId))
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
