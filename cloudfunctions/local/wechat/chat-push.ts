import { randomUUID } from 'node:crypto'
import type { Clock, FunctionInvoker } from '@local/ports'
import { DEVCLOUD_APPID } from '@local/secrets'
import type { CustomerChat } from './customer-chat'

/** The function that the console's 消息推送 would name. */
const RECEIVER = 'customer-messages'

/** What a customer writes in the chat. The same `messageId` again is WeChat pushing once more. */
export type ChatMessage = { openid: string; text?: string; messageId?: string }

/** What pushes are made with. */
export type ChatPushOptions = { chat: CustomerChat; invoker: FunctionInvoker; clock: Clock }

/**
 * A customer opens the chat, and what they write there is pushed to the shop's function as WeChat
 * does it; answers what the function answered, `null` when nothing was written.
 */
export const createChatPush =
  ({ chat, invoker, clock }: ChatPushOptions) =>
  async ({ openid, text, messageId = randomUUID() }: ChatMessage): Promise<unknown> => {
    chat.open(openid)
    if (text === undefined) return null
    const event = {
      ToUserName: 'gh_devcloud',
      FromUserName: openid,
      CreateTime: Math.floor(clock.now() / 1000),
      MsgType: 'text',
      Content: text,
      MsgId: messageId,
    }
    return invoker.invoke(RECEIVER, event, { appid: DEVCLOUD_APPID, openid, source: 'wx_unknown' })
  }
