import type { Instance } from '../engine'
import type { MakeApi } from './api'

type InterfaceOptions = {
  api: MakeApi
  copy<T>(value: T): T
  current(): Instance | undefined
  observations: Set<Observation>
}

/** An element that `wx.createIntersectionObserver` watches. */
export type Observation = {
  selector: string
  report(seen: { intersectionRatio: number; boundingClientRect: object }): void
}

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

/** Without a layout nothing is seen by itself: a test scrolls (`scrollTo` of the mini program). */
const observer = ({ copy, observations }: InterfaceOptions) => {
  const own = new Set<Observation>()
  const self = {
    relativeTo: () => self,
    relativeToViewport: () => self,
    observe: (selector: string, callback: Observation['report']) => {
      const one: Observation = { selector, report: (seen) => callback(copy(seen)) }
      own.add(one)
      observations.add(one)
    },
    disconnect: () => own.forEach((one) => observations.delete(one)),
  }
  return self
}

/** The height that a watched element is said to have. */
const SEEN_HEIGHT = 900

/** Reports to everything watched, in the order of the page, whether it is near the screen. */
export const reportSeen = (
  observations: ReadonlySet<Observation>,
  isNear: (at: number, count: number) => boolean,
): void => {
  const all = [...observations]
  all.forEach((one, at) => {
    const intersectionRatio = isNear(at, all.length) ? 1 : 0
    one.report({ intersectionRatio, boundingClientRect: { ...RECT, height: SEEN_HEIGHT } })
  })
}

/** Titles, scrolling, selector queries. */
export const interfaceApis = (world: InterfaceOptions) => {
  const { api } = world
  const done = (name: string) => api(name, () => undefined)
  return {
    createSelectorQuery: () => selectorQuery(world),
    createIntersectionObserver: () => observer(world),
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
