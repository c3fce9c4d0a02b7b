import type { MessageTemplates } from '@core/domain/platform/platform-settings'
import type { WeChat } from '@core/operations/ports'
import { jsonLog } from '@core/runtime/log'
import { wechatApi } from '@core/runtime/wechat'
import { cloud } from '../sdk'

type Event = { ask: keyof WeChat; about: unknown[]; templates?: MessageTemplates }

/** Asks the shop's own port of WeChat for what the event says. */
export const main = ({ ask, about, templates = {} }: Event): unknown => {
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  const wechat = wechatApi(async () => templates, jsonLog({ function: 'speaker' }))
  const call = wechat[ask] as (...about: unknown[]) => Promise<unknown>
  return call(...about)
}
