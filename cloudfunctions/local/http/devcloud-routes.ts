import { DevcloudError } from '@local/devcloud-error'
import type { Devcloud } from '@local/devcloud-types'
import { PayError } from '@local/wechat/pay/pay-error'
import {
  readBillFaults,
  readChat,
  readClockTarget,
  readFaultSpec,
  readPayAnswers,
  readPaymentCommand,
  readRefundCommand,
  readSubscription,
} from './bodies'
import type { Persona } from './personas'
import { type DevcloudRequest, HttpError, json, type Reply, type Route, readObject } from './reply'

/** Orders to the local cloud are a few fields. */
const BODY_BYTES_MAX = 16 * 1024

type Handler = (fields: Record<string, unknown>) => unknown

/** Answers an empty object once the work is done. */
const done = (work: () => void) => {
  work()
  return {}
}

const isoNow = (devcloud: Devcloud) => new Date(devcloud.clock.now()).toISOString()

const withErrorStatus = async (work: () => unknown): Promise<Reply> => {
  try {
    return json(await work())
  } catch (error) {
    if (error instanceof PayError) throw new HttpError(error.status, error.code, error.message)
    if (error instanceof DevcloudError) throw new HttpError(400, 'DEVCLOUD_REFUSED', error.message)
    throw error
  }
}

/**
 * The local cloud's own table: clock, customer's purse, messages, measures, faults,
 * reset.
 */
export const devcloudRoutes = (devcloud: Devcloud, personas: readonly Persona[]): Route => {
  const moveClock: Handler = async (fields) => {
    const fired = await devcloud.clock.set(readClockTarget(fields, devcloud.clock.now()))
    return { now: isoNow(devcloud), fired }
  }
  const faults: Handler = (fields) => {
    const order = readFaultSpec(fields)
    if (order === 'clear') devcloud.faults.clear()
    else devcloud.faults.add(order)
    return devcloud.faults.list()
  }
  const table: Record<string, Handler> = {
    'GET /devcloud': () => ({ pid: process.pid, now: isoNow(devcloud) }),
    'GET /devcloud/clock': () => ({ now: isoNow(devcloud) }),
    'POST /devcloud/clock': moveClock,
    'POST /devcloud/pay': (fields) => devcloud.pay(readPaymentCommand(fields)),
    'POST /devcloud/refunds': (fields) => devcloud.refunds(readRefundCommand(fields)),
    'POST /devcloud/bills': (fields) => done(() => devcloud.bills(readBillFaults(fields))),
    'POST /devcloud/pay-answers': (fields) =>
      done(() => devcloud.payAnswers(...readPayAnswers(fields))),
    'GET /devcloud/messages': () => devcloud.messages(),
    'POST /devcloud/subscriptions': (fields) =>
      done(() => devcloud.subscribe(readSubscription(fields))),
    'GET /devcloud/chat': () => devcloud.chat.answers(),
    'POST /devcloud/chat': async (fields) => ({
      answer: await devcloud.chat.write(readChat(fields)),
    }),
    'GET /devcloud/shipping-infos': () => devcloud.shippingInfos(),
    'GET /devcloud/metrics': () => devcloud.metrics.report(),
    'GET /devcloud/log': () => devcloud.metrics.lines(),
    'GET /devcloud/faults': () => devcloud.faults.list(),
    'POST /devcloud/faults': faults,
    'GET /devcloud/personas': () => personas,
    'POST /devcloud/reset': async () => {
      await devcloud.reset()
      return { now: isoNow(devcloud) }
    },
  }
  return async (request: DevcloudRequest) => {
    const { method, path } = request
    const handler = table[`${method} ${path}`]
    if (!handler) return undefined
    const fields = method === 'POST' ? await readObject(request, BODY_BYTES_MAX) : {}
    return withErrorStatus(() => handler(fields))
  }
}
