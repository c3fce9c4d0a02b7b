import type { createPayApi } from '@local/wechat/pay/api'
import { type Route, readText } from './reply'

const PREFIX = '/wechat-pay'
const BODY_BYTES_MAX = 64 * 1024

/**
 * `/wechat-pay/v3/…`: WeChat Pay's API as if its host were this prefix; what is signed begins with
 * `/v3`.
 */
export const payRoute =
  (api: ReturnType<typeof createPayApi>): Route =>
  async (request) => {
    const { method, path, query, headers } = request
    if (!path.startsWith(`${PREFIX}/v3/`)) return undefined
    const search = query.size > 0 ? new URL(request.raw.url ?? '', 'http://devcloud').search : ''
    const body = await readText(request, BODY_BYTES_MAX)
    return api({ method, path: `${path.slice(PREFIX.length)}${search}`, headers, body })
  }
