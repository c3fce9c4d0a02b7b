import { notificationData } from '@core/domain/notifications/notification'
import type { MessageTemplates } from '@core/domain/platform/platform-settings'
import { fail, ok } from '@core/kernel/result'
import type { Log } from '../operations/context'
import type { TextScene, WeChat, WeChatFailure } from '../operations/ports'
import { askForTrace } from './wechat-api/parcel-trace'
import { openApi, refusalOf } from './wechat-api/sdk'
import { shippingRequest, shippingResult } from './wechat-api/shipping-info'

/** `scene` of `security.msgSecCheck`. */
const SCENES: Record<TextScene, number> = { profile: 1, comment: 2, forum: 3, social: 4 }
/** Characters that `security.msgSecCheck` accepts per call. */
const CHECKED_MAX = 2_500
/** Bytes of a text in the customer service chat. */
const CHAT_BYTES_MAX = 2_048
/** Characters of a truncated text: a Chinese one has three bytes. */
const CHAT_CHARACTERS_MAX = 680

/** The member refused the message, or their subscriptions are used up. */
const NO_GRANT = 43_101
/** The customer has been silent for 48 hours, or has never written. */
const TOO_LATE = 45_015
/** More answers than WeChat allows per customer message. */
const TOO_MANY = 45_047

/** WeChat's open API, called with the identity of the cloud environment. */
export function wechatApi(readTemplates: () => Promise<MessageTemplates>, log: Log): WeChat {
  const checkText = textCheck(log)
  return {
    templateIds: async () =>
      Object.fromEntries(
        Object.entries(await readTemplates()).flatMap(([kind, template]) =>
          template ? [[kind, template.id]] : [],
        ),
      ),
    checkText,
    isTextAllowed: async (text, openid) => (await checkText(text, openid, 'profile')) !== 'risky',
    async sendMessage({ openid, template, page, fields }) {
      const found = (await readTemplates())[template]
      if (!found) return 'NO_TEMPLATE'
      const values = Object.entries(notificationData(fields, found))
      const data = Object.fromEntries(values.map(([key, value]) => [key, { value }]))
      try {
        const request = { touser: openid, templateId: found.id, page, data }
        await openApi().subscribeMessage.send(request)
        return 'SENT'
      } catch (error) {
        const { code, reason } = refusalOf(error)
        if (code === NO_GRANT) return 'NO_GRANT'
        log.error('message-not-sent', { template, reason })
        return 'FAILED'
      }
    },
    async uploadShippingInfo(info) {
      const request = shippingRequest(info)
      if (!request.ok) return request
      try {
        await openApi().wxa.sec.order.uploadShippingInfo(request.value)
        return ok(null)
      } catch (error) {
        return shippingResult(refusalOf(error))
      }
    },
    async traceParcel(parcel) {
      try {
        return await askForTrace(parcel)
      } catch (error) {
        const { reason } = refusalOf(error)
        return fail<WeChatFailure>({ code: 'WECHAT_FAILED', reason, isFinal: false })
      }
    },
    sendCustomerServiceText: chatAnswer(log),
  }
}

const textCheck =
  (log: Log): WeChat['checkText'] =>
  async (text, openid, scene) => {
    try {
      const check = await openApi().security.msgSecCheck({
        version: 2,
        scene: SCENES[scene],
        openid,
        content: [...text].slice(0, CHECKED_MAX).join(''),
      })
      return check.result?.suggest ?? 'unchecked'
    } catch (error) {
      // A failing check must not cause an outage: it is logged, and the caller decides whether the
      // text waits for the staff.
      log.error('text-not-checked', { reason: refusalOf(error).reason })
      return 'unchecked'
    }
  }

const chatAnswer =
  (log: Log): WeChat['sendCustomerServiceText'] =>
  async (openid, text) => {
    const message = { touser: openid, msgtype: 'text', text: { content: truncated(text) } } as const
    try {
      await openApi().customerServiceMessage.send(message)
      return 'SENT'
    } catch (error) {
      const { code, reason } = refusalOf(error)
      if (code === TOO_LATE) return 'TOO_LATE'
      if (code === TOO_MANY) return 'TOO_MANY'
      log.error('chat-not-answered', { reason })
      return 'FAILED'
    }
  }

/** Truncates without splitting a character. */
const truncated = (text: string): string =>
  Buffer.byteLength(text) <= CHAT_BYTES_MAX
    ? text
    : `${[...text].slice(0, CHAT_CHARACTERS_MAX).join('')}…`
