import type { Devcloud } from '@local/devcloud'
import taro from '../builders/taro'

/** A question to a function, as the phone sent it. */
type SentCall = { operation: string; input: unknown }
type HttpRequest = { url: string; data: SentCall; header: Record<string, string> }

/** What a test can see of the phone that the stores run on, and do to it. */
export type TestPhone = {
  /** What the phone keeps, by name. */
  storage: Map<string, unknown>
  /** Words said in passing, oldest first. */
  toasts: string[]
  calls: SentCall[]
  /** Without `answers` what was asked happens all the same; the phone only never hears of it. */
  connection: 'good' | 'none' | 'no answers'
  /** Told of every question before it leaves. */
  onCall: (question: SentCall) => void
}

/**
 * A phone whose platform talks to the devcloud by HTTP, as the mini program against a devcloud does. Call
 * it before the stores are first required: where to call is read when they load.
 */
export function openTestPhone(devcloud: Devcloud, openid: string): TestPhone {
  process.env.TARO_ENV = 'weapp'
  process.env.TARO_APP_DEVCLOUD_URL = devcloud.url
  const phone: TestPhone = {
    storage: new Map([['devcloud.openid', openid]]),
    toasts: [],
    calls: [],
    connection: 'good',
    onCall: () => undefined,
  }
  Object.assign(taro, {
    getStorageSync: (name: string) => phone.storage.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => {
      phone.storage.set(name, structuredClone(value))
    },
    showToast: async ({ title }: { title: string }) => void phone.toasts.push(title),
    request: (question: HttpRequest) => sendRequest(phone, question),
  })
  return phone
}

async function sendRequest(phone: TestPhone, question: HttpRequest): Promise<{ data: unknown }> {
  const { url, data, header } = question
  phone.onCall(data)
  if (phone.connection === 'none') throw new Error('request:fail')
  phone.calls.push(structuredClone(data))
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(data), headers: header })
  const value: unknown = await reply.json()
  if (phone.connection === 'no answers') throw new Error('request:fail timeout')
  return { data: value }
}
