import { PRIVACY_VERSION } from '@core/domain/members/consent'
import { quote } from '@core/domain/pricing/quote'
import type { Devcloud } from '../devcloud'
import { callAdmin, callShop } from './call'
import { type Life, customers } from './customers'
import { addressOf, birthdayOf } from './contact-details'
import type { Act, Line, Ordering, Step } from './story'

const CARRIER = '顺丰速运'
/** Characters of the shortest id that a phone may mint. */
const MINTED_MIN = 16
const HISTORY_OF = new Map(customers.map((life) => [life.openid, life]))

type StepContext = { devcloud: Devcloud; openid: string; step: Step }

/** Lets somebody do a step in the shop, act by act, by the operations a phone would call. */
export const performStep = async (devcloud: Devcloud, step: Step): Promise<void> => {
  for (const [at, act] of step.actions.entries()) {
    await performAction({ devcloud, openid: step.openid, step }, act, at)
  }
}

const performAction = async (doing: StepContext, act: Act, at: number): Promise<void> => {
  switch (act.kind) {
    case 'consent':
      await callShop(doing, 'privacy.consent', { version: PRIVACY_VERSION, purposes: ['insight'] })
      return
    case 'join':
      return join(doing)
    case 'look':
      return look(doing, act, at)
    case 'favourite':
      await callShop(doing, 'catalog.favourite', { productId: act.productId, isFavourite: true })
      return
    case 'cart':
      return putIntoCart(doing, act.line)
    case 'order':
      return order(doing, act)
    case 'confirm':
      await callShop(doing, 'orders.confirmReceipt', { orderId: act.orderId })
      return
    case 'ship': {
      const { orderId, trackingNumber } = act
      await callAdmin(doing.devcloud, 'orders.ship', { orderId, trackingNumber, carrier: CARRIER })
    }
  }
}

const historyOf = (openid: string): Life => {
  const life = HISTORY_OF.get(openid)
  if (!life) throw new Error(`nobody's life is that of ${openid}`)
  return life
}

const join = async (doing: StepContext) => {
  const life = historyOf(doing.openid)
  await callShop(doing, 'members.join', {
    consent: { version: PRIVACY_VERSION, purposes: ['membership', 'insight'] },
    nickname: life.name,
  })
  const birthday = birthdayOf(life)
  if (birthday) await callShop(doing, 'members.update', { birthday })
}

const look = async (doing: StepContext, act: Extract<Act, { kind: 'look' }>, at: number) => {
  const { devcloud, step } = doing
  const now = devcloud.clock.now()
  const id = (no: number) => {
    const who = step.openid.replace('oDemo-', '')
    const when = String(step.daysAgo).padStart(4, '0')
    return `demo${who}${when}${at}${no}`.padEnd(MINTED_MIN, '0')
  }
  const [first] = act.productIds
  const { word } = act
  const seen = act.productIds.map((productId) => ({ kind: 'view' as const, productId }))
  const search = [
    { kind: 'search' as const, word },
    { kind: 'searchClick' as const, word, productId: first },
  ]
  const events = [...(word === undefined ? [] : search), ...seen]
  await callShop(doing, 'events.record', {
    events: events.map((event, no) => ({ id: id(no), at: now, ...event })),
  })
}

const putIntoCart = async (doing: StepContext, { skuId, quantity }: Line) => {
  await callShop(doing, 'cart.change', { change: 'add', skuId, quantity })
}

const order = async (doing: StepContext, act: Ordering) => {
  const { orderId, isByCart, remark, end } = act
  const lines = [...act.lines]
  if (isByCart) for (const line of lines) await putIntoCart(doing, line)
  const { material, address } = await callShop(doing, 'orders.quote', { lines })
  const choice = { grantId: 'best', points: 0, samples: [] }
  await callShop(doing, 'orders.place', {
    orderId,
    lines,
    remark,
    deliverTo: address
      ? { kind: 'saved' }
      : { kind: 'new', address: addressOf(historyOf(doing.openid)) },
    choice,
    expectedTotalFen: quote(material, choice).totalFen,
  })
  if (isByCart) {
    const keys = lines.map(({ skuId }) => skuId)
    await callShop(doing, 'cart.change', { change: 'remove', keys })
  }
  if (end === 'cancelled') await callShop(doing, 'orders.cancel', { orderId })
  if (end === 'paid') await pay(doing, orderId)
}

const pay = async (doing: StepContext, orderId: string) => {
  const payment = await callShop(doing, 'orders.pay', { orderId })
  if (payment.kind === 'nothingToPay') return
  const { notices } = await doing.devcloud.pay({ payment: payment.arguments })
  const answer = notices.at(-1)
  if (answer?.status !== 200 && answer?.status !== 204) {
    throw new Error(`the notice of ${orderId} was answered ${answer?.status}: ${answer?.body}`)
  }
}
