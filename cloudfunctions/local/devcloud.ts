import { resolve } from 'node:path'
import type { ClockOptions } from './clock'
import { createCloud } from './cloud'
import { claimDataFolder } from './data-folder'
import type { QueryReport } from './database/reader'
import { DevcloudError } from './devcloud-error'
import { openDevcloudState } from './devcloud-state'
import type { DevcloudFaults } from './faults'
import { devcloudRoutes } from './http/devcloud-routes'
import { functionRoute, httpAccessRoute } from './http/function-routes'
import type { LiveReload } from './http/live-reload'
import { payRoute } from './http/pay-route'
import type { Persona } from './http/personas'
import { closeServer, createDevcloudServer, listen } from './http/server'
import { type SiteOptions, siteFiles, siteRoutes } from './http/site-routes'
import { uploadRoute } from './http/upload-route'
import type { Metrics } from './metrics'
import type { Caller, CollectionSpec } from './ports'
import { DEVCLOUD_APPID } from './secrets'
import { DAY_MS, HOUR_MS } from './time'
import { createTimers, type FiredTimer } from './timers'
import type { ChatMessage } from './wechat/chat-push'
import type { ChatAnswer } from './wechat/customer-chat'
import type { BillFaults } from './wechat/pay/bill'
import type { PaymentCommand, PaymentResult } from './wechat/pay/cashier'
import type { RefundCommand, RefundResult } from './wechat/pay/refund-processor'
import type { ShippingRecord } from './wechat/shipping-info'
import type { SentMessage } from './wechat/subscription-messages'

const ROOT = resolve(__dirname, '../..')

/** How to start a local cloud; everything has a default fit for a test. */
export type DevcloudOptions = {
  /** A folder, or `:memory:` (the default) for a local cloud that keeps nothing. */
  dataDir?: string
  /** 0, the default, lets the system choose. */
  port?: number
  /** The collections of the database; the shop's by default. */
  collections?: readonly CollectionSpec[]
  /** Real time by default; `{ frozen: true, start }` stays there until moved. */
  clock?: ClockOptions
  /** Whether timers fire by themselves as time passes; by default unless the clock is frozen. */
  isTicking?: boolean
  personas?: readonly Persona[]
  /** Workers kept warm. */
  poolSize?: number
  /** Where the built functions and the built runner are; the project's `dist` by default. */
  functionsDir?: string
  runnerFile?: string
  /** Where the built pages and pictures are. */
  h5Dir?: string
  picturesDir?: string
  /** Makes open pages reload after a build. */
  liveReload?: LiveReload
  /** Environment variables of the functions; they override the local cloud's. */
  environment?: Record<string, string>
  /** Receives the lines that functions print. */
  log?: (line: string) => void
  /** Receives the store's warnings (a scan without an index). */
  warn?: (line: string) => void
  /** Receives a report of each query. */
  onQuery?: (report: QueryReport) => void
  /** Fills a fresh shop again after a reset. */
  afterReset?: (devcloud: Devcloud) => Promise<void>
}

/** How far to move the clock. */
export type ClockStep = { days?: number; hours?: number; minutes?: number }

/** The cloud in a local cloud, running. */
export interface Devcloud {
  readonly url: string
  readonly port: number
  /** Calls a function as a WeChat user. Rejects with a `CloudError`. */
  invoke(name: string, event: unknown, openid: string): Promise<unknown>
  /** Calls a function as anyone: HTTP access, another function. */
  invokeAs(name: string, event: unknown, caller: Partial<Caller>): Promise<unknown>
  /** Fires a function's timer now, whatever its expression says. */
  fireTimer(functionName: string): Promise<FiredTimer>
  readonly clock: {
    now(): number
    /** Moves forward to an instant (epoch ms or ISO), firing the timers on the way. */
    set(instant: number | string): Promise<FiredTimer[]>
    advance(step: ClockStep): Promise<FiredTimer[]>
  }
  /** The customer pays in WeChat, or closes the cashier. */
  pay(order: PaymentCommand): Promise<PaymentResult>
  /** Sets the outcome of future refunds, or finishes a pending one. */
  refunds(order: RefundCommand): Promise<RefundResult>
  /** Sets the errors of WeChat Pay's daily statements from now on. */
  bills(plan: BillFaults): void
  /** The subscription messages that were sent. */
  messages(): SentMessage[]
  /** A member allows one more message of each template. */
  subscribe(consent: { openid: string; templateIds: readonly string[] }): void
  /** The customer service chat: a customer writes, and what the shop has answered. */
  readonly chat: { write(message: ChatMessage): Promise<unknown>; answers(): ChatAnswer[] }
  /** The shipping infos that were uploaded to WeChat. */
  shippingInfos(): ShippingRecord[]
  readonly metrics: Pick<Metrics, 'report' | 'lines' | 'clear'>
  readonly faults: Pick<DevcloudFaults, 'add' | 'list' | 'clear'>
  /** Documents per collection. */
  counts(): Record<string, number>
  /** Calls from now on run the bundles that were built meanwhile. */
  reloadFunctions(): void
  /** A fresh shop: no data, no messages, no payments, the clock at its start. */
  reset(): Promise<void>
  close(): Promise<void>
}

const stepMs = ({ days = 0, hours = 0, minutes = 0 }: ClockStep) =>
  days * DAY_MS + hours * HOUR_MS + (minutes * HOUR_MS) / 60

type WeChatSide = 'pay' | 'refunds' | 'bills' | 'messages' | 'subscribe' | 'chat' | 'shippingInfos'

/** What customers do in WeChat, and what the shop sent to WeChat. */
const wechatOf = (cloud: ReturnType<typeof createCloud>): Pick<Devcloud, WeChatSide> => ({
  pay: (order) => cloud.cashier(order),
  refunds: (order) => cloud.refunds.process(order),
  bills: (plan) => cloud.bills.order(plan),
  messages: () => cloud.messages.list(),
  subscribe: ({ openid, templateIds }) => cloud.messages.allow(openid, templateIds),
  chat: { write: cloud.chatPush, answers: () => cloud.chat.list() },
  shippingInfos: () => cloud.shipping.list(),
})

const siteOf = (options: DevcloudOptions): SiteOptions => ({
  h5Folder: options.h5Dir ?? resolve(ROOT, 'dist/h5'),
  picturesFolder: options.picturesDir ?? resolve(ROOT, 'dist/pictures'),
  personas: options.personas ?? [],
  liveReload: options.liveReload,
})

const build = async (options: DevcloudOptions, undo: (() => unknown)[]): Promise<Devcloud> => {
  const paths = await claimDataFolder(options.dataDir ?? ':memory:')
  undo.push(() => paths.release())
  const state = await openDevcloudState(paths, options)
  undo.push(() => state.close())
  const address = { port: 0, baseUrl: () => `http://127.0.0.1:${address.port}` }
  const cloud = createCloud({
    state,
    baseUrl: address.baseUrl,
    filesFolder: paths.files,
    functionsDir: options.functionsDir ?? resolve(ROOT, 'dist/cloudfunctions'),
    runnerFile: options.runnerFile ?? resolve(ROOT, 'dist/devcloud/runner.js'),
    poolSize: options.poolSize,
    environment: options.environment ?? {},
    owners: (options.personas ?? []).filter(({ role }) => role === 'merchant').map((p) => p.openid),
  })
  undo.push(() => cloud.pool.close())
  const timers = createTimers({ ...cloud, ...state, appid: DEVCLOUD_APPID })
  undo.push(() => timers.stop())

  const { invoker } = cloud
  const { clock, metrics, faults } = state
  const set = async (to: number | string) => {
    const instant = new Date(to).getTime()
    if (Number.isNaN(instant)) throw new DevcloudError(`"${to}" is no date and time`)
    return timers.moveTo(instant)
  }
  const devcloud: Devcloud = {
    get url() {
      return address.baseUrl()
    },
    get port() {
      return address.port
    },
    invoke: (name, event, openid) =>
      invoker.invoke(name, event, { appid: DEVCLOUD_APPID, openid, source: 'wx_client' }),
    invokeAs: (name, event, caller) =>
      invoker.invoke(name, event, { appid: DEVCLOUD_APPID, source: 'wx_client', ...caller }),
    fireTimer: (functionName) => timers.fireNow(functionName),
    clock: { now: () => clock.now(), set, advance: (step) => set(clock.now() + stepMs(step)) },
    ...wechatOf(cloud),
    metrics,
    faults,
    counts: () => state.store.counts(),
    reset: async () => {
      await timers.reset(() => state.forget())
      await options.afterReset?.(devcloud)
    },
    reloadFunctions: cloud.reloadFunctions,
    close: () => undoAll(undo),
  }
  const site = siteOf(options)
  const routes = [
    functionRoute({ invoker, appid: DEVCLOUD_APPID }),
    httpAccessRoute({ invoker, appid: DEVCLOUD_APPID }),
    payRoute(cloud.payApi),
    uploadRoute(paths.files),
    devcloudRoutes(devcloud, site.personas),
    ...siteRoutes(site),
  ]
  const server = createDevcloudServer({ routes, files: siteFiles(site), gateway: cloud.gateway })
  address.port = await listen(server, options.port ?? 0)
  undo.push(() => closeServer(server))
  paths.announce(address.port)
  if (options.isTicking ?? !clock.isFrozen) timers.startTicking()
  return devcloud
}

/** Undoes the steps in reverse order; a second call does nothing. */
const undoAll = async (undo: (() => unknown)[]) => {
  for (const step of undo.splice(0).reverse()) await step()
}

/** Starts a devcloud. Rejects with a `DevcloudError` whose message is one sentence for the user. */
export const startDevcloud = async (options: DevcloudOptions = {}): Promise<Devcloud> => {
  // The cloud's processes run in UTC; workers take the zone of this one.
  process.env.TZ = 'UTC'
  const undo: (() => unknown)[] = []
  try {
    return await build(options, undo)
  } catch (error) {
    await undoAll(undo)
    throw error
  }
}
