import type { Devcloud } from '@local/devcloud-types'
import taro from '../builders/taro'

/** A function call as the phone sent it. */
type SentCall = { operation: string; input: unknown }
type HttpRequest = { url: string; data: SentCall; header: Record<string, string> }

/** What a test can read from the phone of the stores, and control. */
export type TestPhone = {
  /** Stored values by key. */
  storage: Map<string, unknown>
  /** Toasts shown, oldest first. */
  toasts: string[]
  calls: SentCall[]
  /** With `no answers` calls are executed but their responses are lost. */
  connection: 'good' | 'none' | 'no answers'
  /** Called with every call before it is sent. */
  onCall: (call: SentCall) => void
}

/**
 * A phone that calls the devcloud by HTTP, like the mini program built for a devcloud. Call it
 * before the stores are first required: they read the URL when they load.
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
    request: (call: HttpRequest) => sendRequest(phone, call),
  })
  return phone
}

async function sendRequest(phone: TestPhone, call: HttpRequest): Promise<{ data: unknown }> {
  const { url, data, header } = call
  phone.onCall(data)
  if (phone.connection === 'none') throw new Error('request:fail')
  phone.calls.push(structuredClone(data))
  const reply = await fetch(url, { method: 'POST', body: JSON.stringify(data), headers: header })
  const value: unknown = await reply.json()
  if (phone.connection === 'no answers') throw new Error('request:fail timeout')
  return { data: value }
}
