import { couponOffer } from '../../../builders/promotions'
import { mint, question as ticketQuestion } from '../../../builders/service'
import { ADDRESS, must, START } from '../../../builders/shop'
import { receives } from '../../../builders/trade'
import { type Scenario, shopCall, staffCall, type World } from '../scenario'

/** After everything that happens in a scenario. */
const FAR = START + 60 * 86_400_000

const newcomer = ({ shop }: World) => shop.customer('newcomer')

async function offer({ shop }: World, code: string | null): Promise<string> {
  must(await shop.admin('coupons.save', { coupon: couponOffer('ten', { code, claimUntil: FAR }) }))
  return 'ten'
}

/** A line that 林晚 can review. */
async function reviewable({ shop, lin }: World) {
  const { id: orderId, lines } = await lin.buys('tea:1', 1)
  await receives(shop, lin, orderId)
  return { orderId, lineKey: lines[0]?.key ?? '' }
}

const SAID = { stars: 4 as const, text: '很香', pictures: [], isAnonymous: false }

async function reviewed(world: World): Promise<string> {
  await world.lin.does('reviews.write', { ...(await reviewable(world)), ...SAID })
  const { items } = must(await world.shop.admin('reviews.list', { list: 'all' }))
  return items[0]?.id ?? ''
}

async function seenReview(world: World): Promise<string> {
  await reviewed(world)
  const { items } = await world.lin.does('reviews.list', { productId: 'tea' })
  return items[0]?.id ?? ''
}

const QUESTION = { questionId: 'question000000000001', productId: 'tea', text: '能放多久' }

async function asked({ lin }: World): Promise<string> {
  await lin.does('questions.ask', QUESTION)
  return QUESTION.questionId
}

async function ticket({ lin }: World): Promise<string> {
  const said = ticketQuestion()
  await lin.does('tickets.open', said)
  return said.ticketId
}

const message = (ticketId: string) => ({
  ticketId,
  messageId: mint('message'),
  text: '在吗',
  pictures: [],
})

const CONSENT = { version: '2026-11-01', purposes: ['membership' as const, 'insight' as const] }

const HOME = 'home00000000000001'

/** The second address of 林晚's book. */
async function twoAddresses({ lin }: World): Promise<string> {
  const work = 'work00000000000001'
  await lin.does('addresses.save', { addressId: HOME, address: ADDRESS, isDefault: true })
  await lin.does('addresses.save', { addressId: work, address: ADDRESS, isDefault: false })
  return work
}

/** The last cherry is bought by somebody else; answers what 林晚 waits for. */
export async function soldOut({ shop }: World) {
  await shop.customer('quick').buys('cherry:1')
  return { productId: 'cherry', skuId: 'cherry:1' }
}

/** Five more cherries come. */
export const delivered = async ({ shop }: World) =>
  must(
    await shop.admin('stock.move', {
      movementId: 'delivery000000000001',
      skuId: 'cherry:1',
      kind: 'restock',
      reason: 'purchase',
      quantity: 5,
    }),
  )

/** What customers do besides buying, and how the staff answer. */
export const CUSTOMER_SCENARIOS: readonly Scenario[] = [
  shopCall('coupons.claim', async (world) => ({
    input: { couponId: await offer(world, null), claimId: mint('claim') },
  })),
  shopCall('coupons.enterCode', async (world) => {
    await offer(world, 'SPRING')
    return { input: { code: 'SPRING', claimId: mint('claim') } }
  }),
  shopCall('reviews.write', async (world) => ({
    input: { ...(await reviewable(world)), ...SAID },
  })),
  shopCall('reviews.append', async (world) => {
    const line = await reviewable(world)
    await world.lin.does('reviews.write', { ...line, ...SAID })
    return { input: { ...line, text: '喝完了', pictures: [] } }
  }),
  shopCall('reviews.report', async (world) => {
    const reviewId = await seenReview(world)
    const mo = world.shop.customer('mo')
    await mo.join()
    return { who: mo, input: { reviewId, reason: 'ad' as const } }
  }),
  staffCall('reviews.reply', async (world) => ({
    reviewId: await reviewed(world),
    text: '谢谢',
  })),
  staffCall('reviews.decide', async (world) => ({
    reviewId: await reviewed(world),
    state: 'hidden' as const,
    reason: '广告',
  })),
  shopCall('questions.ask', async () => ({ input: QUESTION })),
  staffCall('questions.answer', async (world) => ({
    questionId: await asked(world),
    text: '一年',
    isPublic: true,
  })),
  staffCall('questions.hide', async (world) => ({
    questionId: await asked(world),
    reason: '广告',
  })),
  shopCall('tickets.open', async () => ({ input: ticketQuestion() })),
  shopCall('tickets.write', async (world) => ({ input: message(await ticket(world)) })),
  shopCall('tickets.read', async (world) => {
    const ticketId = await ticket(world)
    await world.shop.admin('tickets.reply', message(ticketId))
    return { input: { ticketId, upTo: world.devcloud.clock.now() } }
  }),
  shopCall('tickets.close', async (world) => ({ input: { ticketId: await ticket(world) } })),
  staffCall('tickets.reply', async (world) => message(await ticket(world))),
  staffCall('tickets.close', async (world) => ({ ticketId: await ticket(world) })),
  shopCall('events.record', async ({ devcloud }) => {
    const at = devcloud.clock.now()
    const view = { kind: 'view' as const, at, productId: 'tea' }
    return { input: { events: [1, 2].map((n) => ({ id: `event00000000000${n}`, ...view })) } }
  }),
  shopCall('messages.grant', async () => ({
    input: { grantId: 'grant00000000000001', accepted: ['shipped' as const] },
  })),
  shopCall(
    'messages.grant',
    async (world) => ({
      who: newcomer(world),
      input: { grantId: 'grant00000000000001', accepted: ['shipped' as const] },
    }),
    { title: 'by somebody new' },
  ),
  shopCall('members.join', async (world) => ({
    who: newcomer(world),
    input: { consent: CONSENT, nickname: '新来的' },
  })),
  shopCall('addresses.save', async () => ({
    input: { addressId: HOME, address: ADDRESS, isDefault: true },
  })),
  shopCall('addresses.remove', async (world) => ({
    input: { addressId: await twoAddresses(world) },
  })),
  shopCall('addresses.setDefault', async (world) => ({
    input: { addressId: await twoAddresses(world) },
  })),
  shopCall('members.update', async () => ({ input: { nickname: '晚晚' } })),
  shopCall('privacy.consent', async () => ({
    input: { version: '2026-11-01', purposes: ['membership' as const] },
  })),
  shopCall('catalog.favourite', async () => ({ input: { productId: 'tea', isFavourite: true } })),
  shopCall(
    'catalog.favourite',
    async ({ lin }) => {
      await lin.does('catalog.favourite', { productId: 'tea', isFavourite: true })
      return { input: { productId: 'tea', isFavourite: false } }
    },
    { title: 'no more' },
  ),
  shopCall('reminders.set', async (world) => ({ input: await soldOut(world) })),
  shopCall('reminders.cancel', async (world) => {
    const input = await soldOut(world)
    await world.lin.does('reminders.set', input)
    return { input }
  }),
  shopCall('reminders.read', async (world) => {
    await world.lin.does('reminders.set', await soldOut(world))
    await delivered(world)
    await world.devcloud.fireTimer('sweep-orders')
    return { input: {} }
  }),
  shopCall('catalog.search', async () => ({ input: { word: '龙井' } })),
  shopCall('service.help', async () => ({ input: { word: '发货' } })),
]
