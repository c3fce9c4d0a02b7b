import type { Cloud, CloudCall } from './cloud'
import { componentRegistry, type SetDataCall } from './components'
import { type LogicLayer, openLogicLayer } from './logic-layer'
import { type AppJson, readManifest } from './manifest'
import { navigationApis, pageStack } from './page-stack'
import { openViewLayer } from './view-layer'
import { apiMaker, type Refusals } from './wx/api'
import { deviceApis } from './wx/device'
import { interfaceApis, type Observation } from './wx/interface'
import { openApis, type WechatUser } from './wx/open-apis'
import { type Overlay, sheetApis } from './wx/sheets'
import { type Storage, storageApis } from './wx/storage'

/** Which mini program is opened, by which user, on which phone. */
export type RunOptions = {
  /** A folder built by `npm run build:weapp`. */
  dist: string
  cloud: Cloud
  user: WechatUser
  /** The page to open, with its query; default: the entry page. */
  url?: string
  /** The phone's storage; pass it again to reopen the same phone. */
  storage?: Storage
  now?(): number
}

/** What a running mini program did, for tests and measurements. */
export type Trace = {
  setDataCalls: SetDataCall[]
  calls: CloudCall[]
  /** Calls and payments without a response yet. */
  pendingCalls: number
  errors: unknown[]
  /** The last card created by a share button. */
  sharedCard?: unknown
}

const startApp = (app: Record<string, unknown>, path: string) => {
  const options = { path, query: {}, scene: 1001, referrerInfo: {} }
  for (const name of ['onLaunch', 'onShow']) {
    const hook = app[name]
    if (typeof hook === 'function') hook.call(app, options)
  }
}

/** What WeChat refuses since July 2022 unless `app.json` names it (WeChat docs, chooseAddress). */
const undeclared = ({ requiredPrivateInfos = [] }: AppJson): Refusals =>
  requiredPrivateInfos.includes('chooseAddress')
    ? {}
    : {
        chooseAddress: {
          reason: 'the api need to be declared in the requiredPrivateInfos field in app.json',
        },
      }

/**
 * Runs a built mini program: its scripts in a realm without document and `eval`, its templates on
 * WeChat's own engine in another; only copies are passed between them.
 */
export const runMiniProgram = (options: RunOptions) => {
  const { dist, cloud, user } = options
  const now = () => options.now?.() ?? Date.now()
  const storage: Storage = options.storage ?? new Map<string, string>()
  const manifest = readManifest(dist)
  const trace: Trace = { setDataCalls: [], calls: [], pendingCalls: 0, errors: [] }
  const overlay: Overlay = { sheets: [], toasts: [], loading: undefined }
  const onError = (error: unknown) => void trace.errors.push(error)
  const logicHolder: { logic?: LogicLayer } = {}
  const logicLayer = () => {
    if (!logicHolder.logic) throw new Error('the mini program is not open')
    return logicHolder.logic
  }
  const copy = <T>(value: T): T => logicLayer().copy(value)
  const view = openViewLayer(dist, onError)
  const components = componentRegistry({
    dist,
    view,
    logic: logicLayer,
    onSetData: (call) => void trace.setDataCalls.push(call),
    onError,
  })
  const pages = pageStack({ manifest, create: components.create, onError, copy })
  const refusals = { ...undeclared(manifest.app), ...user.refusals }
  const isOpen = () => logicHolder.logic !== undefined
  const api = apiMaker({ copy, onError, isOpen, refusals })
  const observations = new Set<Observation>()
  const onCall = (call: CloudCall) => void trace.calls.push(call)
  const tracked = <T>(answer: Promise<T>): Promise<T> => {
    trace.pendingCalls += 1
    return answer.finally(() => void (trace.pendingCalls -= 1))
  }
  const wx = {
    ...storageApis(storage, { api, copy }),
    ...sheetApis(overlay, api),
    ...deviceApis({ api, copy, appid: user.appid }),
    ...interfaceApis({ api, copy, observations, current: () => pages.top()?.view.instance }),
    ...openApis({ api, copy, user, overlay, cloud, onCall, tracked }),
    ...navigationApis(pages, api),
  }
  let app: Record<string, unknown> = {}
  const { Page, Component } = components
  logicHolder.logic = openLogicLayer({
    dist,
    wx,
    now,
    onError,
    constructors: {
      App: (given) => void (app = given as typeof app),
      Page,
      Component,
      Behavior: (given) => given,
      getApp: () => app,
      getCurrentPages: () => pages.pages().map((page) => page.view.instance),
    },
  })
  const url = options.url ?? `/${manifest.entry}`
  logicHolder.logic.run('app')
  startApp(app, url.replace(/^\/|\?.*$/g, ''))
  pages.reLaunch(url)
  return {
    manifest,
    trace,
    overlay,
    observations,
    storage,
    view,
    pages,
    /** Terminates the mini program, as a phone does when memory is low. */
    kill: () => {
      logicLayer().close()
      delete logicHolder.logic
      view.close()
    },
  }
}

export type RunningMiniProgram = ReturnType<typeof runMiniProgram>
