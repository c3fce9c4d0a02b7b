import type { IncomingMessage } from 'node:http'
import type { DevcloudRequest } from './reply'
import { HttpError } from './reply'

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/

/** The origin of a mini program's pages in WeChat's tools. */
const WECHAT_ORIGIN = 'https://servicewechat.com'

const isOwnOrigin = (origin: string) =>
  origin === WECHAT_ORIGIN || (URL.canParse(origin) && LOOPBACK.test(new URL(origin).host))

/** Whether a request comes from a program of this machine, and not from a page. */
export const isLoopback = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined && LOOPBACK.test(headers.host ?? '')

/**
 * Refuses requests that do not come from this machine's own pages. Any web site that a developer
 * visits can send requests here, and can resolve its own host name to this address.
 */
export const checkLoopback = ({ headers }: DevcloudRequest): void => {
  if (!LOOPBACK.test(headers.host ?? '')) {
    throw new HttpError(
      403,
      'FOREIGN_HOST',
      'the local cloud answers to 127.0.0.1 and localhost only',
    )
  }
  if (headers.origin !== undefined && !isOwnOrigin(headers.origin)) {
    throw new HttpError(
      403,
      'FOREIGN_ORIGIN',
      `pages of ${headers.origin} may not use the devcloud`,
    )
  }
}

/**
 * Lets another page of this machine read the answer: a mini program in WeChat's tools, a test page.
 */
export const corsHeaders = ({ headers }: DevcloudRequest): Record<string, string> => {
  const { origin } = headers
  if (origin === undefined || !isOwnOrigin(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'content-type, x-wx-openid',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    vary: 'Origin',
  }
}
