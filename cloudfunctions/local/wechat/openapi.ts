import type { DeployedFunction } from '@local/functions/deployed'
import type { Clock, OpenApi, OpenApiReply } from '@local/ports'
import type { DevcloudRecords } from '@local/records'
import type { CustomerChat } from './customer-chat'
import { drawMiniCode } from './mini-code'
import { createParcelTrace } from './parcel-trace'
import { createPhoneNumbers } from './phone-numbers'
import type { ShippingInfos } from './shipping-info'
import type { SubscriptionMessages } from './subscription-messages'
import { checkText } from './text-check'

/** What WeChat's open API in the local cloud works with. */
export type OpenApiOptions = {
  functions: ReadonlyMap<string, DeployedFunction>
  messages: SubscriptionMessages
  chat: CustomerChat
  shipping: ShippingInfos
  records: DevcloudRecords
  clock: Clock
}

type Handler = (args: Record<string, unknown>) => OpenApiReply | Promise<OpenApiReply>

const json = (body: Record<string, unknown>): OpenApiReply => ({ kind: 'json', body })

/** WeChat's open API for functions; a function's config.json lists what it may call. */
export const createOpenApi = (options: OpenApiOptions): OpenApi => {
  const { functions, messages, chat, shipping, records, clock } = options
  const phoneNumbers = createPhoneNumbers(records, clock)
  const tracePath = createParcelTrace(records, clock)
  const handlers = new Map<string, Handler>([
    ['subscribeMessage.send', (args) => json(messages.send(args))],
    ['customerServiceMessage.send', (args) => json(chat.send(args))],
    ['wxa.sec.order.uploadShippingInfo', (args) => json(shipping.upload(args))],
    ['logistics.getPath', (args) => json(tracePath(args))],
    ['wxacode.getUnlimited', drawMiniCode],
    ['security.msgSecCheck', (args) => json(checkText(args))],
    ['phonenumber.getPhoneNumber', (args) => json(phoneNumbers(args))],
  ])
  return {
    call: async ({ api, args, functionName }) => {
      const handler = handlers.get(api)
      if (!handler) return json({ errcode: -604100, errmsg: 'API not found' })
      const granted = functions.get(functionName ?? '')?.openApis ?? []
      if (!granted.includes(api)) {
        return json({ errcode: -604101, errmsg: 'function has no permission to call this API' })
      }
      return handler(args)
    },
  }
}
