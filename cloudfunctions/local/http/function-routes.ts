import { EVENT_BYTES_MAX } from '@local/functions/invoker'
import type { FunctionInvoker } from '@local/ports'
import { type DevcloudRequest, HttpError, json, type Reply, readObject, readText } from './reply'

/** HTTP access takes bodies of this size in the cloud (docs.cloudbase.net/error-code). */
const HTTP_BODY_BYTES_MAX = 6 * 1024 * 1024

/** An openid as the SDK passes it on: one of digits alone would become a number there (§2.4). */
const OPENID = /^(?=.*[A-Za-z])[\w-]{6,64}$/

/** What the routes to functions work with. */
export type FunctionRoutesOptions = { invoker: FunctionInvoker; appid: string }

const openidOf = ({ headers }: DevcloudRequest): string => {
  const openid = headers['x-wx-openid']
  if (openid !== undefined && OPENID.test(openid)) return openid
  throw new HttpError(
    400,
    'OPENID_REQUIRED',
    'the header x-wx-openid must name the WeChat user: 6 to 64 of A-Z a-z 0-9 _ -, one a letter',
  )
}

/** `POST /functions/<name>`: a client calls a function, as `wx.cloud.callFunction` does. */
export const functionRoute =
  ({ invoker, appid }: FunctionRoutesOptions) =>
  async (request: DevcloudRequest): Promise<Reply | undefined> => {
    const name = /^\/functions\/([\w-]+)$/.exec(request.path)?.[1]
    if (name === undefined || request.method !== 'POST') return undefined
    const event = await readObject(request, EVENT_BYTES_MAX)
    const caller = { appid, openid: openidOf(request), source: 'wx_client' }
    return json(await invoker.invoke(name, event, caller))
  }

/** What a function may answer over HTTP access; anything else is sent as JSON. */
type HttpAnswer = {
  statusCode?: number
  headers?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

const isHttpAnswer = (value: unknown): value is HttpAnswer & { statusCode: number } =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as HttpAnswer).statusCode === 'number'

const toReply = (value: unknown): Reply => {
  if (!isHttpAnswer(value)) return json(value)
  const { statusCode: status, headers = {}, body = '', isBase64Encoded = false } = value
  return { status, headers, body: isBase64Encoded ? Buffer.from(body, 'base64') : body }
}

/** `/http/<function>/…`: HTTP access, with CloudBase's event and without an openid. */
export const httpAccessRoute =
  ({ invoker, appid }: FunctionRoutesOptions) =>
  async (request: DevcloudRequest): Promise<Reply | undefined> => {
    const [, name, rest = ''] = /^\/http\/([\w-]+)(\/.*)?$/.exec(request.path) ?? []
    if (name === undefined) return undefined
    const event = {
      path: `/${name}${rest}`,
      httpMethod: request.method,
      headers: request.headers,
      queryStringParameters: Object.fromEntries(request.query),
      requestContext: { path: `/${name}`, httpMethod: request.method },
      body: await readText(request, HTTP_BODY_BYTES_MAX),
      isBase64Encoded: false,
    }
    return toReply(await invoker.invoke(name, event, { appid, source: 'wx_http' }))
  }
