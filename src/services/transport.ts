import Taro from '@tarojs/taro'
import { CLOUD_ENV, DEVCLOUD_URL, ON_DEVCLOUD } from './build'
import { devcloudPersona } from './identity'

/** A function that was not heard of for so long is taken for lost. */
const TIMEOUT_MS = 15_000

/** One question to a cloud function. */
export type FunctionCall = { operation: string; input: unknown }

/** Opens the way to WeChat's cloud; once, before the first question. A devcloud needs none. */
export function openCloud(): void {
  if (!ON_DEVCLOUD) wx.cloud.init(CLOUD_ENV === '' ? {} : { env: CLOUD_ENV })
}

/** Asks a cloud function in WeChat's cloud. Rejects when no answer comes. */
async function invokeInCloud(name: string, data: FunctionCall): Promise<unknown> {
  const { result } = await wx.cloud.callFunction({ name, data })
  return result
}

/** Asks a cloud function on the devcloud. Rejects when no answer comes. */
const invokeOnDevcloud = (name: string, data: FunctionCall): Promise<unknown> =>
  requestDevcloud(`/functions/${name}`, data)

/** The way to the cloud functions, chosen when the shop was built. */
export const invoke = ON_DEVCLOUD ? invokeOnDevcloud : invokeInCloud

/** Posts to the devcloud as the chosen persona; without data it gets. Rejects when no answer comes. */
export async function requestDevcloud(path: string, data?: object): Promise<unknown> {
  const answer = await Taro.request({
    url: `${DEVCLOUD_URL}${path}`,
    method: data ? 'POST' : 'GET',
    data: data ?? {},
    header: { 'content-type': 'application/json', 'x-wx-openid': devcloudPersona() },
    timeout: TIMEOUT_MS,
  })
  return answer.data
}
