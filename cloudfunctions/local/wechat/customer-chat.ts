import { randomUUID } from 'node:crypto'
import type { Clock } from '@local/ports'
import type { DevcloudRecords } from '@local/records'
import { HOUR_MS } from '@local/time'

/** How many answers are listed, the latest. */
const ANSWERS_MAX = 1000
/** What one message of a customer allows (WeChat docs, customer-message). */
const ANSWERS_PER_MESSAGE = 5
const OPEN_MS = 48 * HOUR_MS
const TEXT_BYTES_MAX = 2048

/** An answer of the shop in the customer service chat. */
export type ChatAnswer = { id: string; at: string; openid: string; text: string }

/** The customer service chat of one mini program. */
export interface CustomerChat {
  /** `customerServiceMessage.send`; answers WeChat's JSON. */
  send(args: Record<string, unknown>): Record<string, unknown>
  /** The customer writes: the shop may send five answers within 48 hours. */
  open(openid: string): void
  list(): ChatAnswer[]
}

type Opened = { until: number; left: number }

/** The chat of one local cloud, durable with it. */
export const createCustomerChat = (records: DevcloudRecords, clock: Clock): CustomerChat => ({
  send: ({ touser, msgtype, text }) => {
    if (typeof touser !== 'string' || touser === '') {
      return { errcode: 40003, errmsg: 'invalid openid' }
    }
    const content = (text as { content?: unknown } | undefined)?.content
    if (msgtype !== 'text' || typeof content !== 'string' || content === '') {
      return { errcode: 40008, errmsg: 'invalid message type' }
    }
    if (Buffer.byteLength(content) > TEXT_BYTES_MAX) {
      return { errcode: 45002, errmsg: 'content size out of limit' }
    }
    const opened = records.get<Opened>('chat', touser)
    if (!opened || opened.until <= clock.now()) {
      return { errcode: 45015, errmsg: 'response out of time limit or subscription is canceled' }
    }
    if (opened.left === 0) return { errcode: 45047, errmsg: 'out of response count limit' }
    records.put('chat', touser, { ...opened, left: opened.left - 1 })
    const id = randomUUID()
    const at = new Date(clock.now()).toISOString()
    records.put('chat-answer', id, { id, at, openid: touser, text: content })
    return { errcode: 0, errmsg: 'ok' }
  },
  open: (openid) => {
    const opened: Opened = { until: clock.now() + OPEN_MS, left: ANSWERS_PER_MESSAGE }
    records.put('chat', openid, opened)
  },
  list: () => records.list<ChatAnswer>('chat-answer', ANSWERS_MAX),
})
