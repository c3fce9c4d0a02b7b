import { ADDRESS, type Customer } from '../../../builders/shop'
import { receives, ships } from '../../../builders/trade'
import { remember, type Scenario, shopCall, staffCall, type World } from '../scenario'

/** A draft in which everything is used that an order can use. */
function everything({ lin, grantId }: World) {
  const lines = ['tea:1', 'honey:1', 'honey:2'].map((skuId) => ({ skuId, quantity: 1 }))
  return lin.chooses(lines, { grantId, points: 100, samples: [] })
}

/** Such an order, placed. */
export const placed = (world: World): Promise<string> =>
  remember(
    world,
    'placed',
    async () => (await world.lin.does('orders.place', await everything(world))).id,
  )

/** Such an order, paid. */
export const paid = (world: World): Promise<string> =>
  remember(world, 'paid', async () => {
    const orderId = await placed(world)
    await world.lin.pays(orderId)
    return orderId
  })

/** Such an order, received. */
export const received = (world: World): Promise<string> =>
  remember(world, 'received', async () => {
    const orderId = await paid(world)
    await receives(world.shop, world.lin, orderId)
    return orderId
  })

/** The keys of an order's lines of goods. */
export const keysOf = async (who: Customer, orderId: string): Promise<string[]> =>
  (await who.does('orders.show', { orderId })).lines
    .filter(({ kind }) => kind === 'goods')
    .map(({ key }) => key)

/** As the phone names it. */
const ADDITION = 'addition000000000001'
const SWAP = 'swapped0000000000001'

const newcomer = ({ shop }: World) => shop.customer('newcomer')

/** Orders, from the cart to the parcel. */
export const PURCHASE_SCENARIOS: readonly Scenario[] = [
  shopCall('orders.place', async (world) => ({ input: await everything(world) }), {
    title: 'with a coupon, points, a gift and a promotion’s stock',
  }),
  shopCall(
    'orders.place',
    async (world) => {
      const who = newcomer(world)
      return { who, input: await who.draft([{ skuId: 'tea:1', quantity: 1 }]) }
    },
    { title: 'by somebody new' },
  ),
  shopCall('orders.pay', async (world) => ({ input: { orderId: await placed(world) } })),
  shopCall('orders.cancel', async (world) => ({ input: { orderId: await placed(world) } })),
  shopCall(
    'orders.cancel',
    async (world) => {
      const orderId = await placed(world)
      await world.lin.does('orders.pay', { orderId })
      return { input: { orderId } }
    },
    { title: 'of a payment that was begun' },
  ),
  staffCall('orders.note', async (world) => ({ orderId: await paid(world), note: '易碎' })),
  staffCall('orders.ship', async (world) => {
    const orderId = await paid(world)
    return { orderId, carrier: '顺丰速运', trackingNumber: 'SF1377777701' }
  }),
  staffCall(
    'orders.ship',
    async (world) => {
      const orderId = await paid(world)
      const [key = ''] = await keysOf(world.lin, orderId)
      const lines = [{ key, quantity: 1 }]
      return { orderId, carrier: '顺丰速运', trackingNumber: 'SF1377777702', lines }
    },
    { title: 'in part' },
  ),
  staffCall('orders.shipOtherWay', async (world) => {
    const orderId = await paid(world)
    return { orderId, way: 'pickup' as const, note: '文三路 478 号' }
  }),
  staffCall('orders.correctParcel', async (world) => {
    const orderId = await paid(world)
    await ships(world.shop, orderId)
    return { orderId, at: 0, carrier: '圆通速递', trackingNumber: 'YT1377777777701' }
  }),
  staffCall('orders.shipList', async (world) => {
    const orderId = await paid(world)
    const parcel = { orderId, carrier: '圆通速递', trackingNumber: 'YT1377777777702' }
    return { parcels: [parcel] }
  }),
  shopCall('orders.confirmReceipt', async (world) => {
    const orderId = await paid(world)
    await ships(world.shop, orderId)
    return { input: { orderId } }
  }),
  shopCall('orders.urge', async (world) => ({ input: { orderId: await paid(world) } })),
  shopCall('orders.changeAddress', async (world) => ({
    input: { orderId: await paid(world), address: { ...ADDRESS, street: '北山街 1 号' } },
  })),
  shopCall('orders.extendReceipt', async (world) => {
    const orderId = await paid(world)
    await ships(world.shop, orderId)
    return { input: { orderId } }
  }),
  shopCall('cart.change', async () => ({
    input: { change: 'add' as const, changeId: ADDITION, skuId: 'tea:1', quantity: 1 },
  })),
  shopCall(
    'cart.change',
    async (world) => ({
      who: newcomer(world),
      input: { change: 'add' as const, changeId: ADDITION, skuId: 'tea:1', quantity: 1 },
    }),
    { title: 'by somebody new' },
  ),
  shopCall(
    'cart.change',
    async ({ lin }) => {
      await lin.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
      const { lines } = await lin.does('cart.show', {})
      return {
        input: { change: 'set' as const, key: lines[0]?.key ?? '', skuId: 'tea:1', quantity: 3 },
      }
    },
    { title: 'another number' },
  ),
  shopCall(
    'cart.change',
    async ({ lin }) => {
      await lin.does('cart.change', { change: 'add', skuId: 'tea:1', quantity: 1 })
      const { lines } = await lin.does('cart.show', {})
      return { input: { change: 'remove' as const, keys: lines.map(({ key }) => key) } }
    },
    { title: 'removes a line' },
  ),
  shopCall(
    'cart.change',
    async ({ lin }) => {
      await lin.does('cart.change', { change: 'add', skuId: 'honey:1', quantity: 1 })
      await lin.does('cart.change', { change: 'add', skuId: 'honey:2', quantity: 1 })
      return {
        input: { change: 'swap' as const, changeId: SWAP, key: 'honey:1', skuId: 'honey:2' },
      }
    },
    { title: 'another SKU of a line' },
  ),
  shopCall('orders.buyAgain', async ({ lin }) => {
    const { id } = await lin.buys('tea:1', 1)
    return { input: { orderId: id, changeId: ADDITION } }
  }),
]
