import type { Life } from '../customers'
import { OWNER_OPENID } from '../personas'
import type { SeededRandom } from '../random'
import type { OrderEnd, Step } from './step'
import type { StockTracker } from './stock-tracker'

/** An order is at least this part, and at most that, of what the customer usually spends. */
const SPEND = { least: 90, most: 125 } as const
/** Days from the parcel's leaving to the customer's word that it is there. */
const CONFIRM_DAYS = { least: 3, most: 5 } as const
/** One order in so many is never confirmed by the customer and confirms itself. */
const SILENT_ONE_IN = 7
/** One order of several kinds in so many is gathered in the cart first. */
const CART_ONE_IN = 2
/** One order in so many carries a remark. */
const REMARK_ONE_IN = 6

const REMARKS = ['放门卫就好', '送人的，不要放价格单', '周末再送', '请轻放', '放快递柜'] as const

/** An id as a phone mints it: letters and digits, long enough for a payment's number. */
export const mintedIn = (life: Life, letter: string, count: number): string => {
  const who = `demo${life.openid.replace('oDemo-', '')}${letter}`
  return who + String(count).padStart(Math.max(4, 16 - who.length), '0')
}

type Ordered = { daysAgo: number; count: number; end: OrderEnd; isLast?: boolean }

/** The steps of an order: placed, sent the next day, confirmed some days later. */
export const orderSteps = (
  life: Life,
  { daysAgo, count, end, isLast = false }: Ordered,
  { chance, stockroom }: { chance: SeededRandom; stockroom: StockTracker },
): Step[] => {
  const { openid, categories: taste, averageYuan: around = 80 } = life
  const spend = chance.between(SPEND.least, SPEND.most)
  const lines = stockroom.basket({ taste, aroundFen: around * spend }, chance)
  const orderId = mintedIn(life, 'x', count)
  const remark = chance.between(1, REMARK_ONE_IN) === 1 ? chance.pick(REMARKS) : ''
  const productIds = [...new Set(lines.map((line) => stockroom.productOf(line.skuId)))]
  const look = { kind: 'look', productIds } as const
  const isByCart = lines.length > 1 && chance.between(1, CART_ONE_IN) === 1
  const order = { kind: 'order', orderId, lines, isByCart, remark, end } as const
  const placed: Step = { openid, daysAgo, actions: [look, order] }
  if (end !== 'paid') return [placed]
  const sentOn = daysAgo - 1
  const trackingNumber = `SF${String(chance.between(1, 999_999_999)).padStart(12, '0')}`
  const ship = { kind: 'ship', orderId, trackingNumber } as const
  const sent: Step = { openid: OWNER_OPENID, daysAgo: sentOn, actions: [ship] }
  const receivedOn = sentOn - chance.between(CONFIRM_DAYS.least, CONFIRM_DAYS.most)
  const isSilent = !isLast && chance.between(1, SILENT_ONE_IN) === 1
  const received: Step = {
    openid,
    daysAgo: receivedOn,
    actions: [{ kind: 'confirm', orderId }],
  }
  // What would happen today has not happened yet: the latest orders are still on their way.
  return [placed, sent, ...(isSilent ? [] : [received])].filter((step) => step.daysAgo > 0)
}
