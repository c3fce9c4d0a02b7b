import { DEVCLOUD_TEMPLATES } from '@local/wechat/templates'
import { draftProduct } from '../../../builders/catalog'
import { faqEntry } from '../../../builders/service'
import { must, START } from '../../../builders/shop'
import { requestOf, ships } from '../../../builders/trade'
import { outcomeOf, type Scenario, staffCall, type World } from '../scenario'
import { noticesTaken } from './after-sales'
import { delivered, soldOut } from './customers'
import { keysOf, paid, placed, received } from './purchases'

const DAY_MS = 86_400_000
const DAY_MINUTES = 24 * 60

/** A timer that fires; nobody tries it again, but it fires again by itself. */
const timer = (
  covers: string,
  prepare: (world: World) => Promise<unknown>,
  title = '',
): Scenario => ({
  covers: `timer ${covers}`,
  title,
  isCached: true,
  again: ({ devcloud }) => devcloud.fireTimer(covers),
  prepare: async (world) => {
    await prepare(world)
    return async () => {
      await world.devcloud.fireTimer(covers)
      return 'done'
    }
  },
})

const SOURCE = 'old'

const customer = (externalId: string, days: number[]) => ({
  externalId,
  name: '老顾客',
  firstContactAt: START - 90 * DAY_MS,
  orders: days.map((day, at) => ({
    number: `${externalId}-${at}`,
    paidAt: START - day * DAY_MS,
    paidFen: 5_000,
    refundedFen: 0,
    lines: [['A1', '茶', 2_500, 2, 5_000]] as [string, string, number, number, number][],
  })),
  refunds: [{ number: `${externalId}-r`, at: START - DAY_MS, fen: 100, unmatchedFen: 100 }],
})

const IMPORT = {
  source: SOURCE,
  name: 'old.csv',
  customers: [customer('a', [60, 30]), customer('b', [50])],
}

/** The same orders, which cost half as much. */
const CORRECTED = {
  ...IMPORT,
  customers: IMPORT.customers.map((one) => ({
    ...one,
    orders: one.orders.map((order) => ({ ...order, paidFen: 2_500 })),
    refunds: one.refunds.map((refund) => ({ ...refund, fen: 50, unmatchedFen: 50 })),
  })),
}

/** What of the import can be taken back: all of it. */
async function removable({ shop }: World) {
  const idsOf = async (kind: 'orders' | 'refunds') =>
    must(await shop.admin('imports.stored', { source: SOURCE, kind })).items.map(({ id }) => id)
  const [orders, refunds] = [await idsOf('orders'), await idsOf('refunds')]
  return { source: SOURCE, name: IMPORT.name, orders, refunds }
}

const imported = async ({ shop }: World) => must(await shop.admin('imports.apply', IMPORT))

/** An order that is paid at the provider, of which no notice has come. */
async function unknownPayment(world: World): Promise<string> {
  const orderId = await placed(world)
  await world.lin.does('orders.pay', { orderId })
  await world.devcloud.pay({ outTradeNo: orderId, outcome: 'success', times: 0 })
  return orderId
}

/** A day whose bill has a payment that is not known here; answers day and number. */
async function differentDay(world: World): Promise<{ day: string; number: string }> {
  const number = await unknownPayment(world)
  const day = dayOf(world.devcloud.clock.now())
  return { day, number }
}

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

async function allowed(world: World): Promise<void> {
  const { lin, devcloud } = world
  const templateIds = [DEVCLOUD_TEMPLATES.shipped.id, DEVCLOUD_TEMPLATES.ticketAnswered.id]
  devcloud.subscribe({ openid: lin.openid, templateIds })
  const accepted = ['shipped' as const, 'ticketAnswered' as const]
  await lin.does('messages.grant', { grantId: 'grant00000000000001', accepted })
}

/** Timers, notices and what the owner does to the whole shop. */
export const MACHINERY_SCENARIOS: readonly Scenario[] = [
  timer(
    'sweep-orders',
    async (world) => {
      await placed(world)
      await moveUnnoticed(world, 31)
    },
    'closes what was not paid',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      await unknownPayment(world)
      await moveUnnoticed(world, 6)
    },
    'finds a payment without a notice',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      await ships(world.shop, await paid(world))
      await moveUnnoticed(world, 10 * DAY_MINUTES + 30)
    },
    'confirms a parcel',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      await received(world)
      await moveUnnoticed(world, 7 * DAY_MINUTES + 30)
    },
    'completes an order',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      const orderId = await received(world)
      const [key = ''] = await keysOf(world.lin, orderId)
      const lines = [{ key, quantity: 1 }]
      const input = requestOf({ orderId, kind: 'returnRefund', lines })
      await world.lin.does('afterSales.request', input)
      const { afterSaleId } = input
      must(await world.shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
      await moveUnnoticed(world, 7 * DAY_MINUTES + 30)
    },
    'ends an after-sale that was not sent back',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      await paid(world)
      await moveUnnoticed(world, 3)
    },
    'counts coupons and sales',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      await world.lin.does('reminders.set', await soldOut(world))
      await delivered(world)
    },
    'tells who waits for stock',
  ),
  timer(
    'sweep-orders',
    async (world) => {
      const launchAt = world.devcloud.clock.now() + 20 * 60_000
      must(await world.shop.admin('products.save', draftProduct({ id: 'soon', launchAt })))
      await world.lin.does('reminders.set', { productId: 'soon', skuId: null })
      await moveUnnoticed(world, 12)
    },
    'tells who waits for a launch',
  ),
  timer('deliver-messages', async (world) => {
    await allowed(world)
    await ships(world.shop, await paid(world))
  }),
  timer('sweep-members', async (world) => {
    await world.lin.buys('tea:1', 1)
    await moveUnnoticed(world, 32 * DAY_MINUTES)
  }),
  timer('reconcile-payments', async (world) => {
    await world.lin.buys('tea:1', 1)
    await moveUnnoticed(world, DAY_MINUTES + 40)
  }),
  {
    covers: 'notice payment',
    title: '',
    prepare: async (world) => {
      const outTradeNo = await placed(world)
      await world.lin.does('orders.pay', { orderId: outTradeNo })
      return () => paymentNotice(world, outTradeNo)
    },
  },
  {
    covers: 'notice payment',
    title: 'of an order that was closed',
    prepare: async (world) => {
      const outTradeNo = await unknownPayment(world)
      return () => paymentNotice(world, outTradeNo)
    },
  },
  {
    covers: 'notice message',
    title: '',
    prepare: async ({ shop, devcloud, lin }) => {
      must(await shop.admin('faq.save', faqEntry({ id: 'faq00000000000000001' })))
      const said = { openid: lin.openid, text: '多久发货', messageId: 'm-1' }
      return () =>
        outcomeOf(async () => {
          await devcloud.chat.write(said)
          return { ok: true, value: null }
        })
    },
  },
  staffCall('imports.apply', async () => IMPORT),
  staffCall('imports.replace', async (world) => {
    await imported(world)
    return CORRECTED
  }),
  staffCall('imports.remove', async (world) => {
    await imported(world)
    return removable(world)
  }),
  staffCall('imports.prune', async (world) => {
    await imported(world)
    must(await world.shop.admin('imports.remove', await removable(world)))
    return { source: SOURCE }
  }),
  staffCall('imports.learn', async (world) => {
    await imported(world)
    return { source: SOURCE }
  }),
  staffCall('imports.review', async (world) => {
    await imported(world)
    return { source: SOURCE, asOf: dayOf(START) }
  }),
  staffCall('outbox.retry', async (world) => {
    const orderId = await paid(world)
    // A carrier that WeChat does not know.
    const parcel = { orderId, carrier: '隔壁老王', trackingNumber: 'LW0000000001' }
    must(await world.shop.admin('orders.ship', parcel))
    const { items } = must(await world.shop.admin('outbox.list', { state: 'failed' }))
    return { id: items[0]?.id ?? '' }
  }),
  staffCall('reconciliation.run', async (world) => {
    await world.lin.buys('tea:1', 1)
    const day = dayOf(world.devcloud.clock.now())
    await moveUnnoticed(world, DAY_MINUTES)
    return { day }
  }),
  staffCall('reconciliation.settle', async (world) => {
    const { day, number } = await differentDay(world)
    await moveUnnoticed(world, DAY_MINUTES)
    must(await world.shop.admin('reconciliation.run', { day }))
    return { day, number }
  }),
  staffCall('reconciliation.resolve', async (world) => {
    const { day, number } = await differentDay(world)
    await moveUnnoticed(world, DAY_MINUTES)
    must(await world.shop.admin('reconciliation.run', { day }))
    const [difference] = must(await world.shop.admin('reconciliation.show', { day })).differences
    return { day, number, kind: difference?.kind ?? 'missingHere', note: '已核对' } as never
  }),
  staffCall('setup.prepare', async () => ({})),
  staffCall('setup.migrate', async () => ({})),
]

/** The clock moves and no timer fires, so that what is due is still to be done. */
async function moveUnnoticed({ devcloud }: World, minutes: number): Promise<void> {
  const copy = devcloud.copy()
  await devcloud.restore({ ...copy, at: copy.at + minutes * 60_000 })
}

/** The provider's notice of a payment; `LOST` when it was not taken. */
const paymentNotice = ({ devcloud }: World, outTradeNo: string) =>
  outcomeOf(async () => {
    const { notices } = await devcloud.pay({ outTradeNo, outcome: 'success' })
    return noticesTaken(notices)
  })
