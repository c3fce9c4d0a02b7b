import type { DevcloudState } from './devcloud-state'
import { readDeployed } from './functions/deployed'
import { createInvoker } from './functions/invoker'
import { createPool } from './functions/pool'
import { createGateway } from './gateway/gateway'
import { environmentOf } from './platform'
import { functionEnvironment } from './secrets'
import { createChatPush } from './wechat/chat-push'
import { createCustomerChat } from './wechat/customer-chat'
import { createOpenApi } from './wechat/openapi'
import { createPayAnswers } from './wechat/pay/answers'
import { createPayApi } from './wechat/pay/api'
import { createBills } from './wechat/pay/bill'
import { createCallbackDispatcher } from './wechat/pay/callback-dispatcher'
import { createCashier } from './wechat/pay/cashier'
import { createCloudPay } from './wechat/pay/cloud-pay'
import { openPayLedger } from './wechat/pay/ledger'
import { createNotifier } from './wechat/pay/notices'
import { createRefundProcessor } from './wechat/pay/refund-processor'
import { createShippingInfos } from './wechat/shipping-info'
import { createSubscriptionMessages } from './wechat/subscription-messages'

/** What the cloud is built from. */
export type CloudOptions = {
  state: DevcloudState
  /** The server's address, known once it listens. */
  baseUrl(): string
  filesFolder: string
  functionsDir: string
  runnerFile: string
  poolSize: number | undefined
  environment: Record<string, string>
  /** Whether the shop's database holds the settings that need no variables then. */
  hasSettings: boolean
  owners: readonly string[]
}

/** Functions, gateway and WeChat's side, joined. Nothing runs before the first call. */
export const createCloud = (options: CloudOptions) => {
  const { state, baseUrl } = options
  const { records, clock, secrets, store, faults, metrics } = state
  const functions = readDeployed(options.functionsDir)
  const { runnerFile } = options
  const pool = createPool({ runnerFile, gateway: (r) => gateway.answerWorker(r) }, options.poolSize)
  const invoker = createInvoker({
    functions,
    pool,
    clock,
    hooks: {
      onLine: (name, text) => metrics.onLine(name, text),
      onBlocked: (name, target) => metrics.onBlocked(name, target),
      extraDeliveries: (name) => faults.extraDeliveries(name),
    },
    sessionKey: secrets.sessionKey,
    gatewayUrl: () => `${baseUrl()}/admin`,
    ownEnvironment: (functionName) =>
      environmentOf(functionName, {
        deployed: functionEnvironment(secrets, { baseUrl: baseUrl(), owners: options.owners }),
        given: options.environment,
        hasSettings: options.hasSettings,
      }),
  })
  const messages = createSubscriptionMessages(records, clock)
  const chat = createCustomerChat(records, clock)
  const context = { ledger: openPayLedger(records), secrets, clock }
  const answers = createPayAnswers(records)
  const dispatcher = createCallbackDispatcher(createNotifier(secrets, clock), invoker, answers)
  const refunds = createRefundProcessor(context, dispatcher, records)
  const bills = createBills(context, records)
  const payments = { context, refunds, bills, answers }
  const shipping = createShippingInfos(records, context)
  const gateway = createGateway({
    store,
    functions: invoker,
    openApi: createOpenApi({ functions, messages, chat, shipping, records, clock }),
    cloudPay: createCloudPay({ ...payments, hasFunction: (name) => functions.has(name) }),
    faults,
    crash: () => pool.crash(),
    sessionKey: secrets.sessionKey,
    filesFolder: options.filesFolder,
    onCall: (call) => metrics.onGatewayCall(call),
  })
  /** Calls from now on run the bundles that are there now; new timers need a restart. */
  const reloadFunctions = () => {
    const deployed = readDeployed(options.functionsDir)
    functions.clear()
    for (const [name, one] of deployed) functions.set(name, one)
    pool.renew()
  }
  const triggers = [...functions.values()].flatMap(({ trigger }) => trigger ?? [])
  return {
    triggers,
    pool,
    reloadFunctions,
    invoker,
    gateway: gateway.serve,
    messages,
    chat,
    chatPush: createChatPush({ chat, invoker, clock }),
    shipping,
    refunds,
    bills,
    answers,
    payApi: createPayApi({ ...payments, apiUrl: () => `${baseUrl()}/wechat-pay` }),
    cashier: createCashier(context, dispatcher),
  }
}
