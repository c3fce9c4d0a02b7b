import { must } from '../../../builders/shop'
import { requestOf } from '../../../builders/trade'
import { outcomeOf, type Scenario, shopCall, staffCall, type World } from '../scenario'
import { keysOf, paid, received } from './purchases'

type Kind = 'refund' | 'returnRefund' | 'exchange'

/** An order that was received, and what 林晚 asks of its first line. */
async function wanted(world: World, kind: Kind) {
  const orderId = await (kind === 'refund' ? paid(world) : received(world))
  const keys = await keysOf(world.lin, orderId)
  const all = keys.map((key) => ({ key, quantity: 1 }))
  // Of an order that was never sent all of it, so that coupon and points come back as well.
  return requestOf({ orderId, kind, lines: kind === 'refund' ? all : all.slice(0, 1) })
}

async function asked(world: World, kind: Kind): Promise<string> {
  const input = await wanted(world, kind)
  await world.lin.does('afterSales.request', input)
  return input.afterSaleId
}

const PARCEL = { carrier: '顺丰速运', trackingNumber: 'SF1377777799' }

async function agreed(world: World, kind: Kind): Promise<string> {
  return agreedTo(world, await asked(world, kind))
}

async function agreedTo(world: World, afterSaleId: string): Promise<string> {
  must(await world.shop.admin('afterSales.agree', { afterSaleId, withFreight: false }))
  return afterSaleId
}

async function sentBack(world: World, kind: Kind): Promise<string> {
  const afterSaleId = await agreed(world, kind)
  await world.lin.does('afterSales.sendBack', { afterSaleId, ...PARCEL })
  return afterSaleId
}

async function cameBack(world: World, kind: Kind): Promise<string> {
  const afterSaleId = await sentBack(world, kind)
  must(await world.shop.admin('afterSales.receive', { afterSaleId, isRestocked: true }))
  return afterSaleId
}

/** A refund of which the provider has not said what became of it. */
async function pending(world: World): Promise<string> {
  const afterSaleId = await asked(world, 'refund')
  await world.devcloud.refunds({ outcome: 'PROCESSING', times: 0 })
  return agreedTo(world, afterSaleId)
}

/** A refund that the provider has closed. */
async function failed(world: World): Promise<string> {
  const afterSaleId = await pending(world)
  await world.devcloud.refunds({ outRefundNo: afterSaleId, outcome: 'CLOSED' })
  await world.devcloud.refunds({ outcome: 'SUCCESS', times: 0 })
  return afterSaleId
}

/** What comes back, and what is sent instead. */
export const AFTER_SALE_SCENARIOS: readonly Scenario[] = [
  shopCall('afterSales.request', async (world) => ({ input: await wanted(world, 'refund') })),
  shopCall(
    'afterSales.request',
    async (world) => ({ input: await wanted(world, 'returnRefund') }),
    { title: 'of what was received' },
  ),
  shopCall('afterSales.change', async (world) => {
    const input = await wanted(world, 'refund')
    await world.lin.does('afterSales.request', input)
    const { orderId: _whose, ...asked } = input
    const lines = asked.lines.slice(0, 1)
    return { input: { ...asked, lines, version: 1, words: '只退一件', pictures: [] } }
  }),
  shopCall('afterSales.withdraw', async (world) => ({
    input: { afterSaleId: await asked(world, 'refund') },
  })),
  shopCall('afterSales.sendBack', async (world) => ({
    input: { afterSaleId: await agreed(world, 'returnRefund'), ...PARCEL },
  })),
  staffCall('afterSales.agree', async (world) => ({
    afterSaleId: await asked(world, 'refund'),
    withFreight: true,
  })),
  staffCall(
    'afterSales.agree',
    async (world) => ({
      afterSaleId: await asked(world, 'returnRefund'),
      withFreight: false,
    }),
    { title: 'the goods are to come back' },
  ),
  staffCall('afterSales.refuse', async (world) => ({
    afterSaleId: await asked(world, 'refund'),
    refusal: '已过时限',
  })),
  staffCall('afterSales.receive', async (world) => ({
    afterSaleId: await sentBack(world, 'returnRefund'),
    isRestocked: true,
  })),
  staffCall(
    'afterSales.receive',
    async (world) => ({
      afterSaleId: await sentBack(world, 'exchange'),
      isRestocked: true,
    }),
    { title: 'for an exchange' },
  ),
  staffCall('afterSales.sendAgain', async (world) => ({
    afterSaleId: await cameBack(world, 'exchange'),
    ...PARCEL,
  })),
  staffCall('afterSales.refundInstead', async (world) => ({
    afterSaleId: await cameBack(world, 'exchange'),
  })),
  staffCall('afterSales.retryRefund', async (world) => ({ afterSaleId: await failed(world) })),
  staffCall('afterSales.refundByStaff', async (world) => {
    const orderId = await paid(world)
    const [key = ''] = await keysOf(world.lin, orderId)
    const afterSaleId = 'goodwill000000000001'
    return {
      afterSaleId,
      orderId,
      lines: [{ key, quantity: 1 }],
      withFreight: false,
      words: '补偿',
    }
  }),
  staffCall('afterSales.saveReturnAddress', async () => ({ address: '杭州市西湖区文三路 1 号' })),
  {
    covers: 'notice refund',
    title: '',
    prepare: async (world) => {
      const outRefundNo = await pending(world)
      return () => refundNotice(world, outRefundNo)
    },
  },
]

/** The provider's notice of a refund; `LOST` when it was not taken. */
const refundNotice = ({ devcloud }: World, outRefundNo: string) =>
  outcomeOf(async () => {
    const { notices } = await devcloud.refunds({ outRefundNo, outcome: 'SUCCESS' })
    return noticesTaken(notices)
  })

/** Whether the last delivery of a notice was taken. */
export const noticesTaken = (notices: readonly { status: number | null }[]) =>
  notices.at(-1)?.status === 200
    ? { ok: true, value: null }
    : { ok: false, error: { code: 'LOST' } }
