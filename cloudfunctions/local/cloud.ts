import type { DevcloudParts } from './devcloud-parts'
import { readDeployed } from './functions/deployed'
import { createInvoker } from './functions/invoker'
import { createPool } from './functions/pool'
import { createGateway } from './gateway/gateway'
import { functionEnvironment } from './secrets'
import { createChatPush } from './wechat/chat-push'
import { createCustomerChat } from './wechat/customer-chat'
import { createMessages } from './wechat/messages'
import { createOpenApi } from './wechat/openapi'
import { createPayApi } from './wechat/pay/api'
import { createBills } from './wechat/pay/bill'
import { openBook } from './wechat/pay/book'
import { createCashier } from './wechat/pay/cashier'
import { createCloudPay } from './wechat/pay/cloud-pay'
import { createNotifier } from './wechat/pay/notices'
import { createRefundDevcloud } from './wechat/pay/refund-plan'
import { createTeller } from './wechat/pay/teller'
import { createShippingInfos } from './wechat/shipping-info'

/** What the cloud is put together from. */
export type CloudOptions = {
  parts: DevcloudParts
  /** Known once the server listens. */
  baseUrl(): string
  filesFolder: string
  functionsDir: string
  runnerFile: string
  poolSize: number | undefined
  environment: Record<string, string>
  owners: readonly string[]
}

/** Functions, gateway and WeChat's side, joined. Nothing runs until somebody calls. */
export const createCloud = (options: CloudOptions) => {
  const { parts, baseUrl } = options
  const { records, clock, secrets, store, faults, metrics } = parts
  const functions = readDeployed(options.functionsDir)
  const pool = createPool(options.runnerFile, options.poolSize)
  const invoker = createInvoker({
    functions,
    pool,
    clock,
    watch: {
      onLine: (name, text) => metrics.onLine(name, text),
      onBlocked: (name, target) => metrics.onBlocked(name, target),
      extraDeliveries: (name) => faults.extraDeliveries(name),
    },
    sessionKey: secrets.sessionKey,
    gatewayUrl: () => `${baseUrl()}/admin`,
    ownEnvironment: () => ({
      ...functionEnvironment(secrets, { baseUrl: baseUrl(), owners: options.owners }),
      ...options.environment,
    }),
  })
  const messages = createMessages(records, clock)
  const chat = createCustomerChat(records, clock)
  const context = { book: openBook(records), secrets, clock }
  const teller = createTeller(createNotifier(secrets, clock), invoker)
  const refunds = createRefundDevcloud(context, teller, records)
  const bills = createBills(context, records)
  const shipping = createShippingInfos(records, context)
  const gateway = createGateway({
    store,
    functions: invoker,
    openApi: createOpenApi({ functions, messages, chat, shipping, records, clock }),
    cloudPay: createCloudPay({
      context,
      refunds,
      bills,
      hasFunction: (name) => functions.has(name),
    }),
    faults,
    sessionKey: secrets.sessionKey,
    filesFolder: options.filesFolder,
    onCall: (call) => metrics.onGatewayCall(call),
  })
  const triggers = [...functions.values()].flatMap(({ trigger }) => trigger ?? [])
  return {
    triggers,
    pool,
    invoker,
    gateway,
    messages,
    chat,
    chatPush: createChatPush({ chat, invoker, clock }),
    shipping,
    refunds,
    bills,
    payApi: createPayApi({ context, refunds, bills, apiUrl: () => `${baseUrl()}/wechat-pay` }),
    cashier: createCashier(context, teller),
  }
}
