import { randomUUID } from 'node:crypto'
import type { Clock } from '@local/ports'
import type { DeskRecords } from '@local/records'

/** How many messages `GET /desk/messages` answers, the latest. */
const MESSAGES_MAX = 1000

/** A subscription message as WeChat would have shown it. */
export type SentMessage = {
  id: string
  /** The desk's time, ISO. */
  at: string
  openid: string
  templateId: string
  page?: string
  data: Record<string, { value: string }>
}

/** What was sent to whom. */
export interface Messages {
  /** `subscribeMessage.send`; answers WeChat's JSON. */
  send(args: Record<string, unknown>): Record<string, unknown>
  list(): SentMessage[]
}

const OPENID = /^[\w-]{6,64}$/

const isData = (value: unknown): value is SentMessage['data'] =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((one) => typeof (one as { value?: unknown })?.value === 'string')

/** The messages of one desk, durable with it. */
export const createMessages = (records: DeskRecords, clock: Clock): Messages => ({
  send: ({ touser, template_id: templateId, page, data }) => {
    if (typeof touser !== 'string' || !OPENID.test(touser)) {
      return { errcode: 40003, errmsg: 'invalid openid' }
    }
    if (typeof templateId !== 'string' || templateId === '') {
      return { errcode: 40037, errmsg: 'invalid template_id' }
    }
    if (!isData(data)) return { errcode: 47003, errmsg: 'argument invalid: data' }
    const id = randomUUID()
    const message: SentMessage = {
      id,
      at: new Date(clock.now()).toISOString(),
      openid: touser,
      templateId,
      ...(typeof page === 'string' ? { page } : {}),
      data,
    }
    records.put('message', id, message)
    return { errcode: 0, errmsg: 'ok' }
  },
  list: () => records.list<SentMessage>('message', MESSAGES_MAX),
})
