import type { DeskParts } from './desk-parts'
import { readDeployed } from './functions/deployed'
import { createInvoker } from './functions/invoker'
import { createPool } from './functions/pool'
import { createGateway } from './gateway/gateway'
import { functionEnvironment } from './secrets'
import { createMessages } from './wechat/messages'
import { createOpenApi } from './wechat/openapi'
import { createPayApi } from './wechat/pay/api'
import { openBook } from './wechat/pay/book'
import { createCashier } from './wechat/pay/cashier'
import { createNotifier } from './wechat/pay/notices'

/** What the cloud is put together from. */
export type CloudOptions = {
  parts: DeskParts
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
  const gateway = createGateway({
    store,
    functions: invoker,
    openApi: createOpenApi({ functions, messages, records, clock }),
    faults,
    sessionKey: secrets.sessionKey,
    filesFolder: options.filesFolder,
    onCall: (call) => metrics.onGatewayCall(call),
  })
  const notify = createNotifier(secrets, clock)
  const payContext = { book: openBook(records), secrets, clock }
  const triggers = [...functions.values()].flatMap(({ trigger }) => trigger ?? [])
  return {
    triggers,
    pool,
    invoker,
    gateway,
    messages,
    payApi: createPayApi(payContext, notify),
    cashier: createCashier(payContext, notify),
  }
}
