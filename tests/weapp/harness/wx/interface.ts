import type { Instance } from '../engine'
import type { MakeApi } from './api'

type InterfaceOptions = { api: MakeApi; copy<T>(value: T): T; current(): Instance | undefined }

type SelectorRequest = {
  selector: string
  isAll: boolean
  host: Instance | undefined
  fields: object
}
type ResultCallback = ((result: unknown) => void) | undefined

const RECT = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }

/**
 * `wx.createSelectorQuery`. The engine has no layout, so every box is empty, but selectors are
 * matched against the real tree.
 */
const selectorQuery = ({ copy, current }: InterfaceOptions) => {
  const requests: { request: SelectorRequest; callback: ResultCallback }[] = []
  let host = current()
  const answer = ({ selector, isAll, host: inside }: SelectorRequest) => {
    if (selector === '') return { ...RECT, scrollTop: 0, scrollLeft: 0 }
    const find = (isAll ? inside?.selectAllComponents : inside?.selectComponent) as
      | ((selector: string) => unknown)
      | undefined
    const found = find?.call(inside, selector)
    if (Array.isArray(found)) return found.map(() => ({ ...RECT, scrollTop: 0, dataset: {} }))
    return found ? { ...RECT, scrollTop: 0, scrollLeft: 0, dataset: {} } : null
  }
  const nodes = (selector: string, isAll: boolean) => {
    const add = (fields: object, callback: ResultCallback) => {
      requests.push({ request: { selector, isAll, host, fields }, callback })
      return query
    }
    return {
      boundingClientRect: (callback: ResultCallback) => add({ rect: true }, callback),
      scrollOffset: (callback: ResultCallback) => add({ scrollOffset: true }, callback),
      fields: (fields: object, callback: ResultCallback) => add(fields, callback),
      node: (callback: ResultCallback) => add({ node: true }, callback),
      context: (callback: ResultCallback) => add({ context: true }, callback),
    }
  }
  const query = {
    in: (instance: Instance) => {
      host = instance
      return query
    },
    select: (selector: string) => nodes(selector, false),
    selectAll: (selector: string) => nodes(selector, true),
    selectViewport: () => nodes('', false),
    exec: (done: ResultCallback) => {
      queueMicrotask(() => {
        const results = requests.map(({ request }) => copy(answer(request)))
        requests.forEach(({ callback }, index) => callback?.(results[index]))
        done?.(copy(results))
      })
      return query
    },
  }
  return query
}

const observer = () => {
  const self = {
    relativeTo: () => self,
    relativeToViewport: () => self,
    observe: () => undefined,
    disconnect: () => undefined,
  }
  return self
}

/** Titles, scrolling, selector queries. */
export const interfaceApis = (world: InterfaceOptions) => {
  const { api } = world
  const done = (name: string) => api(name, () => undefined)
  return {
    createSelectorQuery: () => selectorQuery(world),
    createIntersectionObserver: observer,
    createAnimation: () => ({ export: () => ({ actions: [] }) }),
    nextTick: (callback: () => void) => void setTimeout(callback, 0),
    setNavigationBarTitle: done('setNavigationBarTitle'),
    setNavigationBarColor: done('setNavigationBarColor'),
    setBackgroundColor: done('setBackgroundColor'),
    setBackgroundTextStyle: done('setBackgroundTextStyle'),
    pageScrollTo: done('pageScrollTo'),
    startPullDownRefresh: done('startPullDownRefresh'),
    stopPullDownRefresh: done('stopPullDownRefresh'),
    setTabBarBadge: done('setTabBarBadge'),
    removeTabBarBadge: done('removeTabBarBadge'),
    showTabBarRedDot: done('showTabBarRedDot'),
    hideTabBarRedDot: done('hideTabBarRedDot'),
    showShareMenu: done('showShareMenu'),
    hideShareMenu: done('hideShareMenu'),
    hideKeyboard: done('hideKeyboard'),
    previewImage: done('previewImage'),
    loadFontFace: done('loadFontFace'),
    getUpdateManager: () => ({
      onCheckForUpdate: () => undefined,
      onUpdateReady: () => undefined,
      onUpdateFailed: () => undefined,
      applyUpdate: () => undefined,
    }),
    getPerformance: () => undefined,
    reportPerformance: () => undefined,
    onAppRoute: () => undefined,
    onAppRouteDone: () => undefined,
  }
}
