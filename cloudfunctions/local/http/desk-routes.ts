import type { Desk } from '@local/desk'
import { DeskError } from '@local/desk-error'
import { PayError } from '@local/wechat/pay/pay-error'
import {
  readBillPlan,
  readChat,
  readFaultOrder,
  readMove,
  readPayOrder,
  readRefundOrder,
  readSubscription,
} from './orders'
import type { Persona } from './personas'
import { type DeskRequest, HttpError, json, type Reply, type Route, readObject } from './reply'

/** Orders to the desk are a few fields. */
const ORDER_BYTES_MAX = 16 * 1024

type Handler = (fields: Record<string, unknown>) => unknown

/** Nothing to say but that it was done. */
const done = (work: () => void) => {
  work()
  return {}
}

const isoNow = (desk: Desk) => new Date(desk.clock.now()).toISOString()

const explained = async (work: () => unknown): Promise<Reply> => {
  try {
    return json(await work())
  } catch (error) {
    if (error instanceof PayError) throw new HttpError(error.status, error.code, error.message)
    if (error instanceof DeskError) throw new HttpError(400, 'DESK_REFUSED', error.message)
    throw error
  }
}

/**
 * The desk's own table: clock, customer's purse, messages, measures, faults,
 * reset.
 */
export const deskRoutes = (desk: Desk, personas: readonly Persona[]): Route => {
  const moveClock: Handler = async (fields) => {
    const fired = await desk.clock.set(readMove(fields, desk.clock.now()))
    return { now: isoNow(desk), fired }
  }
  const faults: Handler = (fields) => {
    const order = readFaultOrder(fields)
    if (order === 'clear') desk.faults.clear()
    else desk.faults.add(order)
    return desk.faults.list()
  }
  const table: Record<string, Handler> = {
    'GET /desk': () => ({ pid: process.pid, now: isoNow(desk) }),
    'GET /desk/clock': () => ({ now: isoNow(desk) }),
    'POST /desk/clock': moveClock,
    'POST /desk/pay': (fields) => desk.pay(readPayOrder(fields)),
    'POST /desk/refunds': (fields) => desk.refunds(readRefundOrder(fields)),
    'POST /desk/bills': (fields) => done(() => desk.bills(readBillPlan(fields))),
    'GET /desk/messages': () => desk.messages(),
    'POST /desk/subscriptions': (fields) => done(() => desk.subscribe(readSubscription(fields))),
    'GET /desk/chat': () => desk.chat.answers(),
    'POST /desk/chat': async (fields) => ({ answer: await desk.chat.write(readChat(fields)) }),
    'GET /desk/shipping-infos': () => desk.shippingInfos(),
    'GET /desk/metrics': () => desk.metrics.report(),
    'GET /desk/log': () => desk.metrics.lines(),
    'GET /desk/faults': () => desk.faults.list(),
    'POST /desk/faults': faults,
    'GET /desk/personas': () => personas,
    'POST /desk/reset': async () => {
      await desk.reset()
      return { now: isoNow(desk) }
    },
  }
  return async (request: DeskRequest) => {
    const { method, path } = request
    const handler = table[`${method} ${path}`]
    if (!handler) return undefined
    const fields = method === 'POST' ? await readObject(request, ORDER_BYTES_MAX) : {}
    return explained(() => handler(fields))
  }
}
