import type { Devcloud } from '@local/devcloud'
import taro from '../builders/taro'

/** A question to a function, as the phone sent it. */
type Asked = { operation: string; input: unknown }
type Question = { url: string; data: Asked; header: Record<string, string> }

/** What a test can see of the phone that the stores run on, and do to it. */
export type Phone = {
  /** What the phone keeps, by name. */
  storage: Map<string, unknown>
  /** Words said in passing, oldest first. */
  notices: string[]
  asked: Asked[]
  /** Without `answers` what was asked happens all the same; the phone only never hears of it. */
  connection: 'good' | 'none' | 'no answers'
  /** Told of every question before it leaves. */
  onAsk: (question: Asked) => void
}

/**
 * A phone whose platform talks to the devcloud by HTTP, as the mini program against a devcloud does. Call
 * it before the stores are first required: where to call is read when they load.
 */
export function openTestPhone(devcloud: Devcloud, openid: string): Phone {
  process.env.TARO_ENV = 'weapp'
  process.env.TARO_APP_DEVCLOUD_URL = devcloud.url
  const phone: Phone = {
    storage: new Map([['devcloud.openid', openid]]),
    notices: [],
    asked: [],
    connection: 'good',
    onAsk: () => undefined,
  }
  Object.assign(taro, {
    getStorageSync: (name: string) => phone.storage.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => {
      phone.storage.set(name, structuredClone(value))
    },
    showToast: async ({ title }: { title: string }) => void phone.notices.push(title),
    request: (question: Question) => carry(phone, question),
  })
  return phone
}

async function carry(phone: Phone, question: Question): Promise<{ data: unknown }> {
  const { url, data, header } = question
  phone.onAsk(data)
  if (phone.connection === 'none') throw new Error('request:fail')
  phone.asked.push(structuredClone(data))
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(data), headers: header })
  const value: unknown = await reply.json()
  if (phone.connection === 'no answers') throw new Error('request:fail timeout')
  return { data: value }
}
