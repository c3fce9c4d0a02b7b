import Taro from '@tarojs/taro'
import { CLOUD_ENV, DEVCLOUD_URL, ON_DEVCLOUD } from './build'
import { devcloudPersona } from './identity'

const TIMEOUT_MS = 15_000

/** The payload of a cloud function call. */
export type FunctionCall = { operation: string; input: unknown }

/** Initialises WeChat's cloud; call it once before the first call. Not needed on the devcloud. */
export function openCloud(): void {
  if (!ON_DEVCLOUD) wx.cloud.init(CLOUD_ENV === '' ? {} : { env: CLOUD_ENV })
}

/** Calls a function in WeChat's cloud. Rejects when there is no response. */
async function invokeInCloud(name: string, data: FunctionCall): Promise<unknown> {
  const { result } = await wx.cloud.callFunction({ name, data })
  return result
}

/** Calls a function on the devcloud. Rejects when there is no response. */
const invokeOnDevcloud = (name: string, data: FunctionCall): Promise<unknown> =>
  requestDevcloud(`/functions/${name}`, data)

/** Calls a cloud function; the transport is chosen at build time. */
export const invoke = ON_DEVCLOUD ? invokeOnDevcloud : invokeInCloud

/** POSTs `data` to the devcloud as the chosen persona, or GETs without data. Rejects on failure. */
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
