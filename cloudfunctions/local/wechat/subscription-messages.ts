import { randomUUID } from 'node:crypto'
import type { Clock } from '@local/ports'
import type { DevcloudRecords } from '@local/records'

/** How many messages `GET /devcloud/messages` answers, the latest. */
const MESSAGES_MAX = 1000
/** Unused permissions that a member can have for one template. */
const GRANTS_MAX = 100

/** A subscription message as WeChat would have shown it. */
export type SentMessage = {
  id: string
  /** The local cloud's time, ISO. */
  at: string
  openid: string
  templateId: string
  page?: string
  data: Record<string, { value: string }>
}

/** What was sent to whom. */
export interface SubscriptionMessages {
  /** `subscribeMessage.send`; answers WeChat's JSON. */
  send(args: Record<string, unknown>): Record<string, unknown>
  /** The member taps "allow" under these templates: one message more of each. */
  allow(openid: string, templateIds: readonly string[]): void
  list(): SentMessage[]
}

const OPENID = /^[\w-]{6,64}$/

/** Characters WeChat takes per type of key (WeChat docs, subscribeMessage.send). */
const VALUE_MAX: Record<string, number> = { thing: 20, character_string: 32, phrase: 5, name: 10 }
const KEY = /^([a-z_]+)\d+$/

const isValue = ([key, one]: [string, unknown]): boolean => {
  const value = (one as { value?: unknown } | null)?.value
  const type = KEY.exec(key)?.[1] ?? ''
  return typeof value === 'string' && [...value].length <= (VALUE_MAX[type] ?? Infinity)
}

const isData = (value: unknown): value is SentMessage['data'] =>
  typeof value === 'object' && value !== null && Object.entries(value).every(isValue)

/** The messages of one local cloud, durable with it. */
export const createSubscriptionMessages = (
  records: DevcloudRecords,
  clock: Clock,
): SubscriptionMessages => {
  const grantOf = (openid: string, templateId: string) => `${openid} ${templateId}`
  const grants = (name: string) => records.get<number>('grant', name) ?? 0
  return {
    send: ({ touser, template_id: templateId, page, data }) => {
      if (typeof touser !== 'string' || !OPENID.test(touser)) {
        return { errcode: 40003, errmsg: 'invalid openid' }
      }
      if (typeof templateId !== 'string' || templateId === '') {
        return { errcode: 40037, errmsg: 'invalid template_id' }
      }
      if (!isData(data)) return { errcode: 47003, errmsg: 'argument invalid: data' }
      const grant = grantOf(touser, templateId)
      const left = grants(grant)
      if (left === 0) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
      records.put('grant', grant, left - 1)
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
    allow: (openid, templateIds) => {
      for (const templateId of new Set(templateIds)) {
        const grant = grantOf(openid, templateId)
        records.put('grant', grant, Math.min(GRANTS_MAX, grants(grant) + 1))
      }
    },
    list: () => records.list<SentMessage>('message', MESSAGES_MAX),
  }
}
