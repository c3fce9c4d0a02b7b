import { PRIVACY_VERSION } from '@core/domain/members/consent'
import { quote } from '@core/domain/pricing/quote'
import type { Devcloud } from '@local/devcloud-types'
import { callAdmin, callShop } from './call'
import { addressOf, birthdayOf } from './contact-details'
import { type CustomerHistory, customers } from './customers'
import type { Action, Line, Ordering, Step } from './story'

const CARRIER = '顺丰速运'
/** The shortest id that a phone may mint. */
const MINTED_MIN = 16
const HISTORY_OF = new Map(customers.map((customer) => [customer.openid, customer]))

type StepContext = { devcloud: Devcloud; openid: string; step: Step }

/** Performs a step's actions in order, by the operations a phone would call. */
export const performStep = async (devcloud: Devcloud, step: Step): Promise<void> => {
  for (const [at, action] of step.actions.entries()) {
    await performAction({ devcloud, openid: step.openid, step }, action, at)
  }
}

const performAction = async (context: StepContext, action: Action, at: number): Promise<void> => {
  switch (action.kind) {
    case 'consent':
      await callShop(context, 'privacy.consent', {
        version: PRIVACY_VERSION,
        purposes: ['insight'],
      })
      return
    case 'join':
      return join(context)
    case 'look':
      return look(context, action, at)
    case 'favourite':
      await callShop(context, 'catalog.favourite', {
        productId: action.productId,
        isFavourite: true,
      })
      return
    case 'cart':
      return putIntoCart(context, action.line)
    case 'order':
      return order(context, action)
    case 'confirm':
      await callShop(context, 'orders.confirmReceipt', { orderId: action.orderId })
      return
    case 'ship': {
      const { orderId, trackingNumber } = action
      await callAdmin(context.devcloud, 'orders.ship', {
        orderId,
        trackingNumber,
        carrier: CARRIER,
      })
    }
  }
}

const historyOf = (openid: string): CustomerHistory => {
  const customer = HISTORY_OF.get(openid)
  if (!customer) throw new Error(`no demo customer has the openid ${openid}`)
  return customer
}

const join = async (context: StepContext) => {
  const customer = historyOf(context.openid)
  await callShop(context, 'members.join', {
    consent: { version: PRIVACY_VERSION, purposes: ['membership', 'insight'] },
    nickname: customer.name,
  })
  const birthday = birthdayOf(customer)
  if (birthday) await callShop(context, 'members.update', { birthday })
}

const look = async (
  context: StepContext,
  action: Extract<Action, { kind: 'look' }>,
  at: number,
) => {
  const { devcloud, step } = context
  const now = devcloud.clock.now()
  const id = (no: number) => {
    const who = step.openid.replace('oDemo-', '')
    const when = String(step.daysAgo).padStart(4, '0')
    return `demo${who}${when}${at}${no}`.padEnd(MINTED_MIN, '0')
  }
  const [first] = action.productIds
  const { word } = action
  const seen = action.productIds.map((productId) => ({ kind: 'view' as const, productId }))
  const search = [
    { kind: 'search' as const, word },
    { kind: 'searchClick' as const, word, productId: first },
  ]
  const events = [...(word === undefined ? [] : search), ...seen]
  await callShop(context, 'events.record', {
    events: events.map((event, no) => ({ id: id(no), at: now, ...event })),
  })
}

const putIntoCart = async (context: StepContext, { skuId, quantity }: Line) => {
  await callShop(context, 'cart.change', { change: 'add', skuId, quantity })
}

const order = async (context: StepContext, action: Ordering) => {
  const { orderId, isByCart, remark, end } = action
  const lines = [...action.lines]
  if (isByCart) for (const line of lines) await putIntoCart(context, line)
  const { material, address } = await callShop(context, 'orders.quote', { lines })
  const choice = { grantId: 'best', points: 0, samples: [] }
  await callShop(context, 'orders.place', {
    orderId,
    lines,
    remark,
    deliverTo: address
      ? { kind: 'saved' }
      : { kind: 'new', address: addressOf(historyOf(context.openid)) },
    choice,
    expectedTotalFen: quote(material, choice).totalFen,
  })
  if (isByCart) {
    const keys = lines.map(({ skuId }) => skuId)
    await callShop(context, 'cart.change', { change: 'remove', keys })
  }
  if (end === 'cancelled') await callShop(context, 'orders.cancel', { orderId })
  if (end === 'paid') await pay(context, orderId)
}

const pay = async (context: StepContext, orderId: string) => {
  const payment = await callShop(context, 'orders.pay', { orderId })
  if (payment.kind === 'nothingToPay') return
  const { notices } = await context.devcloud.pay({ payment: payment.arguments })
  const answer = notices.at(-1)
  if (answer?.status !== 200 && answer?.status !== 204) {
    throw new Error(`the notice of ${orderId} was answered ${answer?.status}: ${answer?.body}`)
  }
}
