import { afterSaleDocument } from '@core/data/after-sales/after-sales'
import type { AfterSaleDocument } from '@core/data/after-sales/documents'
import type { DocumentOf, Sealed } from '@core/data/documents'
import type { MemberDocument } from '@core/data/members/documents'
import { identityId, memberDocument } from '@core/data/members/members'
import type { OrderDocument } from '@core/data/orders/documents'
import { orderDocument } from '@core/data/orders/orders'
import type { SkuDocument } from '@core/data/stock/documents'
import {
  AFTER_SALE_KINDS,
  AFTER_SALE_STATES,
  shopAnswerDueAt,
} from '@core/domain/after-sales/after-sale'
import { newCustomer } from '@core/domain/lifecycle/new-customer'
import { PRIVACY_VERSION } from '@core/domain/members/consent'
import { join } from '@core/domain/members/member'
import {
  NEW_LINE_COUNTS,
  NEW_ORDER_FIELDS,
  NO_USES,
  type OrderLine,
  type OrderState,
} from '@core/domain/orders/order'
import { DAY_MS, type Instant } from '@core/kernel/calendar'
import { seededRandom } from '@local/demo/random'
import { defaultProgram } from '../../builders/program'

/** Who buys in the big shop and what they have bought, as documents. */

const SETTINGS = { program: defaultProgram, shopGapDays: null }
/** The shop is three years old. */
const SHOP_DAYS = 1_095
/** Of every hundred orders so many are the busiest customer's. */
const BUSY_PERCENT = 1
const LINES_MAX = 3
/** How often an order stands in each state, of a hundred. */
const STATES: readonly (readonly [OrderState, number])[] = [
  ['completed', 70],
  ['closed', 8],
  ['paid', 8],
  ['shipped', 8],
  ['received', 4],
  ['awaitingPayment', 2],
]

const NAMES = ['林晚', '周行舟', '沈星', '何小满', '苏木', '陈一帆', '赵青', '顾山']

/** The openid of a customer by number; number 0 is the busiest. */
export const openidOf = (no: number): string => `oBig-${no}`

/** The id of that customer. */
export const memberId = (no: number): string => `m${String(10 ** 15 + no)}`

/** A member, who joined at some time. */
export function member(no: number, now: Instant, address: Sealed): MemberDocument {
  const chance = seededRandom(`member ${no}`)
  const at = now - chance.between(1, SHOP_DAYS) * DAY_MS
  const known = newCustomer({ id: memberId(no), channel: 'wechat', at }, SETTINGS).member
  const consent = { version: PRIVACY_VERSION, purposes: ['membership' as const], at }
  const nickname = `${chance.pick(NAMES)}${no}`
  const points = { ...known.points, available: chance.between(0, 5_000) }
  return memberDocument(
    { ...join(known, { nickname, at }), consent, points },
    { contact: { address } },
  )
}

/** Who a WeChat user is. */
export const identity = (no: number, now: Instant): DocumentOf<'identities'> => ({
  _id: identityId(openidOf(no)),
  memberId: memberId(no),
  at: now - DAY_MS,
})

/** What orders are made from. */
type Market = {
  members: number
  /** One for each SKU; orders share them. */
  lines: readonly OrderLine[]
  addressOf: (member: number) => Sealed
  now: Instant
}

/** An order of one to three lines, in one of the states that orders come to stand in. */
export function order(no: number, { members, lines, addressOf, now }: Market): OrderDocument {
  const chance = seededRandom(`order ${no}`)
  const buyer = chance.between(1, 100) <= BUSY_PERCENT ? 0 : chance.between(0, members - 1)
  const placedAt = now - chance.between(1, SHOP_DAYS * DAY_MS)
  const picked = Array.from({ length: chance.between(1, LINES_MAX) }, () => chance.pick(lines))
  const bought = [...new Set(picked)]
  const goodsFen = bought.reduce((sum, line) => sum + line.amountFen, 0)
  return orderDocument(
    {
      ...NEW_ORDER_FIELDS,
      ...standing(chance.between(0, 99), placedAt),
      id: `big${String(no).padStart(20, '0')}`,
      memberId: memberId(buyer),
      channel: 'wechat',
      version: 3,
      lines: bought,
      quote: { goodsFen, freightFen: 0, totalFen: goodsFen, adjustments: [] },
      uses: NO_USES,
      earns: { points: Math.floor(goodsFen / 100), growth: Math.floor(goodsFen / 100) },
      remark: '',
      placedAt,
    },
    { address: addressOf(buyer) },
  )
}

/** A state, and what an order in it has behind and before it. */
function standing(percent: number, placedAt: Instant) {
  let sum = 0
  const [state] = STATES.find(([, share]) => percent < (sum += share)) ?? ['completed' as const]
  const isPaid = state !== 'awaitingPayment' && state !== 'closed'
  const isOver = state === 'completed' || state === 'closed'
  return {
    state,
    dueAt: isOver || state === 'paid' ? null : placedAt + 30 * DAY_MS,
    paidAt: isPaid ? placedAt + 60_000 : null,
    transactionId: isPaid ? `42${placedAt}` : null,
    receivedAt: state === 'received' || state === 'completed' ? placedAt + 5 * DAY_MS : null,
    completedAt: state === 'completed' ? placedAt + 12 * DAY_MS : null,
    closedAt: state === 'closed' ? placedAt + DAY_MS : null,
    closeReason: state === 'closed' ? ('NOT_PAID_IN_TIME' as const) : null,
  }
}

/** A line of a SKU, of one to three pieces. */
export function lineOf(sku: SkuDocument, no: number): OrderLine {
  const quantity = 1 + (no % 3)
  const amountFen = sku.priceFen * quantity
  return {
    ...NEW_LINE_COUNTS,
    key: sku._id,
    kind: 'goods',
    parentKey: null,
    sourceId: null,
    name: '',
    skuId: sku._id,
    productId: sku.productId,
    title: sku.title,
    spec: sku.values.join(' · '),
    picture: sku.picture,
    fields: [],
    unitFen: sku.priceFen,
    quantity,
    amountFen,
    payableFen: amountFen,
    pointsFen: 0,
    valueFen: 0,
    giftFor: null,
  }
}

/** An after-sale of an order; consecutive numbers cycle through the states. */
export function afterSale(no: number, of: OrderDocument): AfterSaleDocument {
  const [line] = of.lines
  const state = AFTER_SALE_STATES[no % AFTER_SALE_STATES.length] ?? 'done'
  const requestedAt = of.placedAt + DAY_MS
  const isOver = state === 'done' || state === 'refused' || state === 'withdrawn'
  return afterSaleDocument({
    id: `as${String(no).padStart(20, '0')}`,
    orderId: of._id,
    memberId: of.memberId,
    version: 1,
    kind: AFTER_SALE_KINDS[no % AFTER_SALE_KINDS.length] ?? 'refund',
    state,
    lines: line ? [{ key: line.key, quantity: 1 }] : [],
    reason: 'NOT_WANTED',
    words: '',
    pictures: [],
    exchangeSkuId: null,
    withFreight: false,
    refundFen: line?.unitFen ?? 0,
    deductionFen: 0,
    isOutside: false,
    refundTry: 1,
    refusal: '',
    returnParcel: null,
    exchangeParcel: null,
    isRestocked: false,
    requestedAt,
    dueAt: isOver ? null : shopAnswerDueAt(requestedAt, defaultProgram),
    decidedAt: null,
    receivedAt: null,
    finishedAt: isOver ? requestedAt + DAY_MS : null,
  })
}
