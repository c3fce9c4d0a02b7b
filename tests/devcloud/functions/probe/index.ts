import { once } from 'node:events'
import { connect } from 'node:net'
import { cloud } from '../sdk'

const db = cloud.database({ throwOnNotFound: false })

let calls = 0
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const reachTcp = async (host: string) => {
  const socket = connect(80, host)
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  return error.code
}

const reachHttp = async (url: string) => {
  try {
    await fetch(url)
    return 'reached'
  } catch (error) {
    return (error as { cause?: { code?: string } }).cause?.code
  }
}

const transfer = async (id: string) =>
  db.runTransaction(async (transaction) => {
    const { data } = await transaction.collection('things').doc(id).get()
    const count = ((data as { count?: number } | null)?.count ?? 0) + 1
    await transaction.collection('things').doc(id).set({ data: { count } })
    return count
  }, 0)

type Event = Record<string, unknown> & { do: keyof typeof deeds; ms?: number }

const deeds = {
  whoAmI: async ({ ms = 0 }: Event) => {
    await sleep(ms)
    const { OPENID, SOURCE, APPID } = cloud.getWXContext()
    return { OPENID, SOURCE, APPID }
  },
  echo: (event: Event, context: unknown) => ({ event, context }),
  count: () => (calls += 1),
  environment: ({ names }: Event) => (names as string[]).map((name) => process.env[name] ?? null),
  time: () => {
    const date = new Date()
    return {
      now: Date.now(),
      made: date.getTime(),
      given: new Date(5).getTime(),
      text: Date(),
      zone: date.getTimezoneOffset(),
      isDate: date instanceof Date && date.constructor === Date,
    }
  },
  say: ({ lines }: Event) => (lines as string[]).forEach((line) => console.log(line)),
  big: ({ bytes }: Event) => 'x'.repeat(bytes as number),
  nothing: () => undefined,
  circle: () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    return circle
  },
  fail: () => {
    throw new Error('the probe fails on demand')
  },
  exit: () => process.exit(3),
  strayRejection: async () => {
    void Promise.reject(new Error('unhandled on purpose'))
    await sleep(1000)
  },
  reachTcp: ({ host }: Event) => reachTcp(host as string),
  reachHttp: ({ url }: Event) => reachHttp(url as string),
  add: async ({ id, bytes = 0 }: Event) => {
    const pad = 'x'.repeat(bytes as number)
    return db.collection('things').add({ data: { _id: id as string, ...(pad && { pad }) } })
  },
  get: async ({ id }: Event) =>
    (
      await db
        .collection('things')
        .doc(id as string)
        .get()
    ).data,
  list: async ({ no }: Event) => (await db.collection('things').where({ no }).get()).data,
  transfer: ({ id }: Event) => transfer(id as string),
  call: async ({ name, data }: Event) =>
    (await cloud.callFunction({ name: name as string, data: data as object })).result,
}

/** Does what the event asks for, so that a test sees how the local cloud answers it. */
export const main = (event: Event, context: unknown): unknown => deeds[event.do](event, context)
