import type { CustomerHistory } from '../customers'
import { OWNER_OPENID } from '../personas'
import type { SeededRandom } from '../random'
import type { OrderEnd, Step } from './step'
import type { StockTracker } from './stock-tracker'

/** The range of an order's total, in percent of the customer's average. */
const SPEND = { least: 90, most: 125 } as const
/** Days from shipping to the customer's confirmation of receipt. */
const CONFIRM_DAYS = { least: 3, most: 5 } as const
/** One order in this many is confirmed by the timer, not by the customer. */
const SILENT_ONE_IN = 7
/** One order of several products in this many goes through the cart. */
const CART_ONE_IN = 2
/** One order in this many has a remark. */
const REMARK_ONE_IN = 6

const REMARKS = ['放门卫就好', '送人的，不要放价格单', '周末再送', '请轻放', '放快递柜'] as const

/** An id as a phone mints it: letters and digits, long enough for a payment's number. */
export const mintedIn = (customer: CustomerHistory, letter: string, count: number): string => {
  const who = `demo${customer.openid.replace('oDemo-', '')}${letter}`
  return who + String(count).padStart(Math.max(4, 16 - who.length), '0')
}

type Ordered = { daysAgo: number; count: number; end: OrderEnd; isLast?: boolean }

/** The steps of an order: placed, sent the next day, confirmed some days later. */
export const orderSteps = (
  customer: CustomerHistory,
  { daysAgo, count, end, isLast = false }: Ordered,
  { random, stock }: { random: SeededRandom; stock: StockTracker },
): Step[] => {
  const { openid, categories: taste, averageYuan: around = 80 } = customer
  const spend = random.between(SPEND.least, SPEND.most)
  const lines = stock.basket({ taste, aroundFen: around * spend }, random)
  const orderId = mintedIn(customer, 'x', count)
  const remark = random.between(1, REMARK_ONE_IN) === 1 ? random.pick(REMARKS) : ''
  const productIds = [...new Set(lines.map((line) => stock.productOf(line.skuId)))]
  const look = { kind: 'look', productIds } as const
  const isByCart = lines.length > 1 && random.between(1, CART_ONE_IN) === 1
  const order = { kind: 'order', orderId, lines, isByCart, remark, end } as const
  const placed: Step = { openid, daysAgo, actions: [look, order] }
  if (end !== 'paid') return [placed]
  const sentOn = daysAgo - 1
  const trackingNumber = `SF${String(random.between(1, 999_999_999)).padStart(12, '0')}`
  const ship = { kind: 'ship', orderId, trackingNumber } as const
  const sent: Step = { openid: OWNER_OPENID, daysAgo: sentOn, actions: [ship] }
  const receivedOn = sentOn - random.between(CONFIRM_DAYS.least, CONFIRM_DAYS.most)
  const isSilent = !isLast && random.between(1, SILENT_ONE_IN) === 1
  const received: Step = {
    openid,
    daysAgo: receivedOn,
    actions: [{ kind: 'confirm', orderId }],
  }
  // Steps of today and later are left out: the latest orders are still on their way.
  return [placed, sent, ...(isSilent ? [] : [received])].filter((step) => step.daysAgo > 0)
}
