import type { Consent } from '@core/contract/account'
import type { RecordInput } from '@core/contract/events'
import type { FavouriteInput } from '@core/contract/storefront'
import type { Told } from '@core/domain/members/allowance'
import type { UnpaidBounds } from '@core/domain/orders/unpaid'
import { dayOf, type Instant } from '@core/kernel/calendar'
import {
  ADDRESSES_MAX,
  CART_LINES_MAX,
  LINE_QUANTITY_MAX,
  REMINDERS_MAX,
} from '@core/kernel/limits'
import type { Program } from '@core/kernel/settings'

/** Whether a customer whom the shop has blocked may still do it. */
type WhenBlocked = { whenBlocked: 'refused' | 'allowed' }

/** Something of which a customer may do only so much a day. Days begin at midnight in Shanghai. */
export type Counted = WhenBlocked & {
  /** The most in a day, of whatever `weigh` counts; some are the merchant's to set. */
  perDay: number | ((program: Program, input: never) => number)
  /** How many additions one call is; 1 when absent, and 0 is not counted. */
  weigh?: (input: never) => number
  /** What the customer is told when the day is used up. */
  told: Told
  /** The operation counts it itself, in the transaction that writes it. */
  isCountedInside?: true
}

/**
 * Something that moves on what another row has counted, once for each: an order is paid once, a
 * ticket is closed once. A repeated call finds it done and writes nothing, so the other row bounds
 * it. What sets a customer or stock free is never refused for having been done too often.
 */
export type Following = WhenBlocked & { follows: string }

/**
 * A row of the table: what a customer may add; that they only read, and a write is a bug; or that
 * they read and the shop counts for itself, with a bound of its own.
 */
export type Allowance = Counted | Following | 'reads' | 'statistics'

/** The row of messages in WeChat's own conversation. */
export const CHAT = 'service.chat'

const refusedWhenBlocked = { whenBlocked: 'refused' } as const
const allowedWhenBlocked = { whenBlocked: 'allowed' } as const

/**
 * Everything a customer can do, and how much of it: every operation of the shop has its row. A row
 * is counted on the caller's identity, which is read first in any case, by an update beside the
 * second round of reads; the operation's first write waits for it. Only what has added something
 * is counted, so the same order sent twice counts once.
 *
 * The numbers are several times what the busiest customer does, so that they only meet a flood.
 */
export const ALLOWANCES = {
  'members.join': {
    ...refusedWhenBlocked,
    perDay: 20,
    told: { title: '今天试得太多了', note: '明天再来入会' },
  },
  'members.me': 'reads',
  'members.update': {
    ...refusedWhenBlocked,
    perDay: 30,
    told: { title: '今天改得太多了', note: '明天再来改资料' },
  },
  /** Taking it back has room of its own, so that it is possible when no more can be given. */
  'privacy.consent': {
    ...allowedWhenBlocked,
    perDay: (_program: Program, { purposes }: Consent) => (purposes.includes('insight') ? 20 : 40),
    told: { title: '今天改得太多了', note: '明天再来改授权；撤回随时可以' },
  },
  'addresses.list': 'reads',
  'addresses.save': {
    ...allowedWhenBlocked,
    perDay: 60,
    told: { title: '今天改地址太多了', note: '明天再来改；下单可以用已存的地址' },
  },
  'addresses.remove': { ...allowedWhenBlocked, follows: 'addresses.save' },
  'addresses.setDefault': {
    ...allowedWhenBlocked,
    perDay: 100,
    told: { title: '今天改默认地址太多了', note: '明天再来改；下单时可以另选' },
  },
  'events.record': {
    ...allowedWhenBlocked,
    perDay: 1_000,
    weigh: ({ events }: RecordInput) => events.length,
    told: { title: '今天的浏览已经记满了', note: '不影响逛店，明天接着记' },
  },
  'messages.templates': 'reads',
  'messages.grant': {
    ...allowedWhenBlocked,
    perDay: 100,
    told: { title: '今天订阅得太多了', note: '明天再来订阅提醒' },
  },
  'reminders.list': 'reads',
  /** Waiting ones have a bound of their own, `REMINDER_BOUND`. */
  'reminders.set': {
    ...refusedWhenBlocked,
    perDay: 100,
    told: { title: '今天设的提醒太多了', note: '明天再来设' },
  },
  'reminders.cancel': { ...allowedWhenBlocked, follows: 'reminders.set' },
  'reminders.read': { ...allowedWhenBlocked, follows: 'reminders.set' },
  'points.history': 'reads',
  'coupons.center': 'reads',
  'coupons.wallet': 'reads',
  'coupons.claim': {
    ...refusedWhenBlocked,
    perDay: 100,
    told: { title: '今天领券太多了', note: '明天再来领' },
  },
  /** Wrong codes count too: whoever tries so many is guessing. */
  'coupons.enterCode': {
    ...refusedWhenBlocked,
    perDay: 30,
    told: { title: '今天输的券码太多了', note: '核对一下，明天再试' },
  },
  'orders.quote': 'reads',
  /**
   * Counted on the customer's own document, which the order's transaction writes in any case. Who
   * pays may buy often; what is not paid has bounds of its own, `UNPAID_BOUNDS`.
   */
  'orders.place': {
    ...refusedWhenBlocked,
    perDay: 300,
    told: { title: '今天下单太多了', note: '明天再来下单' },
    isCountedInside: true,
  },
  'orders.pay': { ...refusedWhenBlocked, follows: 'orders.place' },
  'orders.cancel': { ...allowedWhenBlocked, follows: 'orders.place' },
  'orders.confirmReceipt': { ...allowedWhenBlocked, follows: 'orders.place' },
  'orders.extendReceipt': { ...allowedWhenBlocked, follows: 'orders.place' },
  /** Changes something once a day for each order. */
  'orders.urge': { ...allowedWhenBlocked, follows: 'orders.place' },
  'orders.changeAddress': {
    ...allowedWhenBlocked,
    perDay: 50,
    told: { title: '今天改地址太多了', note: '明天再来改，或联系客服' },
  },
  'orders.list': 'reads',
  'orders.show': 'reads',
  'orders.parcel': 'reads',
  'orders.buyAgain': {
    ...allowedWhenBlocked,
    perDay: 100,
    told: { title: '今天加购太多了', note: '明天再来加' },
  },
  'cart.show': 'reads',
  'cart.change': {
    ...allowedWhenBlocked,
    perDay: 500,
    told: { title: '今天改购物车太多了', note: '先结算，或明天再改' },
  },
  'afterSales.options': 'reads',
  'afterSales.estimate': 'reads',
  'afterSales.list': 'reads',
  'afterSales.show': 'reads',
  'afterSales.request': {
    ...allowedWhenBlocked,
    perDay: 30,
    told: { title: '今天申请售后太多了', note: '明天再申请，或联系客服' },
  },
  'afterSales.change': {
    ...allowedWhenBlocked,
    perDay: 60,
    told: { title: '今天改售后太多了', note: '明天再改，或联系客服' },
  },
  'afterSales.withdraw': { ...allowedWhenBlocked, follows: 'afterSales.request' },
  'afterSales.sendBack': { ...allowedWhenBlocked, follows: 'afterSales.request' },
  'reviews.list': 'reads',
  'reviews.ofOrder': 'reads',
  'reviews.write': {
    ...refusedWhenBlocked,
    perDay: 100,
    told: { title: '今天评价太多了', note: '明天再来写' },
  },
  'reviews.append': {
    ...refusedWhenBlocked,
    perDay: 100,
    told: { title: '今天追评太多了', note: '明天再来写' },
  },
  'reviews.report': {
    ...refusedWhenBlocked,
    perDay: 10,
    told: { title: '今天举报太多了', note: '店家会逐条看，明天再报' },
  },
  'questions.list': 'reads',
  'questions.mine': 'reads',
  'questions.ask': {
    ...refusedWhenBlocked,
    perDay: ({ questionsPerDay }) => questionsPerDay,
    told: { title: '今天问得够多了', note: '明天再来问' },
  },
  'service.help': 'reads',
  'tickets.list': 'reads',
  'tickets.show': 'reads',
  /** A blocked customer can still say that the block is a mistake. */
  'tickets.open': {
    ...allowedWhenBlocked,
    perDay: 50,
    told: { title: '今天提的问题太多了', note: '在原来的会话里接着说，或明天再提' },
  },
  'tickets.write': {
    ...allowedWhenBlocked,
    perDay: 200,
    told: { title: '今天发的消息太多了', note: '客服会看到，明天再说' },
  },
  'tickets.read': { ...allowedWhenBlocked, follows: 'tickets.write' },
  'tickets.close': { ...allowedWhenBlocked, follows: 'tickets.write' },
  /** Messages in WeChat's own conversation, which come by a push and have no page here. */
  [CHAT]: {
    ...allowedWhenBlocked,
    perDay: 200,
    told: { title: '今天发的消息太多了', note: '客服会看到，明天再说' },
  },
  'articles.list': 'reads',
  'articles.show': 'reads',
  'home.show': 'reads',
  'catalog.categories': 'reads',
  'catalog.facets': 'reads',
  'catalog.scoped': 'reads',
  'catalog.cards': 'reads',
  'catalog.favourites': 'reads',
  'catalog.product': 'reads',
  /** A search is never refused; `OWN_WORDS_MAX` bounds the words that one customer adds. */
  'catalog.search': 'statistics',
  /** Removing one is free. */
  'catalog.favourite': {
    ...allowedWhenBlocked,
    perDay: 200,
    weigh: ({ isFavourite }: FavouriteInput) => (isFavourite ? 1 : 0),
    told: { title: '今天收藏太多了', note: '明天再来收藏' },
  },
} as const satisfies Readonly<Record<string, Allowance>>

/** Addresses that a customer's book may have at one time. */
export const ADDRESS_BOUND = {
  most: ADDRESSES_MAX,
  per: 'open',
  told: { title: '地址簿已经存满了', note: '先删掉不用的，再添加；要帮忙请联系客服' },
} as const satisfies { most: number; per: 'open'; told: Told }

/** Reminders of a customer that wait at one time: more than anybody keeps in mind. */
export const REMINDER_BOUND = {
  most: REMINDERS_MAX,
  per: 'open',
  told: { title: '等着的提醒已经够多了', note: '先取消不再想要的，再来设；要帮忙请联系客服' },
} as const satisfies { most: number; per: 'open'; told: Told }

/** What an operation may do that has no row (yet): little. */
export const UNLISTED: Counted = {
  ...refusedWhenBlocked,
  perDay: 100,
  told: { title: '今天操作太多了', note: '明天再试' },
}

/**
 * What a customer may hold without having paid. An order of the largest cart is always possible:
 * 50 lines of 99 pieces. But a second one waits until the first is paid, and who gives up sixty
 * orders in a day, or twice the largest cart, has held enough for that day.
 */
export const UNPAID_BOUNDS: UnpaidBounds = {
  placed: { most: ALLOWANCES['orders.place'].perDay, told: ALLOWANCES['orders.place'].told },
  openOrders: {
    most: 20,
    told: { title: '还没付款的订单太多了', note: '先付款或取消几单，再来下单' },
  },
  openPieces: {
    most: CART_LINES_MAX * LINE_QUANTITY_MAX,
    told: { title: '还没付款的件数太多了', note: '先付款或取消几单，再来下单' },
  },
  givenUpOrders: {
    most: 60,
    told: { title: '今天取消或没付的订单太多了', note: '明天再来下单' },
  },
  givenUpPieces: {
    most: 2 * CART_LINES_MAX * LINE_QUANTITY_MAX,
    told: { title: '今天取消或没付的件数太多了', note: '明天再来下单' },
  },
}

/** What a blocked customer is told, with when it ends; `null`: it does not. */
export const blockedTold = (until: Instant | null): Told => ({
  title: `店家暂停了你的下单和发言${until === null ? '' : `，到 ${dayOf(until)}`}`,
  note: '已买的照常收货、售后；有疑问请联系客服',
})
