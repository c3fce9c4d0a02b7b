import { resolve } from 'node:path'
import { createCloud } from './cloud'
import { claimDataFolder } from './data-folder'
import { DevcloudError } from './devcloud-error'
import { openDevcloudState } from './devcloud-state'
import type { ClockStep, Devcloud, DevcloudOptions } from './devcloud-types'
import { readCollections } from './functions/deployed'

import { devcloudRoutes } from './http/devcloud-routes'
import { functionRoute, httpAccessRoute } from './http/function-routes'

import { payRoute } from './http/pay-route'

import { closeServer, createDevcloudServer, listen } from './http/server'
import { type SiteOptions, siteFiles, siteRoutes } from './http/site-routes'
import { uploadRoute } from './http/upload-route'

import { holdsSettings, storePlatform } from './platform'
import { idleTimers } from './resting'
import { DEVCLOUD_APPID } from './secrets'
import { DAY_MS, HOUR_MS } from './time'
import { createTimers, type Jump } from './timers'

const ROOT = resolve(__dirname, '../..')
const COLLECTIONS_FILE = resolve(ROOT, 'dist/cloudfunctions/collections.json')

const stepMs = ({ days = 0, hours = 0, minutes = 0 }: ClockStep) =>
  days * DAY_MS + hours * HOUR_MS + (minutes * HOUR_MS) / 60

const instantOf = (to: number | string): number => {
  const instant = new Date(to).getTime()
  if (Number.isNaN(instant)) throw new DevcloudError(`"${to}" is no date and time`)
  return instant
}

/** The functions as they are deployed: where they lie, and what they are given. */
const deploymentOf = (options: DevcloudOptions) => ({
  functionsDir: options.functionsDir ?? resolve(ROOT, 'dist/cloudfunctions'),
  runnerFile: options.runnerFile ?? resolve(ROOT, 'dist/devcloud/runner.js'),
  poolSize: options.poolSize,
  environment: options.environment ?? {},
  owners: (options.personas ?? []).filter(({ role }) => role === 'merchant').map((p) => p.openid),
})

type WeChatSide =
  | 'pay'
  | 'refunds'
  | 'bills'
  | 'payAnswers'
  | 'messages'
  | 'subscribe'
  | 'chat'
  | 'shippingInfos'

/** What customers do in WeChat, and what the shop sent to WeChat. */
const wechatOf = (cloud: ReturnType<typeof createCloud>): Pick<Devcloud, WeChatSide> => ({
  pay: (order) => cloud.cashier(order),
  refunds: (order) => cloud.refunds.process(order),
  bills: (plan) => cloud.bills.order(plan),
  payAnswers: (...answers) => cloud.answers.order(answers),
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

/** The collections as they are built now. */
const collectionsOf = ({ collections }: DevcloudOptions) =>
  collections ?? readCollections(COLLECTIONS_FILE)

const build = async (options: DevcloudOptions, undo: (() => unknown)[]): Promise<Devcloud> => {
  const paths = await claimDataFolder(options.dataDir ?? ':memory:')
  undo.push(() => paths.release())
  const collections = collectionsOf(options)
  const state = await openDevcloudState(paths, { ...options, collections })
  undo.push(() => state.close())
  const hasSettings = options.storesPlatform ?? holdsSettings(collections)
  if (hasSettings) await storePlatform(state)
  const address = { port: 0, baseUrl: () => `http://127.0.0.1:${address.port}` }
  const cloud = createCloud({
    state,
    baseUrl: address.baseUrl,
    filesFolder: paths.files,
    hasSettings,
    ...deploymentOf(options),
  })
  undo.push(() => cloud.pool.close())
  const waits = { settled: cloud.refunds.settled, isIdle: idleTimers(state.store) }
  const timers = createTimers({ ...cloud, ...state, ...waits, appid: DEVCLOUD_APPID })
  undo.push(() => timers.stop())

  const { invoker } = cloud
  const { clock, metrics, faults } = state
  const set = async (to: number | string, how?: Jump) => timers.moveTo(instantOf(to), how)
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
    copy: () => state.copy(),
    restore: (copy) => timers.pausedFor(() => state.restore(copy)),
    reset: async () => {
      await timers.reset(() => state.forget())
      if (hasSettings) await storePlatform(state)
      await options.afterReset?.(devcloud)
    },
    reloadFunctions: () => {
      state.store.ensureCollections(collectionsOf(options))
      cloud.reloadFunctions()
    },
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
